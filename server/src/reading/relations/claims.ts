import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { ANYBODY, HALF, OTHER_TIME, SAYING, UNREAL } from "../english/relations.ts";
import type { Stretch } from "../events/attachment.ts";
import { type Frame, framesOf } from "../grammar/frames.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { type ClaimLexicon, claimLexicon, type Stance } from "./claim-words.ts";
import { isNobody, objectsAt, type Party, partyOf, subjectOf } from "./parties.ts";
import type { Told } from "./told-events.ts";
import { type FoundPhrase, phrasesAt, type Tense, tenseOf } from "./verb-phrases.ts";

/** When it is said to hold: now, at some time in the past, or at a time that other words tell. */
export type When = "now" | "past" | "other";

/** What a passage says to hold between known actors. */
export interface ToldClaim {
  readonly stances: readonly Stance[];
  /** Undefined: of nobody at all. */
  readonly subject: readonly Id[] | undefined;
  readonly object: readonly Id[] | undefined;
  /** Where they stand, as far as they are named. */
  readonly named: { readonly subject?: Stretch | undefined; readonly object?: Stretch | undefined };
  readonly denied: boolean;
  /** Of these alone, and of no others. */
  readonly only: boolean;
  readonly when: When;
  /** Denied of all times: "never signed". */
  readonly never: boolean;
  readonly clause: number;
  /** The words of the predicate. */
  readonly words: Stretch;
  readonly form: VerbForm | { readonly kind: "noun" } | { readonly kind: "state" };
}

/** A claim told by a verb: its phrase as in the vocabulary, where it begins, and in which form. */
export interface VerbForm {
  readonly kind: "verb";
  readonly frame: Frame;
  readonly lemma: string;
  readonly at: number;
  readonly tense: Tense;
}

/** What is said of whom in a passage, and by what it can be taken up in the next. */
export interface ClaimContext {
  readonly told: readonly Told[];
  /** The subjects of the sentence before. */
  readonly before: () => readonly Party[];
  /** What "it", or "the agreement", can mean as an object. */
  readonly takenUp: (at: number) => readonly Id[];
}

/** Words of which every claim has one. */
const CLAIM = wordClass(({ key }, _, knowledge) => claimLexicon(knowledge).telling.has(key));

/** Whether a passage has any word by which a claim is told. */
export function mayClaim(passage: Passage): boolean {
  return hasClass(passage, CLAIM);
}

/** The claims that a passage makes with the predicates that a knowledge base has claims of. */
export function* claimsIn(
  passage: Passage,
  context: ClaimContext,
  knowledge: Knowledge,
): Generator<ToldClaim> {
  if (!mayClaim(passage)) return;
  const lexicon = claimLexicon(knowledge);
  for (const frame of framesOf(passage)) {
    const isOfNobody = frame.scope === "negated" && frame.subject.some((chunk) => isNobody(passage, chunk));
    if ((frame.scope !== undefined && !isOfNobody) || isSaid(passage, frame)) continue;
    yield* byVerb(passage, frame, context, lexicon, knowledge);
    yield* byState(passage, frame, lexicon);
  }
  if (passage.names.length > 0) yield* byNoun(passage, context, lexicon);
}

/** "Critics say that …", "according to …": not what the draft itself states. */
function isSaid({ clauses, verbs, keys }: Passage, frame: Frame): boolean {
  if (keys.some((key, i) => key === "according" && keys[i + 1] === "to")) return true;
  const clause = clauses.all[clauses.at[frame.from]!]!;
  const parent = clause.kind === "complement" ? clauses.all[clause.parent ?? 0] : undefined;
  return parent?.verbs.some((verb) => SAYING.has(verbs[verb]?.lemma ?? "")) ?? false;
}

