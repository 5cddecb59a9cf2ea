import { verbForms } from "../../text/inflect.ts";
import { BE } from "../english/function-words.ts";
import { CARRIERS, NEGATORS } from "../english/relations.ts";
import type { Clause } from "./clauses.ts";
import type { Passage } from "./passage.ts";
import type { Scope } from "./scopes.ts";

/** A noun phrase up to its head: article, adjectives and nouns, without the phrases that follow. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** A verb with its auxiliaries, and who or what it is said of. */
export interface Frame {
  readonly clause: number;
  /** From the first auxiliary to one past the verb: "has yet to recognize" is one. */
  readonly from: number;
  readonly to: number;
  readonly verb: number;
  readonly passive: boolean;
  /** How often it is denied before or at the verb: by "not" and "never", and by verbs ("refused to sign"). */
  readonly denials: number;
  /** Why it is not simply stated, other than that it is denied; "carried" where another verb leads to it ("began to sign"). */
  readonly scope: Scope | "carried" | undefined;
  /** The phrases that are its subject, more than one in a list; those of a relative clause stand before it. */
  readonly subject: readonly Chunk[];
}

const remembered = new WeakMap<Passage, readonly Frame[]>();

/** The verbs of a passage in the order of the text, each with its subject. Linear in the passage, but for its clauses. */
export function framesOf(passage: Passage): readonly Frame[] {
  let frames = remembered.get(passage);
  if (frames === undefined) remembered.set(passage, (frames = read(passage)));
  return frames;
}

function read(passage: Passage): readonly Frame[] {
  const { tags, tokens } = passage;
  const frames: Frame[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const isVerb = tags[i] === "verb" || (tags[i] === "ing" && tags[i + 1] !== "word");
    if (!isVerb && !(tags[i] === "aux" && isAlone(passage, i))) continue;
    frames.push(frameAt(passage, i));
  }
  return frames;
}

/** A form of "be" or "have" that stands for itself: no verb follows it in its group. */
function isAlone({ tags, keys, clauses, verbs }: Passage, at: number): boolean {
  // "Only then did the talks begin".
  const asks = /^(?:did|does|do)$/.test(keys[at]!);
  if (
    asks &&
    tags.some(
      (tag, i) => i > at && tag === "verb" && verbs[i]?.tense === "base" && clauses.at[i] === clauses.at[at],
    )
  )
    return false;
  let i = at + 1;
  while (tags[i] === "adverb" || tags[i] === "neg" || tags[i] === "aux" || tags[i] === "modal") {
    if (tags[i] === "aux") return false;
    i++;
  }
  if (keys[i] === "yet" || (keys[i] === "to" && tags[i + 1] === "verb")) return false;
  return tags[i] !== "verb" && tags[i] !== "ing";
}

function frameAt(passage: Passage, verb: number): Frame {
  const { tags, keys, clauses } = passage;
  const chain = chainBefore(passage, verb);
  const from = groupStart(passage, chain.head);
  const negations = tags
    .slice(from, verb + 1)
    .filter((tag, k) => tag === "neg" && !/^(?:only|just|merely)$/.test(keys[from + k + 1] ?? "")).length;
  const clause = clauses.all[clauses.at[from]!]!;
  return {
    clause: clauses.at[verb]!,
    from,
    to: verb + 1,
    verb,
    passive: isPassive(passage, clause, verb),
    denials: negations + chain.denials,
    scope: outerScope(passage, clause) ?? ownScope(passage, from, verb, chain, negations > 0),
    subject: subjectOf(passage, clause, from, verb),
  };
}

/**
 * What its own "not" and "refused to" do is counted as a denial; by anything else in the clause, it is not simply
 * stated.
 */
function ownScope(
  passage: Passage,
  from: number,
  verb: number,
  { head, denials, unsure }: Chain,
  negated: boolean,
): Frame["scope"] {
  const scope = passage.scopes[head];
  const isOwnNegation = scope === "negated" && (negated || isDeniedAfter(passage, verb));
  const isOwnRefusal =
    scope === "planned" && denials > 0 && !passage.tags.slice(from, verb).includes("modal");
  if (scope !== undefined && !isOwnNegation && !isOwnRefusal) return scope;
  return unsure ? "carried" : undefined;
}

