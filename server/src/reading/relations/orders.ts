import {
  BEFORE_ORDER,
  DISTANCES,
  ORDER_PREPOSITIONS,
  ORDER_VERBS,
  type Order,
  OVER,
} from "../english/relations.ts";
import type { Stretch } from "../events/attachment.ts";
import { type Frame, framesOf } from "../grammar/frames.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { rarestOf, tellingWords } from "../telling-words.ts";
import { type Happening, happeningOf } from "./happenings.ts";
import { eventAt, eventOf, type Told } from "./told-events.ts";
import { inTense, phrasesAt, tenseOf, verbPhrases } from "./verb-phrases.ts";

/** What a passage says of the order of two events: the first "before" or "after" the second. */
export interface ToldOrder {
  readonly first: Happening;
  readonly second: Happening;
  readonly order: Order;
  /** The words that say so. */
  readonly words: Stretch;
  /** What would say the opposite in their place. */
  readonly instead: readonly string[];
}

const PHRASES = verbPhrases(ORDER_VERBS.map((entry) => [entry.verb, entry] as const));
const opposite = (order: Order): Order => (order === "before" ? "after" : "before");

/** The orders that a passage states between events that it speaks of. */
export function* ordersIn(passage: Passage, told: readonly Told[]): Generator<ToldOrder> {
  if (told.length < 2 || !hasClass(passage, ORDER)) return;
  for (const frame of framesOf(passage)) yield* byVerb(passage, frame, told);
  for (const second of told) yield* byPreposition(passage, second, told);
  yield* byClause(passage, told);
  yield* byPast(passage, told);
  yield* bySequence(passage, told);
  yield* byDistance(passage, told);
}

const TELLING = new Set([
  ...tellingWords(PHRASES),
  ...Object.keys(ORDER_PREPOSITIONS).map((phrase) => rarestOf(phrase.split(" "))),
  ..."before after once when time sooner hardly scarcely barely then".split(" "),
]);
/** Words of which every order has one. */
const ORDER = wordClass(({ key }) => TELLING.has(key));

/** "A followed B", "A, which led to B", "A was preceded by B". */
function* byVerb(passage: Passage, frame: Frame, told: readonly Told[]): Generator<ToldOrder> {
  const found = phrasesAt(PHRASES, passage, frame.verb)[0];
  if (found === undefined || frame.scope !== undefined || frame.denials > 0) return;
  const first = eventOf(frame.subject, told);
  const passive = frame.passive && passage.keys[found.to] === "by";
  const second = first && eventAt(passage, passive ? found.to + 1 : found.to, told);
  if (first === undefined || second === undefined || (frame.passive && !passive)) return;
  const order = passive ? opposite(found.value.order) : found.value.order;
  const { keys, tokens } = passage;
  const relative =
    !passive && frame.from === frame.verb && /^(?:which|that)$/.test(keys[frame.from - 1] ?? "");
  const tense = tenseOf(keys[frame.verb]!, found.lemma, frame.from < frame.verb);
  const verbs = passive ? [order === "before" ? "precede" : "follow"] : found.value.instead;
  const lead = relative ? `${tokens[frame.from - 1]!.text} ` : "";
  yield {
    first: { told: first, aspect: "whole" },
    second: { told: second, aspect: "whole" },
    order,
    words: { from: relative ? frame.from - 1 : frame.verb, to: found.to },
    instead: verbs.map((verb) => lead + inTense(verb, tense)),
  };
}

/** "A came after B", "In the wake of B, the parties signed A". */
function* byPreposition(passage: Passage, second: Told, told: readonly Told[]): Generator<ToldOrder> {
  if (second.cue.how === "verb") return;
  const found = orderBefore(passage, second.cue.start);
  if (
    found === undefined ||
    passage.tags[found.words.from - 1] === "neg" ||
    isDated(passage, found.words) ||
    passage.scopes[found.words.from] !== undefined
  )
    return;
  const frame = hostOf(passage, found.words);
  const first = frame && happeningOf(passage, frame, told);
  if (first === undefined || first.told === second) return;
  yield { first, second: { told: second, aspect: "whole" }, ...found };
}