function* byVerb(
  passage: Passage,
  frame: Frame,
  context: ClaimContext,
  lexicon: ClaimLexicon,
  knowledge: Knowledge,
): Generator<ToldClaim> {
  const found = predicateAt(passage, frame, lexicon);
  if (found === undefined || isHedged(passage, frame)) return;
  const { phrases, at } = found;
  const { to, denials, lemma } = phrases[0]!;
  const passive = frame.passive && at === frame.verb;
  const subject = subjectOf(passage, frame, context.told, context.before, knowledge);
  const alone = onlyOf(passage, frame);
  if (subject === undefined && alone === undefined) return;
  const known = subject?.kind === "known" ? subject.parties.flatMap(({ ids }) => ids) : undefined;
  const start = passive && passage.keys[to] === "by" ? to + 1 : to;
  if (passive && start === to) return;
  const things = objectsAt(passage, start, context.told);
  const object = things.length > 0 ? things.flatMap(({ ids }) => ids) : context.takenUp(start);
  const first = subject?.kind === "known" ? subject.parties[0] : undefined;
  const nobody = subject?.kind === "nobody";
  const denied = (frame.denials + denials + (nobody ? 1 : 0)) % 2 === 1;
  if (isRestricted(passage, frame, things.at(-1)?.to ?? to, denied)) return;
  const said = alone ?? known;
  yield {
    stances: phrases.map(({ value }) => value),
    subject: passive ? object : nobody ? undefined : said,
    object: passive ? said : object,
    named: passive ? { subject: things[0], object: first } : { subject: first, object: things[0] },
    denied,
    only: alone !== undefined,
    when: whenOf(passage, frame),
    never: denied && passage.keys.slice(frame.from, frame.to).includes("never"),
    clause: frame.clause,
    words: { from: denied || at < frame.verb ? frame.from : at, to },
    form: { kind: "verb", frame, lemma, at, tense: tenseOf(passage.keys[at]!, lemma, frame.from < at) },
  };
}

/** "does not ban it on the high seas", "does not fully support it", "supports it in part": only of a part of it. */
function isRestricted({ keys, tags }: Passage, { from, verb }: Frame, end: number, denied: boolean): boolean {
  if (
    keys[end] === "in" &&
    /^(?:part|principle|private|theory|public|some|places)$/.test(keys[end + 1] ?? "")
  )
    return true;
  if (!denied) return false;
  if (keys.slice(from, verb + 3).some((key) => WHOLLY.test(key))) return true;
  return (
    /^(?:in|on|at|beyond|outside|inside|for|during|under|near|within|off)$/.test(keys[end] ?? "") &&
    tags[end + 1] !== "time"
  );
}

const WHOLLY =
  /^(?:fully|wholly|entirely|completely|always|everywhere|unconditionally|explicitly|directly|really)$/;

/** The longest predicate in a verb's group: that of the verb, or of its auxiliary ("is connected with"). */
function predicateAt(
  passage: Passage,
  frame: Frame,
  { verbs }: ClaimLexicon,
): { phrases: readonly FoundPhrase<Stance>[]; at: number } | undefined {
  for (let at = frame.from; at <= frame.verb; at++) {
    if (at < frame.verb && passage.tags[at] !== "aux") continue;
    const phrases = phrasesAt(verbs, passage, at, frame.verb);
    if (phrases.length > 0 && (at === frame.verb || phrases[0]!.to > frame.verb)) return { phrases, at };
  }
  return undefined;
}

/** "nearly", "all but": only half of it is said. */
function isHedged({ keys }: Passage, { from, to }: Frame): boolean {
  const around = keys.slice(Math.max(0, from - 2), to + 2);
  return around.some(
    (key, i) => (HALF.has(key) && key !== "first") || (key === "all" && around[i + 1] === "but"),
  );
}

/** "Lumeria is the only country that recognizes it": of whom something is said to be true alone. */
function onlyOf(passage: Passage, frame: Frame): readonly Id[] | undefined {
  const [chunk] = frame.subject;
  if (chunk === undefined) return undefined;
  const { keys } = passage;
  const only = keys.indexOf("only", chunk.from);
  if (keys[chunk.from - 1] === "only" || keys[chunk.from] === "only")
    return partyOf(passage, { from: keys[chunk.from] === "only" ? chunk.from + 1 : chunk.from, to: chunk.to })
      ?.ids;
  if (only < 0 || only >= chunk.to || !ANYBODY.has(keys[chunk.to - 1]!)) return undefined;
  const copula = framesOf(passage).find(({ to }) => to <= chunk.from && to >= chunk.from - 1);
  const whole = copula?.denials === 0 && copula.scope === undefined ? copula.subject[0] : undefined;
  return whole && partyOf(passage, whole)?.ids;
}

/** When a verb's tense and the words around it put what is said. */
function whenOf({ keys, verbs, clauses }: Passage, { from, verb, clause }: Frame): When {
  const group = keys.slice(from, verb + 1);
  if (group.includes("had") && verb > from) return "other";
  const never = group.includes("never");
  const moved = keys.some(
    (key, i) =>
      OTHER_TIME.has(key) && clauses.at[i] === clause && !(key === "longer" && keys[i - 1] === "no"),
  );
  if (moved && !never) return "other";
  const first = keys[from]!;
  if (/^(?:is|are|am|has|have|does|do)$/.test(first)) return "now";
  if (/^(?:was|were|did)$/.test(first)) return "past";
  const tense = verbs[from]?.tense ?? verbs[verb]?.tense;
  return tense === "third" || tense === "base" ? "now" : "past";
}

