import type { Id } from "../../knowledge-base/knowledge.ts";
import { DEFINITE, INDEFINITE } from "../english/function-words.ts";
import type { Passage } from "../grammar/passage.ts";
import { type Lexicon, phraseAt } from "../lexicon.ts";
import { isCapitalized } from "../names/name-index.ts";

/** Words of a passage that may speak of a known event. Tokens `from` to `to` are the words themselves. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  /** By its name; by a noun for its kind; by a verb; by a pronoun that takes up the event of the sentence before. */
  readonly how: "name" | "noun" | "verb" | "pronoun";
  /** For names and verbs: the events that it can be. */
  readonly events: readonly Id[];
  /** For nouns: the types of event. */
  readonly types: readonly string[];
  /** First token of the noun phrase, with its article and modifiers. */
  readonly start: number;
  readonly determiner: "definite" | "indefinite" | "none";
  /** "a third round", "another truce", "the Gaza ceasefire": another one of the kind, not known to us. */
  readonly other: boolean;
  /** Nothing after the noun says which one: "the truce held", as against "the truce with Austria". */
  readonly bare: boolean;
  readonly clause: number;
  /** The preposition that the noun phrase hangs on, if any. */
  readonly governor?: string;
}

const OTHER =
  /^(?:another|other|others|new|newer|second|third|fourth|fifth|sixth|next|previous|earlier|former|later|subsequent|future|further|final|last|recent|different|separate|similar|possible|potential|proposed|planned|draft|failed|temporary|partial|local|provisional|unilateral|brief|any|every|each|no|such|many|several|some|two|three|four|five|six)$/;
/** Words that make another one even of a name: "the first Civil Rights Act". */
export const NAMESAKE =
  /^(?:another|first|second|third|fourth|fifth|new|earlier|later|previous|next|original|old|future)$/;
/** Nouns that stand for the event that they are "of": "the signing of the accord". */
const ASPECTS =
  /^(?:signing|signature|opening|start|beginning|outset|end|conclusion|closing|adoption|announcement|launch|outbreak|holding|completion|day|date|time|round|session|negotiation|occasion|publication|passage|passing|proclamation|brokering|text)$/;

/** The cues of a passage in the order of the text; of overlapping ones names win over nouns, nouns over verbs. */
export function cuesOf(passage: Passage, lexicon: Lexicon): Cue[] {
  const taken = new Set<number>();
  const cues: Cue[] = [];
  const add = (cue: Cue) => {
    for (let i = cue.from; i < cue.to; i++) if (taken.has(i)) return;
    for (let i = cue.from; i < cue.to; i++) taken.add(i);
    cues.push(cue);
  };
  for (const { from, to, names } of passage.eventNames) {
    // "the election", though somebody called an event so: as a kind it needs another anchor.
    if (passage.keys.slice(from, to).every((key) => lexicon.kindWords.has(key))) continue;
    // "the vote on the budget for 2023" is another year's.
    if (passage.keys[to] === "for" && passage.times.some((time) => time.from === to + 1)) continue;
    add(
      phrase(
        passage,
        from,
        to,
        "name",
        names.map(({ id }) => id),
        [],
      ),
    );
  }
  for (let i = 0; i < passage.tokens.length; i++) {
    const understood = passage.tags[i] === "verb" || passage.tags[i] === "time" || passage.tags[i] === "name";
    const kind = understood ? undefined : phraseAt(lexicon.kinds, passage.keys, i);
    if (kind === undefined || isProperName(passage, i, i + kind.length)) continue;
    // "the launch window", "voting rights": the noun only describes another.
    if (passage.tags[i + kind.length] === "word" && passage.keys[i + kind.length] !== "'s") continue;
    add(phrase(passage, i, i + kind.length, "noun", [], kind.values));
  }
  for (let i = 0; i < passage.tokens.length; i++) {
    const told = passage.tags[i] === "verb" ? phraseAt(lexicon.eventVerbs, passage.keys, i) : undefined;
    if (told === undefined) continue;
    add(verb(passage, i, i + told.length, [...new Set(told.values.flatMap(({ events }) => events))]));
  }
  return cues.sort((a, b) => a.from - b.from);
}