/** The order words that end right before a token, at most four of them. */
function orderBefore(
  { keys, tokens }: Passage,
  at: number,
): Pick<ToldOrder, "order" | "words" | "instead"> | undefined {
  for (let length = 5; length > 0; length--) {
    const from = at - length;
    if (from < 0) continue;
    const phrase = keys
      .slice(from, at)
      .join(" ")
      .replace(/^in the direct /, "in the ");
    const cue = Object.hasOwn(ORDER_PREPOSITIONS, phrase) ? ORDER_PREPOSITIONS[phrase] : undefined;
    if (cue === undefined) continue;
    const upper = /^\p{Lu}/u.test(tokens[from]!.text);
    const instead = upper
      ? cue.instead.map((text) => text.charAt(0).toUpperCase() + text.slice(1))
      : cue.instead;
    return { order: cue.order, words: { from, to: at }, instead };
  }
  return undefined;
}

/** "six days after B": a date of its own, which is judged as one. */
function isDated({ times }: Passage, { from }: Pick<Stretch, "from">): boolean {
  return times.some((time) => time.from <= from && from < time.to);
}

/** The verb that a phrase hangs on: the one before it in its clause, or at the head of a clause the one after it. */
function hostOf(passage: Passage, { from }: Stretch): Frame | undefined {
  const { clauses, tags, keys } = passage;
  const clause = clauses.at[from]!;
  const frames = framesOf(passage).filter(
    (frame) => frame.clause === clause || clauses.at[frame.from] === clause,
  );
  const before = frames.findLast((frame) => frame.to <= from);
  if (before !== undefined) return before;
  for (let i = clauses.all[clause]!.from; i < from; i++)
    if (tags[i] !== "mark" && tags[i] !== "adverb" && tags[i] !== "conj" && !BEFORE_ORDER.has(keys[i]!))
      return undefined;
  return frames.find((frame) => frame.from > from);
}

/** "A broke down before B was agreed", "Once A was signed, B opened". */
function* byClause(passage: Passage, told: readonly Told[]): Generator<ToldOrder> {
  const { clauses, keys, scopes } = passage;
  const frames = framesOf(passage);
  for (const clause of clauses.all) {
    const word = keys[clause.from]!;
    const cue = clause.kind === "subordinate" ? ORDER_CLAUSES[word] : undefined;
    if (cue === undefined || isDated(passage, clause) || scopes[clause.from] !== undefined) continue;
    const inner = frames.find((frame) => frame.clause === clause.id);
    const second = inner && happeningOf(passage, inner, told);
    const outer = frames.filter((frame) => frame.clause === clause.parent);
    const near = outer.findLast((frame) => frame.to <= clause.from) ?? outer[0];
    const first = near && happeningOf(passage, near, told);
    if (first === undefined || second === undefined || first.told === second.told) continue;
    yield {
      first,
      second,
      order: cue.order,
      words: { from: clause.from, to: clause.from + 1 },
      instead: cue.instead,
    };
  }
}

const ORDER_CLAUSES: Readonly<Record<string, { order: Order; instead: readonly string[] } | undefined>> =
  Object.assign(Object.create(null), {
    before: { order: "before", instead: ["after"] },
    after: { order: "after", instead: ["before"] },
    once: { order: "after", instead: ["before"] },
  });

/** "A had already ended when B began", "By the time B opened, A was over". */
function* byPast(passage: Passage, told: readonly Told[]): Generator<ToldOrder> {
  const { keys, scopes } = passage;
  const turn = keys.findIndex(
    (key, i) => key === "when" || (key === "time" && keys[i - 1] === "the" && keys[i - 2] === "by"),
  );
  if (turn < 0 || keys.includes("sooner")) return;
  const frames = framesOf(passage);
  const inner = frames.find((frame) => frame.from > turn);
  const second = inner && happeningOf(passage, inner, told);
  const outer =
    frames.findLast((frame) => frame.to <= turn) ?? frames.find((frame) => frame.from > (inner?.to ?? 0));
  if (inner === undefined || outer === undefined || second === undefined || scopes[outer.verb] !== undefined)
    return;
  const first = isPast(passage, outer) ? pastEvent(passage, outer, told) : undefined;
  if (first === undefined || first === second.told) return;
  const words = { from: outer.from, to: outer.to };
  yield {
    first: { told: first, aspect: "whole" },
    second: { ...second, aspect: "whole" },
    order: "before",
    words,
    instead: [],
  };
}

function isPast({ keys }: Passage, { from, to, denials }: Frame): boolean {
  if (denials > 0) return false;
  const already = keys.slice(from, to + 2).includes("already");
  return (
    (keys[from] === "had" && already) || (already && keys.slice(to, to + 2).some((key) => OVER.has(key)))
  );
}

