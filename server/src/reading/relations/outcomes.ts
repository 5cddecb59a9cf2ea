import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { BE } from "../english/function-words.ts";
import { APPLICATIONS, DENYING, GRANTING, HALF, UNREAL } from "../english/relations.ts";
import type { Stretch } from "../events/attachment.ts";
import { chunkEnd, type Frame, framesOf } from "../grammar/frames.ts";
import { mayBeFormOf } from "../grammar/lemmas.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { byBracket } from "./outcome-cells.ts";
import { type OutcomeLexicon, outcomeLexicon } from "./outcome-words.ts";
import { eventAt, eventOf, type Told } from "./told-events.ts";
import { type FoundPhrase, phrasesAt, type Tense, tenseOf } from "./verb-phrases.ts";

/** What a passage says of how an event ended. */
export interface ToldOutcome {
  readonly told: Told;
  /** All outcomes that the words can mean. */
  readonly outcomes: readonly string[];
  readonly denied: boolean;
  readonly words: Stretch;
  readonly form:
    | { readonly kind: "ofSubject" | "ofObject"; readonly lemma: string; readonly tense: Tense }
    | { readonly kind: "adjectives" | "nouns" };
}

/** The outcomes that a passage states of events that it speaks of. */
export function* outcomesIn(
  passage: Passage,
  told: readonly Told[],
  knowledge: Knowledge,
): Generator<ToldOutcome> {
  if (told.length === 0 || !hasClass(passage, OUTCOME)) return;
  for (const outcome of statedIn(passage, told, outcomeLexicon(knowledge)))
    if (!isOfPart(passage, outcome)) yield outcome;
}

/** Words of which every outcome has one. */
const OUTCOME = wordClass((word, lexicon, knowledge) => {
  const { telling, adjectives, nouns } = outcomeLexicon(knowledge);
  if (telling.has(word.key) || adjectives.has(word.key) || nouns.has(word.key)) return true;
  return mayBeFormOf(GRANTING, word, lexicon) || mayBeFormOf(DENYING, word, lexicon);
});

/** "In Mill Ward the referendum was lost", "among farmers", "for the fishers": not the outcome of the whole. */
function isOfPart(
  { keys, tags, names, clauses, eventNames }: Passage,
  { told: { event }, words }: ToldOutcome,
): boolean {
  const own = [...event.place, ...Object.values(event.participants).flat(), ...event.about];
  return (
    keys.some((key, i) => {
      const opens = key === "among" || (/^(?:for|to)$/.test(key) && (tags[i - 1] ?? "mark") === "mark");
      return opens && i < words.from && clauses.at[i] === clauses.at[words.from];
    }) ||
    /^(?:for|among)$/.test(keys[words.to] ?? "") ||
    names.some(({ from, names: found }) => {
      const at = keys[from - 1] === "the" ? from - 2 : from - 1;
      if (!/^(?:in|at|within|inside)$/.test(keys[at] ?? "") || clauses.at[from] !== clauses.at[words.from])
        return false;
      const opens = ["mark", "conj", "adverb"].includes(tags[at - 1] ?? "mark");
      if (!opens && at !== words.to && tags[at - 1] !== "time") return false;
      if (eventNames.some((name) => name.from <= from && from < name.to)) return false;
      return !found.some(({ id }) => own.includes(id));
    })
  );
}

function* statedIn(passage: Passage, told: readonly Told[], lexicon: OutcomeLexicon): Generator<ToldOutcome> {
  for (const frame of framesOf(passage)) {
    if (frame.scope !== undefined || isHalf(passage, frame)) continue;
    yield* bySubject(passage, frame, told, lexicon);
    yield* byObject(passage, frame, told, lexicon);
    yield* byApplication(passage, frame, told);
    yield* byCopula(passage, frame, told, lexicon);
  }
  for (const each of told) {
    const { from, to } = each.cue;
    const ofNoun = each.cue.how === "verb" ? lexicon.nouns.get(passage.keys[from]!) : undefined;
    if (ofNoun !== undefined && passage.tags[from] === "word")
      yield { told: each, outcomes: ofNoun, denied: false, words: { from, to }, form: { kind: "nouns" } };
    if (each.cue.how === "verb" || passage.scopes[each.cue.from] !== undefined) continue;
    yield* byAdjective(passage, each, lexicon);
    yield* byNoun(passage, each, lexicon);
    yield* byBracket(passage, each, lexicon);
  }
}

/** "nearly failed", "failed at first". */
function isHalf({ keys }: Passage, { from, to }: Pick<Frame, "from" | "to">): boolean {
  const around = keys.slice(Math.max(0, from - 2), to + 3);
  return around.some((key, i) => (key === "first" ? around[i - 1] === "at" : HALF.has(key)));
}

