import type { Id } from "../../knowledge-base/knowledge.ts";
import { CLAIMING, TELLING } from "../english/reporting-words.ts";
import type { Passage } from "../grammar/passage.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import type { ClaimPattern, ClaimPatterns } from "./claim-patterns.ts";
import { stemOf } from "./stem.ts";

/** A sentence's words that tell a claim. Tokens of the passage. */
export interface ClaimMention {
  readonly pattern: ClaimPattern;
  /** The predicate's word, or the noun for it; the object where neither is there. */
  readonly at: number;
  /** From the first word that it is known by, and one past the last. */
  readonly from: number;
  readonly to: number;
}

/** What the paragraph has spoken of before a sentence. */
export interface Before {
  /** Actors and events named. */
  readonly named: ReadonlySet<Id>;
  /** Stems of its words. */
  readonly stems: ReadonlySet<string>;
  /** Who was named last. */
  readonly last: readonly Id[];
}

/**
 * The contested and alleged claims that a sentence tells: their subject is named, in its place before the verb, and two
 * of predicate, object and further words of the claim are there.
 */
export function claimsTold(passage: Passage, patterns: ClaimPatterns, before: Before): ClaimMention[] {
  const found: ClaimMention[] = [];
  const subjects = [...idsIn(passage.names), ...idsIn(passage.eventNames), ...before.last];
  const of = new Set(subjects.flatMap((id) => patterns.get(id) ?? NONE));
  if (of.size === 0) return found;
  const stems = passage.keys.map(stemOf);
  for (const pattern of of) {
    const mention = told(passage, stems, pattern, before);
    if (mention !== undefined) found.push(mention);
  }
  return found;
}

const NONE: readonly never[] = [];

function told(
  passage: Passage,
  stems: readonly string[],
  pattern: ClaimPattern,
  before: Before,
): ClaimMention | undefined {
  const { claim } = pattern;
  const predicate = predicateIn(passage, pattern, before);
  // "before it can do so": it has not.
  if (
    predicate !== undefined &&
    passage.tags.slice(Math.max(0, predicate.at - 2), predicate.at).includes("modal")
  )
    return undefined;
  const named = objectIn(passage, stems, pattern, before);
  const isObject = named !== undefined && (predicate === undefined || isInPlace(passage, predicate, named));
  const object = isObject ? named : undefined;
  const taken = (i: number) => predicate !== undefined && predicate.at <= i && i < predicate.to;
  const keywords = new Set(stems.filter((stem, i) => pattern.keywords.has(stem) && !taken(i)));
  const isTold =
    predicate === undefined
      ? object !== undefined && keywords.size >= 4 && hasSubject(passage, claim.subject)
      : object !== undefined ||
        (claim.object.length === 0 && (keywords.size >= 1 || predicate.length > 1)) ||
        (keywords.size >= 2 && isAbout(stems, pattern, before));
  if (!isTold) return undefined;
  const parts = [predicate, object].filter((part) => part !== undefined);
  return {
    pattern,
    at: predicate?.at ?? object!.at,
    from: Math.min(...parts.map(({ from }) => from)),
    to: Math.max(...parts.map(({ to }) => to)),
  };
}

/** Whether nothing parts the predicate from its object: "carried out a census; the bombing …". */
function isInPlace({ keys, tags }: Passage, predicate: Part, object: Part): boolean {
  const isBefore = object.to <= predicate.at;
  const between = isBefore ? keys.slice(object.to, predicate.at) : keys.slice(predicate.to, object.from);
  if (between.some((key) => /^(?:[;:—–]|but|while|whereas)$/.test(key))) return false;
  if (isBefore) {
    const isPassive = tags[predicate.at - 1] === "aux" || tags[predicate.at - 2] === "aux";
    return isPassive || between.some((key) => /^(?:that|which)$/.test(key));
  }
  // "knew of the anger over the robbery": another noun is the object.
  const own = tags[predicate.at] === "verb" || tags[predicate.at] === "ing" ? predicate.to + 1 : object.from;
  const isOther = tags.slice(own, object.from).includes("prep");
  return !isOther && !between.some((key) => /^(?:,|and|or)$/.test(key));
}

/** Whether the paragraph so far has named the object, if not in one piece. */
function isAbout(stems: readonly string[], { claim, objectWords }: ClaimPattern, before: Before): boolean {
  if (claim.object.some((id) => before.named.has(id))) return true;
  return objectWords.some(
    ([, ...rest]) => rest.length > 0 && rest.every((stem) => before.stems.has(stem) || stems.includes(stem)),
  );
}