function pastEvent(passage: Passage, frame: Frame, told: readonly Told[]): Told | undefined {
  return happeningOf(passage, frame, told)?.told ?? eventOf(frame.subject, told);
}

/** "No sooner had A ended than B began", "A, then B". */
function* bySequence(passage: Passage, told: readonly Told[]): Generator<ToldOrder> {
  const { keys, tokens } = passage;
  const nouns = told.filter(({ cue }) => cue.how !== "verb");
  const order: Order = "before";
  const sooner = keys.findIndex((key, i) => key === "sooner" && keys[i - 1] === "no");
  const scarcely = keys.findIndex(
    (key, i) => /^(?:hardly|scarcely|barely)$/.test(key) && keys[i + 1] === "had",
  );
  const opener = sooner >= 0 ? sooner : scarcely;
  const turn = keys.findIndex((key, i) => i > opener && key === (sooner >= 0 ? "than" : "when"));
  if (opener >= 0 && turn > 0) {
    const first = nouns.find(({ cue }) => cue.from > opener && cue.to <= turn);
    const second = nouns.find(({ cue }) => cue.start === turn + 1);
    const words = {
      from: opener + 1,
      to: tokens.at(-1)!.kind === "mark" ? tokens.length - 1 : tokens.length,
    };
    if (first !== undefined && second !== undefined)
      yield { ...whole(first, second), order, words, instead: [swapped(passage, words, first, second)] };
    return;
  }
  for (const [k, second] of nouns.entries()) {
    const first = nouns[k - 1];
    const between = first && keys.slice(first.cue.to, second.cue.start).join(" ");
    if (between === undefined || !/^[,;] ?(?:and )?then(?: came)?$/.test(between)) continue;
    const at = keys.indexOf("then", first!.cue.to);
    yield { ...whole(first!, second), order, words: { from: at, to: at + 1 }, instead: [] };
  }
}

/** "had A ended than B began" → "had B ended than A began". */
function swapped({ tokens }: Passage, words: Stretch, first: Told, second: Told): string {
  const pieces: readonly (readonly [number, number])[] = [
    [words.from, first.cue.start],
    [second.cue.start, second.cue.to],
    [first.cue.to, second.cue.start],
    [first.cue.start, first.cue.to],
    [second.cue.to, words.to],
  ];
  const text = ([from, to]: readonly [number, number]) =>
    tokens
      .slice(from, to)
      .map((token, k) => (k > 0 && token.spaced ? " " : "") + token.text)
      .join("");
  return pieces
    .map(text)
    .filter((piece) => piece !== "")
    .join(" ");
}

function whole(first: Told, second: Told): Pick<ToldOrder, "first" | "second"> {
  return { first: { told: first, aspect: "whole" }, second: { told: second, aspect: "whole" } };
}

/** "By the time of B, A still lay a month ahead". */
function* byDistance(passage: Passage, told: readonly Told[]): Generator<ToldOrder> {
  const { keys, tokens, tags } = passage;
  const isThen = ({ cue }: Told) =>
    /\b(?:by|at) the time of(?: the)?$/.test(keys.slice(Math.max(0, cue.from - 5), cue.from).join(" "));
  const second = told.find(isThen);
  if (second === undefined) return;
  for (let verb = 1; verb < keys.length; verb++) {
    if (!/^(?:lay|lie|lies|was|were)$/.test(keys[verb]!) || passage.scopes[verb] !== undefined) continue;
    let end = verb;
    while (tags[end - 1] === "adverb") end--;
    const first = told.find(({ cue }) => cue.to === end && cue.how !== "verb");
    const at = keys.findIndex((key, i) => i > verb && i < verb + 6 && Object.hasOwn(DISTANCES, key));
    if (first === undefined || first === second || at < 0 || tags[at + 1] === "det") continue;
    const cue = DISTANCES[keys[at]!]!;
    const words = tokens.slice(end, at).map(({ key, text }) => STILL[key] ?? text);
    yield {
      ...whole(first, second),
      order: cue.order,
      words: { from: end, to: at + 1 },
      instead: cue.instead.map((word) => [...words, word].join(" ")),
    };
  }
}

const STILL: Readonly<Record<string, string | undefined>> = { still: "already", already: "still" };
