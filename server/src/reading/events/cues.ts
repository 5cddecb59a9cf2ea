import type { Id } from "../../knowledge-base/knowledge.ts";
import { DEFINITE, INDEFINITE } from "../english/function-words.ts";
import { ANEW, ASPECTS, ORDINALS } from "../english/told-apart.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { type Lexicon, phraseAt } from "../lexicon.ts";
import { isCapitalized } from "../names/name-index.ts";
import { tellingWordsOf } from "../telling-words.ts";
import { isProperName, isToldApart } from "./told-apart.ts";

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
  /** A pronoun inside its clause ("its host", "signed it"): only what the sentence before was about can be meant. */
  readonly inner?: true;
  /** A pronoun that takes up an event of its own sentence: the subject before ("…; it was signed in B"), or any one ("did so"). */
  readonly takesUp?: "subject" | "any";
  /** Its verb is left out: "the second in B". */
  readonly gapped?: true;
  /** The preposition that the noun phrase hangs on, if any. */
  readonly governor?: string | undefined;
}

/** The cues of a passage in the order of the text; of overlapping ones names win over nouns, nouns over verbs. */
export function cuesOf(passage: Passage, lexicon: Lexicon): Cue[] {
  const cues: Cue[] = [];
  const add: AddCue = (cue) => {
    if (!cues.some(({ from, to }) => cue.from < to && from < cue.to)) cues.push(cue);
  };
  if (passage.eventNames.length > 0) {
    names(passage, lexicon, add);
    if (hasClass(passage, ORDINAL)) elided(passage, lexicon, add);
  }
  if (hasClass(passage, KIND)) nouns(passage, lexicon, add);
  if (hasClass(passage, EVENT_VERB)) verbs(passage, lexicon, add);
  return cues.sort((a, b) => a.from - b.from);
}

type AddCue = (cue: Cue) => void;

const ORDINAL = wordClass(({ key }) => ORDINALS.has(key));
const tellingKinds = tellingWordsOf(({ kinds }: Lexicon) => [kinds]);
const tellingVerbs = tellingWordsOf(({ eventVerbs }: Lexicon) => [eventVerbs]);
/** Words that tell a kind of event, and an event by its verb. */
const KIND = wordClass(({ key }, lexicon) => tellingKinds(lexicon).has(key));
const EVENT_VERB = wordClass(({ key }, lexicon) => tellingVerbs(lexicon).has(key));
/** Words with which one begins. */
const KIND_HEAD = wordClass(({ key }, { kinds }) => kinds.has(key));
const EVENT_VERB_HEAD = wordClass(({ key }, { eventVerbs }) => eventVerbs.has(key));

/** Whether a passage has any word for a cue. */
export function mayHaveCue(passage: Passage): boolean {
  return passage.eventNames.length > 0 || hasClass(passage, KIND) || hasClass(passage, EVENT_VERB);
}

function names(passage: Passage, { kindWords, kinds }: Lexicon, add: AddCue): void {
  const { keys, times } = passage;
  for (const { from, to, names } of passage.eventNames) {
    // "the election", though somebody called an event so: as a kind it needs another anchor.
    let end = from;
    while (end < to && kindWords.has(keys[end]!)) end++;
    if (end === to && (to - from < 2 || phraseAt(kinds, keys, from)?.length === to - from)) continue;
    // "the vote on the budget for 2023" is another year's.
    if (keys[to] === "for" && times.some((time) => time.from === to + 1)) continue;
    // "the breach no. 1": one of several, and which one only the writer knows.
    if (/^(?:no|nr|number)$/.test(keys[to] ?? "") && /^(?:\.|\d+|one|two|three)$/.test(keys[to + 1] ?? ""))
      continue;
    add(phrase(passage, from, to, { how: "name", events: names.map(({ id }) => id), types: [] }));
  }
}