/** A cue that a noun phrase makes, with what stands before it. */
function phrase(
  passage: Passage,
  from: number,
  to: number,
  how: "name" | "noun",
  events: readonly Id[],
  types: readonly string[],
): Cue {
  const start = phraseStart(passage, from);
  const first = passage.keys[start]!;
  const possessed = start > 0 && passage.keys[start - 1] === "'s";
  const determiner =
    DEFINITE.has(first) || possessed ? "definite" : INDEFINITE.has(first) ? "indefinite" : "none";
  const governor = isCompound(passage, to) ? "of" : governorOf(passage, start);
  return {
    from,
    to,
    how,
    events,
    types,
    start,
    determiner,
    other:
      isOther(passage, start, from, how) ||
      (how === "noun" && (isToldApart(passage, to) || isOfUnknown(passage, to))),
    bare: passage.tags[to] !== "prep",
    clause: passage.clauses.at[from]!,
    ...(governor === undefined ? {} : { governor }),
  };
}

/** "the Doha ceasefire monitors": what is said is said of the monitors. */
function isCompound({ tags, keys, tokens }: Passage, to: number): boolean {
  return tags[to] === "word" && keys[to] !== "'s" && tokens[to]!.spaced && !isCapitalized(tokens[to]!.text);
}

/** The preposition before a noun phrase; the last word of "six days after" is one as well. */
function governorOf({ tags, keys }: Passage, start: number): string | undefined {
  const before = tags[start - 1];
  const counts = before === "time" && /^(?:after|before|since|until|following)$/.test(keys[start - 1]!);
  return before === "prep" || counts ? keys[start - 1] : undefined;
}

/** Back over article, adjectives, nouns and names; over "the signing of" as well. */
function phraseStart(passage: Passage, from: number): number {
  const { tags, keys } = passage;
  let start = from;
  while (start > 0) {
    const tag = tags[start - 1];
    const joins = keys[start - 1] === "'s" || (keys[start - 1] === "-" && !passage.tokens[start]!.spaced);
    if (tag === "det") {
      start--;
      break;
    }
    if (tag !== "word" && tag !== "name" && tag !== "number" && tag !== "time" && tag !== "adverb" && !joins)
      break;
    start--;
  }
  if (keys[start - 1] === "of" && ASPECTS.test(keys[start - 2] ?? "")) return phraseStart(passage, start - 2);
  return start;
}

function isOther({ keys, tags, tokens }: Passage, start: number, from: number, how: Cue["how"]): boolean {
  for (let i = start; i < from; i++) {
    if ((how === "noun" ? OTHER : NAMESAKE).test(keys[i]!)) return true;
    // "the Gaza ceasefire": a proper name that the knowledge base does not have.
    if (
      how === "noun" &&
      tags[i] === "word" &&
      i > 0 &&
      isCapitalized(tokens[i]!.text) &&
      i >= from - 2 &&
      !isSentenceStart(i)
    ) {
      return true;
    }
  }
  return false;
}

/**
 * "the Treaty of Batum", "the First Battle of Arras": a proper name that the knowledge base does not have is never one
 * of its events. A capital alone ("the Agreement") may be a short form.
 */
function isProperName({ tokens, tags, keys }: Passage, from: number, to: number): boolean {
  const last = tokens[to - 1]!;
  if (from === 0 || !isCapitalized(last.text)) return false;
  const follows =
    tags[to] === "prep" && isCapitalized(tokens[keys[to + 1] === "the" ? to + 2 : to + 1]?.text ?? "");
  const before = tokens[from - 1]!;
  return follows || (isCapitalized(before.text) && from > 1 && tags[from - 1] !== "det");
}

/** "the pact with Austria", "the withdrawal of troops from Iraq": told apart by a name that is not known. */
function isOfUnknown({ tokens, tags, keys }: Passage, to: number): boolean {
  if (tags[to] !== "prep" || keys[to] === "in" || keys[to] === "by") return false;
  for (let i = to; ["prep", "det", "name", "word", "number"].includes(tags[i]!); i++) {
    if (tags[i] === "prep" && /^(?:in|by|under|after|before|during|since|until)$/.test(keys[i]!))
      return false;
    if (tags[i] === "word" && isCapitalized(tokens[i]!.text)) return true;
  }
  return false;
}

/** "the talks that preceded it": a clause that says which ones are meant. */
function isToldApart({ keys, tags }: Passage, to: number): boolean {
  return keys[to] === "that" && (tags[to + 1] === "verb" || tags[to + 1] === "aux");
}

function isSentenceStart(i: number): boolean {
  return i === 0;
}

function verb(passage: Passage, from: number, to: number, events: readonly Id[]): Cue {
  return {
    from,
    to,
    how: "verb",
    events,
    types: [],
    start: from,
    determiner: "none",
    other: false,
    bare: true,
    clause: passage.clauses.at[from]!,
  };
}
