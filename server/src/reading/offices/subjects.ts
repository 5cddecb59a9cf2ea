import type { Passage } from "../grammar/passage.ts";
import type { NameMatch } from "../names/name-mentions.ts";

/** The one of some names that is the subject of a verb: right before it, before an aside, as antecedent, or of the verb before "and". */
export function subjectOf(
  passage: Passage,
  verb: number,
  names: readonly NameMatch[],
): NameMatch | undefined {
  const { keys, tags, tokens } = passage;
  let to = verb;
  while (to > 0 && /^(?:aux|modal|adverb|neg)$/.test(tags[to - 1]!)) to--;
  if (/^(?:who|which)$/.test(keys[to - 1] ?? "")) {
    to--;
    if (keys[to - 1] === ",") to--;
  } else if (/^(?:and|but|then)$/.test(keys[to - 1] ?? "")) {
    return subjectOfPrevious(passage, to - 1, names);
  } else if (tokens[to - 1]?.text === "," || tokens[to - 1]?.text === ")") {
    const open = openOf(passage, to - 1);
    const before = open === undefined ? undefined : endingAt(names, open);
    if (before !== undefined) return before;
  }
  return endingAt(names, to);
}

function endingAt(names: readonly NameMatch[], to: number): NameMatch | undefined {
  return names.find((match) => match.to === to);
}

/** "X joined in 2010 and served as …": the subject of the verb before. */
function subjectOfPrevious(passage: Passage, to: number, names: readonly NameMatch[]): NameMatch | undefined {
  let at = to - 1;
  while (at >= 0 && passage.tags[at] !== "verb") at--;
  if (at <= 0) return undefined;
  let start = at;
  while (start > 0 && /^(?:aux|modal|adverb|neg)$/.test(passage.tags[start - 1]!)) start--;
  return endingAt(names, start);
}

/** Where the aside begins that a comma or a bracket closes. */
function openOf({ tokens }: Passage, close: number): number | undefined {
  const mark = tokens[close]!.text === ")" ? "(" : ",";
  for (let at = close - 1; at > 0 && at > close - 15; at--) if (tokens[at]!.text === mark) return at;
  return undefined;
}