/** "The first summit was held in A, the second in B": an ordinal alone goes on about the name before it. */
function elided(passage: Passage, { eventsCalled }: Lexicon, add: AddCue): void {
  if (passage.eventNames.length === 0) return;
  const { keys, tags } = passage;
  for (let from = 2; from < keys.length; from++) {
    if (!ORDINALS.has(keys[from]!) || keys[from - 1] !== "the") continue;
    if (!["prep", "time", "aux", "verb"].includes(tags[from + 1]!)) continue;
    const model = passage.eventNames.findLast(({ to }) => to < from);
    const ids = (model?.names ?? []).flatMap(({ keys: words }) => {
      const at = words.findIndex((word) => ORDINALS.has(word));
      return at < 0 || words[at] === keys[from] ? [] : eventsCalled(words.with(at, keys[from]!));
    });
    if (ids.length === 0) continue;
    const gapped = tags[from + 1] === "prep" || tags[from + 1] === "time";
    add({
      ...(gapped ? { gapped } : {}),
      ...phrase(passage, from, from + 1, { how: "name", events: [...new Set(ids)], types: [] }),
      other: false,
    });
  }
}

function nouns(passage: Passage, { kinds }: Lexicon, add: AddCue): void {
  const { keys, tags, words } = passage;
  for (let from = 0; from < keys.length; from++) {
    const kind = hasClass(words[from]!, KIND_HEAD) ? phraseAt(kinds, keys, from) : undefined;
    const understood = tags[from] === "verb" || tags[from] === "time" || tags[from] === "name";
    if (kind === undefined || understood) continue;
    const to = from + kind.length;
    // "the launch window", "voting rights": the noun only describes another.
    const describes = tags[to] === "word" && keys[to] !== "'s";
    if (describes || isProperName(passage, from, to)) continue;
    add(phrase(passage, from, to, { how: "noun", events: [], types: kind.values }));
  }
}

function verbs(passage: Passage, { eventVerbs }: Lexicon, add: AddCue): void {
  const { keys, words } = passage;
  for (let from = 0; from < keys.length; from++) {
    if (!hasClass(words[from]!, EVENT_VERB_HEAD) || passage.tags[from] !== "verb") continue;
    const told = phraseAt(eventVerbs, keys, from);
    if (told === undefined || isAnew(passage, from + told.length)) continue;
    const events = [...new Set(told.values.flatMap((value) => value.events))];
    add({
      from,
      to: from + told.length,
      how: "verb",
      events,
      types: [],
      start: from,
      determiner: "none",
      other: false,
      bare: true,
      clause: passage.clauses.at[from]!,
    });
  }
}

/** "voted on the budget again", "closed early": not the time that is known. */
function isAnew({ keys, clauses }: Passage, at: number): boolean {
  if (ANEW.test(keys[at] ?? "")) return true;
  for (let i = at; clauses.at[i] === clauses.at[at - 1]; i++) if (keys[i] === "again") return true;
  return false;
}

/** A cue that a noun phrase makes, with what stands before it. */
function phrase(
  passage: Passage,
  from: number,
  to: number,
  meaning: Pick<Cue, "how" | "events" | "types">,
): Cue {
  // "the convention's signing": the noun stands for the event that owns it.
  if (passage.keys[to] === "'s" && ASPECTS.has(passage.keys[to + 1] ?? "")) to += 2;
  const start = phraseStart(passage, from);
  const first = passage.keys[start]!;
  const possessed = start > 0 && passage.keys[start - 1] === "'s";
  const determiner =
    DEFINITE.has(first) || possessed ? "definite" : INDEFINITE.has(first) ? "indefinite" : "none";
  const governor = isCompound(passage, to) ? "of" : governorOf(passage, start);
  return {
    from,
    to,
    how: meaning.how,
    events: meaning.events,
    types: meaning.types,
    start,
    determiner,
    other: isToldApart(passage, start, from, to, meaning.how),
    bare: passage.tags[to] !== "prep",
    clause: passage.clauses.at[from]!,
    governor,
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
  if (keys[start - 1] === "of" && ASPECTS.has(keys[start - 2] ?? "")) return phraseStart(passage, start - 2);
  return start;
}