/** "It is not true that …": what the clause around a "that" says of it holds for all in it. */
function outerScope({ scopes, tags }: Passage, { kind, from }: Clause): Scope | undefined {
  if (kind !== "complement") return undefined;
  let before = from - 1;
  while (before > 0 && tags[before] === "mark") before--;
  return scopes[before];
}

/** "is not", "was never". */
function isDeniedAfter({ tags }: Passage, verb: number): boolean {
  return (
    tags[verb] === "aux" &&
    (tags[verb + 1] === "neg" || (tags[verb + 1] === "adverb" && tags[verb + 2] === "neg"))
  );
}

interface Chain {
  /** The verb that the others hang on. */
  readonly head: number;
  readonly denials: number;
  /** What it leads to need not have happened. */
  readonly unsure: boolean;
}

/** "has refused to impose", "has yet to recognize": the verbs that lead to this one, and how often they deny it. */
function chainBefore(passage: Passage, verb: number): Chain {
  const { tags, keys, verbs } = passage;
  if (keys[verb - 1] !== "to") return { head: verb, denials: 0, unsure: false };
  let i = verb - 2;
  while (tags[i] === "adverb" && keys[i] !== "yet" && keys[i] !== "still") i--;
  if (i < 0) return { head: verb, denials: 0, unsure: true };
  if (keys[i] === "yet" || keys[i] === "still")
    return { head: tags[i - 1] === "aux" ? i - 1 : i, denials: 1, unsure: tags[i - 1] !== "aux" };
  const lemma = verbs[i]?.lemma ?? "";
  if (NEGATORS.has(lemma)) return { head: i, denials: 1, unsure: false };
  return { head: i, denials: 0, unsure: !CARRIERS.has(lemma) };
}

function groupStart({ tags, keys }: Passage, verb: number): number {
  let from = verb;
  while (from > 0 && ["aux", "modal", "adverb", "neg"].includes(tags[from - 1]!)) from--;
  // "Later it was signed": adverbs at the head are no part of the group.
  while (tags[from] === "adverb" && from < verb && keys[from] !== "never") from++;
  return from;
}

function isPassive(passage: Passage, clause: Clause, verb: number): boolean {
  const { tags, keys, verbs } = passage;
  if (tags[verb] !== "verb" || verbs[verb]?.tense === "base") return false;
  if (clause.kind === "participial" && clause.verbs[0] === verb) return !isFiniteVerb(passage, clause, verb);
  let i = verb - 1;
  while (tags[i] === "adverb" || tags[i] === "neg") i--;
  return tags[i] === "aux" && BE.has(keys[i]!);
}

function subjectOf(passage: Passage, clause: Clause, before: number, verb?: number): readonly Chunk[] {
  const { keys, clauses } = passage;
  const own = chunksIn(passage, clause.from, before, clause.id);
  if (clause.kind === "relative")
    return own.length === 0 && /^(?:who|which|that)$/.test(keys[clause.from]!)
      ? antecedent(passage, clause)
      : [];
  if (clause.kind === "participial" && own.length === 0) {
    if (verb === undefined || !isFiniteVerb(passage, clause, verb)) return antecedent(passage, clause);
    const parent = clauses.all[clause.parent ?? 0]!;
    return chunksIn(passage, parent.from, clause.from, parent.id);
  }
  if (own.length > 0) return own;
  const parent = clause.parent === undefined ? undefined : clauses.all[clause.parent]!;
  if (parent === undefined || (clause.kind !== "coordinate" && clause.kind !== "infinitive")) return [];
  const outer = firstVerb(parent, -1);
  return outer === undefined ? [] : subjectOf(passage, parent, groupStart(passage, outer), outer);
}

function firstVerb({ verbs, auxiliaries }: Clause, after: number): number | undefined {
  return [...verbs, ...auxiliaries].sort((a, b) => a - b).find((at) => at > after);
}

/** "The accord, of 3 May, came …", "the talks, in Vell, succeeded": no participle, but the verb of the clause around it. */
function isFiniteVerb(passage: Passage, { from }: Clause, verb: number): boolean {
  const { tags, keys, verbs } = passage;
  if (tags[verb] !== "verb") return false;
  if (!isParticiple(verbs[verb]!.lemma, keys[verb]!) || isOnlyVerb(passage, verb)) return true;
  if (keys[from - 1] !== "," || keys[verb + 1] === "by") return false;
  for (let i = from - 2; i > 0; i--) {
    if (tags[i] === "verb" || tags[i] === "aux") return false;
    if (keys[i] === ",") return tags[i + 1] === "prep";
  }
  return false;
}

