import type { Id } from "../../knowledge-base/knowledge.ts";
import { NAMESAKE } from "../english/told-apart.ts";
import type { OwnWords } from "../event-names.ts";
import type { Passage } from "../grammar/passage.ts";
import { isCapitalized } from "../names/name-index.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import type { Stretch } from "./attachment.ts";
import type { Cue } from "./cues.ts";

/** What an event is about: its actors, and the common words of its names. */
export interface Related {
  readonly ids: ReadonlySet<Id>;
  readonly words: ReadonlySet<string>;
  /** The words of each of its names. */
  readonly own: readonly OwnWords[];
}

/**
 * Whether what a verb is done to can be what a known event is about: "Germany invaded Denmark" does not tell the
 * invasion of Norway, nor "adopted a budget" the adoption of the plan. A verb without an object fits everything.
 */
export function objectFits({ tags, tokens, keys, names }: Passage, cue: Cue, related: Related): boolean {
  if (keys[cue.to] === "for") return false;
  let found: boolean | undefined;
  const leads = /^(?:to|into|from|onto|over|against)$/.test(keys[cue.to] ?? "");
  for (let i = leads ? cue.to + 1 : cue.to; i < tokens.length; i++) {
    const name = names.find((match) => match.from === i);
    if (name !== undefined)
      return !NAMESAKE.has(keys[i - 1]!) && name.names.some(({ id }) => related.ids.has(id));
    // A surname or short form that nothing has introduced: somebody, but nobody known.
    if (tags[i] === "name") return false;
    // "when it passed it": what was passed has been said elsewhere.
    if (tags[i] === "pron" && i === cue.to) return false;
    if (
      tags[i] !== "word" &&
      tags[i] !== "det" &&
      tags[i] !== "adverb" &&
      tags[i] !== "number" &&
      keys[i] !== "'s"
    )
      break;
    if (tags[i] !== "word") continue;
    if (isCapitalized(tokens[i]!.text) && !related.own.some(({ proper }) => proper.includes(keys[i]!)))
      return false;
    found = (found ?? false) || related.words.has(keys[i]!);
  }
  return found ?? true;
}

/** "Suleiman's armies invaded Iran": an unknown proper name in the subject makes it somebody else's deed. */
export function subjectFits(
  { tags, tokens, keys, names }: Passage,
  cue: Cue,
  own: readonly OwnWords[],
): boolean {
  let unknown = false;
  for (let i = cue.from - 1; i > 0; i--) {
    if (names.some(({ from, to }) => from <= i && i < to)) return true;
    if (tags[i] !== "word" && tags[i] !== "adverb" && keys[i] !== "'s" && tags[i] !== "aux") break;
    const isOwn = () => own.some(({ proper }) => proper.includes(keys[i]!));
    if (tags[i] === "word" && isCapitalized(tokens[i]!.text) && !isOwn()) unknown = true;
  }
  return !unknown;
}

/** The names that a verb cue is about: its subject and object, not those in phrases of place or time around them. */
export function argumentsOf(passage: Passage): readonly NameMatch[] {
  return passage.names.filter(
    ({ from, to }) =>
      !isIn(passage.eventNames, { from, to }, 1) &&
      passage.keys[to] !== "'s" &&
      (!AROUND.has(prepositionOf(passage, from) ?? "") || opensClause(passage, from)),
  );
}

/** "Tolna" in "the Tolna Accord": part of an event's name, which is longer by so many words. */
function isIn(eventNames: readonly NameMatch[], { from, to }: Stretch, by = 0): boolean {
  return eventNames.some(
    (name) => name.from <= from && to <= name.to && name.to - name.from - by >= to - from,
  );
}

/** "before Petrel 2 was launched": the subject of a clause of its own. */
function opensClause({ clauses, keys, tags }: Passage, from: number): boolean {
  const clause = clauses.all[clauses.at[from]!]!;
  const opener = clause.from;
  const isFirst =
    opener < from && tags.slice(opener + 1, from).every((tag) => tag === "det" || tag === "word");
  return (
    isFirst &&
    /^(?:before|after|until|till|since)$/.test(keys[opener]!) &&
    clause.verbs.some((at) => at > from)
  );
}

const AROUND = new Set(
  "in at on to into onto from since during after before until till near over under for through across towards against about inside outside within".split(
    " ",
  ),
);

/** The names in a noun cue's own phrase: before the noun, and after it in phrases ("the closure of the crossing by Pakistan"). */
export function namesInPhrase(passage: Passage, cue: Cue): readonly NameMatch[] {
  const phrase = phraseOf(passage, cue);
  return passage.names.filter(({ from, to }) => {
    // "the coronation of Oderic's queen" is not about Oderic, though "Oderic's coronation" is.
    const isOwner = passage.keys[to] === "'s" && from >= cue.to;
    // "A protocol to the Tolna Accord" is not that accord, though "her return" after "the departure of the Maren Tolk" is hers.
    const isNamed = from >= cue.to && isIn(passage.eventNames, { from, to });
    if (isWhose(passage, cue, to)) return true;
    return from >= phrase.from && to <= phrase.to && !isOwner && !isNamed;
  });
}

/** "the Protocol, whose entry into force …": what a relative pronoun stands for has the noun. */
function isWhose({ keys }: Passage, { start }: Cue, to: number): boolean {
  const whose = keys[start] === "whose" ? start : start - 1;
  return keys[whose] === "whose" && (to === whose || (to === whose - 1 && keys[to] === ","));
}

/** A noun's phrase, with the phrases that follow it. */
export function phraseOf({ tags, keys }: Passage, cue: Cue): { readonly from: number; readonly to: number } {
  let to = cue.to;
  while (["prep", "det", "name", "word", "conj"].includes(tags[to]!)) to++;
  // "the IRA called its first ceasefire": whose it is has been said before.
  const from = /^(?:its|their|his|her)$/.test(keys[cue.start]!) ? 0 : cue.start;
  return { from, to };
}

/** The preposition that a name hangs on; names in a list share it. */
function prepositionOf({ tags, keys, tokens }: Passage, from: number): string | undefined {
  for (let i = from - 1; i >= 0; i--) {
    // "after the wedding of A": around the verb, as the wedding is.
    if (keys[i] === "of" && tags[i - 1] === "word")
      return prepositionOf({ tags, keys, tokens } as Passage, i - 1) ?? "of";
    // "two years before the hospital itself"
    const counts = tags[i] === "time" && /^(?:before|after|since|until)$/.test(keys[i]!);
    if (tags[i] === "prep" || counts) return keys[i];
    const joins = tags[i] === "conj" || tokens[i]!.text === ",";
    const inPhrase =
      tags[i] === "det" ||
      tags[i] === "word" ||
      tags[i] === "name" ||
      tags[i] === "number" ||
      keys[i] === "-";
    if (!joins && !inPhrase) return undefined;
    if (tokens[i]!.text === "," && tags[i - 1] !== "name") return undefined;
  }
  return undefined;
}