/** "The crossing has stayed open": of what is claimed to be closed, whoever closed it. */
function* byState(passage: Passage, frame: Frame, { states }: ClaimLexicon): Generator<ToldClaim> {
  const { keys, tags, verbs } = passage;
  const lemma = verbs[frame.verb]?.lemma ?? keys[frame.verb]!;
  if (states.size === 0 || !/^(?:is|are|been|remain|stay|keep)$/.test(lemma) || frame.passive) return;
  let at = frame.to;
  while (tags[at] === "adverb" || tags[at] === "neg") at++;
  const predicates = states.get(keys[at] ?? "");
  const chunk = frame.subject[0];
  const object = chunk && stateHolder(passage, chunk.from, chunk.to);
  if (predicates === undefined || object === undefined || tags[at + 1] === "word" || isHedged(passage, frame))
    return;
  if (frame.denials > 0 || tags.slice(frame.to, at).includes("neg")) return;
  yield {
    stances: predicates.map((predicate) => ({ predicate, holds: false, inverse: false })),
    subject: undefined,
    object,
    named: {},
    denied: false,
    only: false,
    when: whenOf(passage, frame),
    never: false,
    clause: frame.clause,
    words: { from: frame.from, to: at + 1 },
    form: { kind: "state" },
  };
}

/** "the Marrow Bridge crossing": a place with a noun for what it is. */
function stateHolder(passage: Passage, from: number, to: number): readonly Id[] | undefined {
  const whole = partyOf(passage, { from, to });
  return (whole ?? partyOf(passage, { from, to: to - 1 }))?.ids;
}

/** "Var, a member of the union": whom the noun phrase describes. */
function apposed({ keys, names }: Passage, start: number): Passage["names"][number] | undefined {
  if (!/^(?:a|an|one)$/.test(keys[start - 1] ?? "") || keys[start - 2] !== ",") return undefined;
  const found = names.find(({ to }) => to === start - 2);
  return found !== undefined && (found.from < 2 || keys[found.from - 1] !== "of") ? found : undefined;
}

/** "the League's support for the act", "Brisay, a member of the union,". */
function* byNoun(passage: Passage, { told }: ClaimContext, { nouns }: ClaimLexicon): Generator<ToldClaim> {
  const { keys, tags, clauses, verbs, scopes, names } = passage;
  for (let i = 1; i < keys.length; i++) {
    const entries = tags[i] === "word" || tags[i] === "verb" ? nouns.get(keys[i]!) : undefined;
    const fitting = entries?.filter(({ rest }) => rest.every((word, k) => keys[i + 1 + k] === word));
    if (fitting === undefined || fitting.length === 0 || scopes[i] !== undefined) continue;
    const length = Math.max(...fitting.map(({ rest }) => rest.length));
    const stances = fitting.filter(({ rest }) => rest.length === length).map(({ stance }) => stance);
    // Nouns that a knowledge base gives without a preposition take the usual ones.
    const bare = length === 0 && /^(?:of|for|to|with|on|against|over|in)$/.test(keys[i + 1] ?? "");
    const to = i + 1 + length + (bare ? 1 : 0);
    if (to === i + 1) continue;
    let start = i;
    while (tags[start - 1] === "word" && keys[start - 1] !== "'s") start--;
    const isOwned = keys[start - 1] === "'s" || keys[start - 1] === "'";
    const owner = isOwned ? names.find((name) => name.to === start - 1) : apposed(passage, start);
    const object = objectsAt(passage, to, told).flatMap(({ ids }) => ids);
    if (owner === undefined || object.length === 0) continue;
    const clause = clauses.at[i];
    const unreal =
      isOwned &&
      keys.some(
        (key, k) =>
          clauses.at[k] === clause &&
          (UNREAL.has(verbs[k]?.lemma ?? key) || SAYING.has(verbs[k]?.lemma ?? "")),
      );
    if (
      unreal ||
      keys.slice(start, i).some((key) => HALF.has(key) || OTHER_TIME.has(key) || key === "alleged")
    )
      continue;
    yield {
      stances,
      subject: owner.names.map(({ id }) => id),
      object,
      named: { subject: owner },
      denied: false,
      only: false,
      when: "now",
      never: false,
      clause: clauses.at[i]!,
      words: { from: i, to },
      form: { kind: "noun" },
    };
  }
}
