import { BE } from "../english/function-words.ts";
import type { Passage } from "../grammar/passage.ts";
import { listAfter, listBefore, subjectsOf } from "../names/name-lists.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import type { Cue } from "./cues.ts";
import type { Part } from "./parts.ts";
import { predicateOf } from "./predicates.ts";

/**
 * A role's title with its event ("the host of the talks", "the talks' host", "its host"), and who is said to be that:
 * "A was the host of the talks", "its host was A", "A paid as host of the talks", "A, the host of the talks". Tokens
 * `from` to `to` are the title. Undefined where the title has no event of its own.
 */
export function titleOf(
  passage: Passage,
  parts: readonly Part[],
  from: number,
  to: number,
): { readonly cue: Cue; readonly names: readonly NameMatch[] } | undefined {
  const { tags, keys } = passage;
  let start = from;
  while (tags[start - 1] === "word" && keys[start - 1] !== "'s") start--;
  const cue = eventOf(passage, parts, start, to);
  if (cue === undefined) return undefined;
  const before = cue.from < from ? cue.start - 1 : tags[start - 1] === "det" ? start - 2 : start - 1;
  const after = Math.max(to, cue.to);
  return { cue, names: holders(passage, before, after) };
}

function eventOf(
  { keys, tags }: Passage,
  parts: readonly Part[],
  start: number,
  to: number,
): Cue | undefined {
  const events = parts.map(({ cue }) => cue).filter(({ how }) => how !== "verb");
  if (keys[start - 1] === "'s") return events.find((cue) => cue.to === start - 1);
  if (/^(?:its|their)$/.test(keys[start - 1] ?? "")) return events.find((cue) => cue.from === start - 1);
  if (!/^(?:of|at|for)$/.test(keys[to] ?? "")) return undefined;
  return events.find((cue) => cue.start === to + 1 || (cue.start === to + 2 && tags[to + 1] === "det"));
}

/** Who stands before or after a title with a form of "to be", "as" or a comma in between. */
function holders(passage: Passage, before: number, after: number): readonly NameMatch[] {
  const { keys, tokens, clauses } = passage;
  const is = copulaAt(passage, after);
  if (is !== undefined) return listAfter(passage, is + 1);
  if (BE.has(keys[before] ?? "")) return subjectsOf(passage, before);
  if (keys[before] === "as") {
    const beside = listBefore(passage, before);
    const verb = predicateOf(passage, clauses.all[clauses.at[before]!]!);
    return beside.length > 0 || verb === undefined ? beside : subjectsOf(passage, verb);
  }
  if (tokens[before]?.text === ",") return listBefore(passage, before).slice(-1);
  return tokens[after]?.text === "," || tokens[after]?.text === ":" ? listAfter(passage, after + 1) : [];
}

/** The form of "to be" behind an event, over where and when it was: "in B had been", ", in 2012, had been". */
function copulaAt({ keys, tokens, tags }: Passage, after: number): number | undefined {
  let at = after;
  if (/^(?:in|at|of)$/.test(keys[at] ?? "") && /^(?:name|time)$/.test(tags[at + 1] ?? "")) {
    at++;
    while (/^(?:name|time)$/.test(tags[at] ?? "")) at++;
  }
  if (tokens[at]?.text === "," && tags[at + 1] === "prep") {
    at += 2;
    while (["time", "name", "det"].includes(tags[at]!)) at++;
    if (tokens[at]?.text !== ",") return undefined;
    at++;
  }
  if (/^(?:had|has|have)$/.test(keys[at] ?? "") && keys[at + 1] === "been") return at + 1;
  return BE.has(keys[at] ?? "") ? at : undefined;
}