function* bySubject(
  passage: Passage,
  frame: Frame,
  told: readonly Told[],
  { ofSubject }: OutcomeLexicon,
): Generator<ToldOutcome> {
  const { keys } = passage;
  // "was lost": the phrase begins with the auxiliary.
  const at = phrasesAt(ofSubject, passage, frame.verb).length > 0 ? frame.verb : frame.from;
  const found = phrasesAt(ofSubject, passage, at, frame.verb);
  const own = told.find(({ cue }) => cue.how === "verb" && cue.from === frame.verb);
  const event = found.length === 0 ? undefined : (own ?? eventOf(frame.subject, told));
  if (
    event === undefined ||
    (frame.passive && at === frame.verb) ||
    !(isDecided(passage, found[0]!, own) || endsThere(passage, found[0]!))
  )
    return;
  yield stated(event, found, frame, "ofSubject", keys[at]!, at > frame.from, at);
}

/** "failed in the Senate": who decided is told behind the verb. */
function isDecided({ keys }: Passage, { to }: FoundPhrase<string>, own: Told | undefined): boolean {
  return own !== undefined && /^(?:in|by)$/.test(keys[to] ?? "");
}

/** "failed to sign", "succeeded in nothing", "fell on a Monday", "passed a law": the verb says something else. */
function endsThere({ tags, keys }: Passage, { to, lemma }: FoundPhrase<string>): boolean {
  const tag = tags[to];
  if (lemma.includes(" ")) return tags[to] !== "name" || lemma.endsWith("under way");
  if (keys[to] === "to" || tag === "det" || tag === "name" || tag === "word" || tag === "pron") return false;
  if (keys[to] === "in" && (tags[to + 1] === "ing" || tags[to + 1] === "pron" || tags[to + 1] === "det"))
    return false;
  const moving = /^(?:fall|pass|carry)$/.test(lemma);
  return (
    !moving ||
    tag === undefined ||
    tag === "mark" ||
    tag === "time" ||
    /^(?:by|with|and|but|narrowly|easily)$/.test(keys[to] ?? "")
  );
}

function* byObject(
  passage: Passage,
  frame: Frame,
  told: readonly Told[],
  { ofObject }: OutcomeLexicon,
): Generator<ToldOutcome> {
  const found = phrasesAt(ofObject, passage, frame.verb);
  if (found.length === 0) return;
  const own = told.find(({ cue }) => cue.how === "verb" && cue.from === frame.verb);
  const object = frame.passive ? eventOf(frame.subject, told) : eventAt(passage, found[0]!.to, told);
  const event = own ?? object ?? decidedThere(passage, frame, found[0]!.to, told);
  // "was approved by nobody"
  if (event === undefined || passage.tags[found[0]!.to + 1] === "neg") return;
  const isSwapped =
    event.isSwapped === true || (found[0]!.lemma === "pass" && isDecidedOn(passage, frame, event));
  const afterAuxiliary = frame.from < frame.verb;
  yield stated(
    { ...event, isSwapped },
    found,
    frame,
    "ofObject",
    passage.keys[frame.verb]!,
    afterAuxiliary,
    frame.verb,
  );
}

/** "Parliament rejected the bill in the final vote": the vote that the clause names, where its object is what it was about. */
function decidedThere(
  { names, tags, clauses }: Passage,
  { passive, clause }: Frame,
  to: number,
  told: readonly Told[],
): Told | undefined {
  const object = names.find(({ from }) => from === (tags[to] === "det" ? to + 1 : to));
  if (passive || object === undefined) return undefined;
  return told.find(
    ({ cue, governor, event: { about } }) =>
      governor === "in" &&
      clauses.at[cue.from] === clause &&
      object.names.some(({ id }) => about.includes(id)),
  );
}

/** "The bill passed the Senate": its subject is what the vote was about. */
function isDecidedOn({ names }: Passage, { subject, passive }: Frame, { event }: Told): boolean {
  const named = names.filter((name) => subject.some(({ from, to }) => name.from >= from && name.to <= to));
  return !passive && named.some((name) => name.names.some(({ id }) => event.about.includes(id)));
}

function stated(
  told: Told,
  found: readonly FoundPhrase<string>[],
  frame: Frame,
  kind: "ofSubject" | "ofObject",
  word: string,
  afterAuxiliary: boolean,
  at: number,
): ToldOutcome {
  const { lemma, to, denials } = found[0]!;
  const denied = (frame.denials + denials) % 2 === 1;
  return {
    told,
    outcomes: [...new Set(found.map(({ value }) => value))],
    denied,
    words: { from: denied ? frame.from : at, to },
    form: { kind, lemma, tense: tenseOf(word, lemma, afterAuxiliary) },
  };
}

