import type { Passage } from "../grammar/passage.ts";
import type { NameMatch } from "./name-mentions.ts";

/** The names of a list that begins at a token: "the Sarn Basin Community (SBC), Lethonia and Brisay". */
export function listAfter(passage: Passage, from: number): readonly NameMatch[] {
  const { tags, keys, tokens } = passage;
  const list: NameMatch[] = [];
  let lead = 0;
  for (let i = from; i < tokens.length; ) {
    const name = passage.names.find((match) => match.from === i);
    if (name !== undefined && !isInEvent(passage, name)) {
      if (keys[name.to] === "'s" || (keys[name.to] === "-" && tags[name.to + 1] === "name")) return list;
      list.push(name);
      lead = 0;
      i = pastBracket(passage, name.to);
      continue;
    }
    const joins = tags[i] === "conj" || keys[i] === "," || keys[i] === "both" || keys[i] === "with";
    const leads = tags[i] === "det" || (tags[i] === "word" && lead++ < 4 && !afterName(passage, list, i));
    if (!joins && !leads) return list;
    i++;
  }
  return list;
}

/** "Dunsel" in "the Dunsel ceasefire": part of an event's name, and nobody in a list. */
function isInEvent({ eventNames }: Passage, name: NameMatch): boolean {
  return eventNames.some(({ from, to }) => from <= name.from && name.to <= to);
}

/** A word right after a name ends the list: "brokered by Qatar diplomats" is not about Qatar itself. */
function afterName(passage: Passage, list: readonly NameMatch[], i: number): boolean {
  return list.length > 0 && pastBracket(passage, list.at(-1)!.to) === i;
}

function pastBracket({ tokens }: Passage, at: number): number {
  if (tokens[at]?.text !== "(") return at;
  for (let i = at; i < Math.min(tokens.length, at + 12); i++) if (tokens[i]!.text === ")") return i + 1;
  return at;
}

/** The names of a list that ends before a token. */
export function listBefore(passage: Passage, to: number, home?: number): readonly NameMatch[] {
  const { tags, keys, tokens } = passage;
  const list: NameMatch[] = [];
  let clause = home ?? -1;
  for (let i = to - 1; i >= 0; ) {
    const name = passage.names.find((match) => match.to === i + 1);
    if (name !== undefined && passage.clauses.at[name.from] !== clause && list.length > 0) break;
    if (name !== undefined) {
      clause = passage.clauses.at[name.from]!;
      list.unshift(name);
      i = name.from - 1;
    } else if (tokens[i]!.text === ")" && list.length === 0) {
      while (i >= 0 && tokens[i]!.text !== "(") i--;
      i--;
    } else if (list.length === 0 && tokens[i]!.text === "," && i === to - 1) i--;
    else if (
      list.length > 0 &&
      (tags[i] === "conj" || keys[i] === "," || tags[i] === "det" || keys[i] === "both")
    )
      i--;
    else if (
      list.length > 0 &&
      tags[i] === "word" &&
      (tags[i + 1] === "name" || tags[i + 1] === "word") &&
      i > 0
    )
      i--;
    else break;
  }
  return list;
}

/** The names that are the subject of a verb, right before it and its auxiliaries; of a relative clause, its antecedent. */
export function subjectsOf(passage: Passage, verb: number): readonly NameMatch[] {
  let to = verb;
  while (to > 0 && ["aux", "modal", "adverb", "neg"].includes(passage.tags[to - 1]!)) to--;
  if (/^(?:who|which|that)$/.test(passage.keys[to - 1] ?? "")) return listBefore(passage, to - 1);
  const clause = passage.clauses.at[verb]!;
  return listBefore(passage, to).filter(({ from }) => passage.clauses.at[from] === clause);
}