/** No other verb of the sentence could be the one that every sentence has. */
function isOnlyVerb({ tags, clauses }: Passage, verb: number): boolean {
  return !tags.some((tag, i) => {
    if (i === verb || (tag !== "verb" && tag !== "aux" && tag !== "modal")) return false;
    const { kind, from } = clauses.all[clauses.at[i]!]!;
    return tags[i - 1] !== "prep" && !(kind === "participial" && from === i) && kind !== "relative";
  });
}

/** Whether a form of a verb can be its past participle: "came" cannot. */
function isParticiple(lemma: string, word: string): boolean {
  return verbForms(lemma).participle === word || lemma === word;
}

/**
 * What a relative clause or a participle describes: the phrase right before it, or, less likely, the one on which that
 * hangs ("the opening of A, which"); a participle at the head describes the subject that comes after it.
 */
function antecedent(passage: Passage, clause: Clause): readonly Chunk[] {
  const { keys, clauses } = passage;
  const parent = clauses.all[clause.parent ?? 0]!;
  const near = chunksIn(passage, parent.from, clause.from, parent.id, true).at(-1);
  const head = chunksIn(passage, parent.from, clause.from, parent.id).at(-1);
  if (near !== undefined) return head === undefined || head.from === near.from ? [near] : [near, head];
  let end = clause.from;
  while (end < keys.length && !(keys[end] === "," && clauses.at[end + 1] === parent.id)) end++;
  const verb = firstVerb(parent, end);
  return verb === undefined ? [] : chunksIn(passage, end, groupStart(passage, verb), parent.id);
}

/**
 * The noun phrases of a clause between two tokens that hang on no preposition: the last one, with those that stand in a
 * list with it. With `any`, phrases after a preposition count as well.
 */
function chunksIn(passage: Passage, from: number, to: number, clause: number, any = false): readonly Chunk[] {
  const { tags, keys, clauses } = passage;
  let list: readonly Chunk[] = [];
  let joined = false;
  for (let i = from; i < to; i++) {
    if (clauses.at[i] !== clause) continue;
    if (tags[i] === "verb") list = [];
    const end = chunkEnd(passage, i, to);
    if (end === i) {
      joined = tags[i] === "conj" || keys[i] === ",";
      continue;
    }
    let p = i - 1;
    while (tags[p] === "adverb") p--;
    // "before the truce was signed": the word that opens the clause governs nothing in it.
    const opens =
      p === from && clauses.all[clause]?.from === from && clauses.all[clause]?.kind === "subordinate";
    const governed = !opens && tags[p] === "prep";
    // "the leader of A and B came": B hangs on "of" too.
    const inList = joined && list.length > 0 && /^(?:and|or|nor|&)$/.test(keys[i - 1]!);
    if (!governed || any) list = inList ? [...list, { from: i, to: end }] : [{ from: i, to: end }];
    joined = false;
    i = end - 1;
  }
  return list;
}

/** One past the noun phrase that begins at a token, or the token itself where none does. */
export function chunkEnd({ tags, keys, tokens }: Passage, from: number, to = tokens.length): number {
  if (tags[from] === "pron") return from + 1;
  let i = from;
  let hasHead = false;
  while (i < to) {
    const tag = tags[i]!;
    // "the engineers' strike", "the run-up".
    const isHyphen = (keys[i] === "-" || keys[i] === "'") && !tokens[i]!.spaced && i > from;
    const starts = tag === "det" || (tag === "neg" && keys[i] === "no");
    if (starts && i > from && tags[i - 1] !== "det") break;
    if (tag === "word" || tag === "name" || tag === "number") hasHead ||= tag !== "number";
    else if (!starts && !isHyphen && !(tag === "time" && tags[i + 1] === "word") && !describes(tags, i))
      break;
    i++;
  }
  return hasHead ? i : from;
}

/** "the first talks": a word that is an adverb elsewhere. */
function describes(tags: Passage["tags"], i: number): boolean {
  return tags[i] === "adverb" && (tags[i + 1] === "word" || tags[i + 1] === "name") && tags[i - 1] === "det";
}