/** "In its ruling of May the court rejected the complaint", "the complaint was upheld in the ruling". */
function* byApplication(passage: Passage, frame: Frame, told: readonly Told[]): Generator<ToldOutcome> {
  const { keys, verbs, clauses } = passage;
  const lemma = verbs[frame.verb]?.lemma ?? keys[frame.verb]!;
  const outcome = GRANTING.has(lemma) ? "approved" : DENYING.has(lemma) ? "rejected" : undefined;
  if (outcome === undefined) return;
  const end = frame.passive ? (frame.subject[0]?.to ?? 0) : chunkEnd(passage, frame.to);
  if (!APPLICATIONS.has(keys[end - 1] ?? "")) return;
  const event =
    (frame.passive ? undefined : eventOf(frame.subject, told)) ??
    told.find(
      ({ cue, governor }) =>
        /^(?:in|by|with|at)$/.test(governor ?? "") && clauses.at[cue.from] === frame.clause,
    );
  if (event === undefined) return;
  const denied = frame.denials % 2 === 1;
  const tense = tenseOf(keys[frame.verb]!, lemma, frame.from < frame.verb);
  const words = { from: denied ? frame.from : frame.verb, to: frame.to };
  yield { told: event, outcomes: [outcome], denied, words, form: { kind: "ofObject", lemma, tense } };
}

/** "was successful", "proved a failure". */
function* byCopula(
  passage: Passage,
  frame: Frame,
  told: readonly Told[],
  { adjectives, nouns }: OutcomeLexicon,
): Generator<ToldOutcome> {
  const { keys, tags } = passage;
  if (!BE.has(keys[frame.verb]!) && !/^(?:prove|proves|proved|turned|ended)$/.test(keys[frame.verb]!)) return;
  const event = eventOf(frame.subject, told);
  if (event === undefined) return;
  let at = frame.to;
  let article = false;
  while (
    tags[at] === "adverb" ||
    tags[at] === "neg" ||
    tags[at] === "det" ||
    /^(?:complete|total|great|clear|out|to|be|as)$/.test(keys[at] ?? "")
  ) {
    article ||= tags[at] === "det";
    at++;
  }
  if (isHalf(passage, { from: frame.to, to: at })) return;
  const kind = article && nouns.has(keys[at] ?? "") ? "nouns" : "adjectives";
  const outcomes = (kind === "nouns" ? nouns : adjectives).get(keys[at] ?? "");
  if (outcomes === undefined || tags[at + 1] === "word" || /^(?:in|for|at|to)$/.test(keys[at + 1] ?? ""))
    return;
  const denials = tags.slice(frame.to, at).filter((tag) => tag === "neg").length;
  const denied = (frame.denials + denials) % 2 === 1;
  yield {
    told: event,
    outcomes,
    denied,
    words: { from: denied ? frame.to - 1 : at, to: at + 1 },
    form: { kind },
  };
}

/** "the failed talks": an adjective in the event's own noun phrase. */
function* byAdjective({ keys }: Passage, told: Told, { adjectives }: OutcomeLexicon): Generator<ToldOutcome> {
  const { start, from } = told.cue;
  for (let i = start; i < from; i++) {
    const outcomes = adjectives.get(keys[i]!);
    if (outcomes === undefined || HALF.has(keys[i - 1] ?? "")) continue;
    yield { told, outcomes, denied: false, words: { from: i, to: i + 1 }, form: { kind: "adjectives" } };
  }
}

/** "the failure of the talks", "the talks' failure". */
function* byNoun(passage: Passage, told: Told, { nouns }: OutcomeLexicon): Generator<ToldOutcome> {
  const { keys, tags, clauses, verbs } = passage;
  const { start, to } = told.cue;
  const at = keys[start - 1] === "of" ? start - 2 : keys[to] === "'s" ? to + 1 : -1;
  const outcomes = nouns.get(keys[at] ?? "");
  if (outcomes === undefined || !/^(?:det|prep|mark|conj|word)$/.test(tags[at - 1] ?? "mark")) return;
  const before = keys[at - 1] ?? "";
  if (tags[at - 1] === "word" && !/^(?:'s|eventual|final|ultimate|complete|recent|subsequent)$/.test(before))
    return;
  if (/^(?:any|some|a|such|possible)$/.test(before)) return;
  const clause = clauses.at[at];
  const isUnreal = keys.some((key, i) => clauses.at[i] === clause && UNREAL.has(verbs[i]?.lemma ?? key));
  if (!isUnreal)
    yield { told, outcomes, denied: false, words: { from: at, to: at + 1 }, form: { kind: "nouns" } };
}