interface Part {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The predicate with its subject in place. */
function predicateIn(
  passage: Passage,
  { claim, verbs, nouns }: ClaimPattern,
  before: Before,
): (Part & { readonly length: number }) | undefined {
  const { keys } = passage;
  for (let i = 0; i < keys.length; i++) {
    const verb = verbs.find(
      ({ forms, rest }) => forms.has(keys[i]!) && rest.every((word, k) => keys[i + 1 + k] === word),
    );
    if (verb !== undefined) {
      const from = subjectOf(passage, i, claim.subject, before);
      const to = i + 1 + verb.rest.length;
      if (from !== undefined) return { at: i, from: Math.min(from, i), to, length: to - i };
    }
    const noun = nouns.find((words) => words.every((word, k) => keys[i + k] === word));
    if (noun !== undefined && hasSubjectAround(passage, i, i + noun.length, claim.subject))
      return { at: i, from: i, to: i + noun.length, length: noun.length };
  }
  return undefined;
}

/** Where the subject of the verb at `i` begins, if it is one of these. */
function subjectOf(passage: Passage, i: number, ids: readonly Id[], before: Before): number | undefined {
  const { keys, names, tags } = passage;
  const all = [...names, ...passage.eventNames];
  if (keys.slice(i + 1, i + 4).includes("by")) {
    const by = keys.indexOf("by", i);
    const agent = all.find(({ from, to }) => from > by && from <= by + 3 && to <= keys.length);
    if (agent !== undefined) return isOneOf(agent, ids) ? agent.from : undefined;
  }
  const left = all.filter(({ to }) => to <= i).sort((a, b) => a.from - b.from);
  const subject = left.findLast((name) => isOneOf(name, ids));
  for (let k = i - 1; k >= 0 && k >= i - 5; k--) {
    if (tags[k] === "name") break;
    if (!/^(?:he|she|it|they|who|which)$/.test(keys[k]!)) continue;
    const isLast = before.last.some((id) => ids.includes(id)) && left.length === 0;
    if (subject !== undefined || isLast) return subject?.from ?? k;
  }
  if (subject === undefined) return undefined;
  // Between the subject and its verb nobody stands but who says so.
  const between = left.filter(({ from }) => from >= subject.to);
  return between.every((name) => isSayer(passage, name)) ? subject.from : undefined;
}

function isSayer({ keys }: Passage, { from, to }: NameMatch): boolean {
  const after = keys.slice(to, to + 4);
  const says = after.findIndex((key) => CLAIMING.has(key) || TELLING.has(key));
  const isAccording =
    /^(?:to|of|by|from)$/.test(keys[from - 1] ?? "") || /^(?:to|of|by|from)$/.test(keys[from - 2] ?? "");
  return (says >= 0 && !after.slice(0, says).includes(",")) || isAccording;
}

function hasSubjectAround(
  { names, eventNames }: Passage,
  from: number,
  to: number,
  ids: readonly Id[],
): boolean {
  return [...names, ...eventNames].some(
    (name) =>
      isOneOf(name, ids) && (name.to <= from ? from - name.to <= 6 : name.from - to <= 3 && name.from >= to),
  );
}

function hasSubject({ names, eventNames }: Passage, ids: readonly Id[]): boolean {
  return [...names, ...eventNames].some((name) => isOneOf(name, ids));
}

/** The object by its name, or by the noun that says what it is, once its other words have been read. */
function objectIn(
  { names, eventNames, keys }: Passage,
  stems: readonly string[],
  { claim, objectWords }: ClaimPattern,
  before: Before,
): Part | undefined {
  const name = [...names, ...eventNames].find((each) => isOneOf(each, claim.object));
  if (name !== undefined) return { at: name.from, from: name.from, to: name.to };
  const known = claim.object.some((id) => before.named.has(id));
  for (const [head, ...rest] of objectWords) {
    const at = stems.indexOf(head!);
    if (at < 0 || !/^(?:the|this|that|these|those)$/.test(keys[at - 1] ?? "")) continue;
    if (known || (rest.length > 0 && rest.every((stem) => before.stems.has(stem) || stems.includes(stem))))
      return { at, from: at - 1, to: at + 1 };
  }
  return undefined;
}

export function idsIn(names: readonly NameMatch[]): Id[] {
  return names.flatMap((match) => match.names.map(({ id }) => id));
}

function isOneOf({ names }: NameMatch, ids: readonly Id[]): boolean {
  return names.some(({ id }) => ids.includes(id));
}
