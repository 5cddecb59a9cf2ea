import {
  ACCOUNTS,
  ATTEMPTS,
  DOUBTING,
  FUTURE,
  HARMLESS,
  PLANNED,
  PLANNING,
  SAID,
  SAYING,
  SUPPOSING,
  TAKING_BACK,
  VAGUE,
} from "../english/scope-words.ts";
import { verbOf } from "../english/verbs.ts";
import type { Clause, Clauses } from "./clauses.ts";
import type { Grammar } from "./lazy-grammar.ts";
import type { Quotations } from "./quotation-marks.ts";
import type { Tagged } from "./tagged.ts";
import { tagByItself } from "./tags.ts";
import { hasClass, wordClass } from "./word-classes.ts";

/** Why a passage states nothing that could be checked. */
export type Scope = "quoted" | "negated" | "supposed" | "planned" | "doubted" | "asked";

/** For each token the scope in which it stands, undefined where the draft simply states it (ConText, Harkema and others 2009). */
export function scopesOf(
  s: Omit<Grammar, "scopes" | "quotes" | "tagAt">,
  quotations: Quotations,
): (Scope | undefined)[] {
  const scopes: (Scope | undefined)[] = new Array(s.tokens.length).fill(undefined);
  if (hasClass(s, TRIGGER) || hasClass(s, TAKEN_BACK)) mark(s, s.clauses, scopes);
  quote(s, scopes, quotations);
  if (s.tokens.at(-1)?.text === "?") for (let i = 0; i < s.tokens.length; i++) scopes[i] ??= "asked";
  return scopes;
}

/** The scopes that words open, each as far as the clauses let it reach. */
function mark(s: Tagged, clauses: Clauses, scopes: (Scope | undefined)[]): void {
  for (let i = 0; i < s.tokens.length; i++) {
    if (!hasClass(s.words[i]!, TRIGGER)) continue;
    const scope = triggered(s, clauses, i);
    if (scope !== undefined) spread(s, clauses, scopes, i, scope);
  }
  for (const clause of clauses.all) {
    if (clause.kind === "complement" && isTakenBack(s, clauses, clause))
      for (let i = clause.from; i < s.tokens.length; i++)
        if (isWithin(clauses, clauses.at[i]!, clause.id)) scopes[i] ??= "doubted";
  }
}

function quote({ tokens }: Tagged, scopes: (Scope | undefined)[], { all, first }: Quotations): void {
  let next = first;
  for (let i = 0; i < tokens.length && next < all.length; i++) {
    const { start } = tokens[i]!;
    while (next < all.length && all[next]!.end <= start) next++;
    if (next < all.length && all[next]!.start <= start) scopes[i] = "quoted";
  }
}

/** "The chronicler says that he died at Hest; but …": what others say, told in order to be contradicted. */
function isTakenBack({ keys, verbs }: Tagged, { all, at }: Clauses, { from, parent }: Clause): boolean {
  const lemma = verbs[all[parent ?? 0]!.verbs[0] ?? -1]?.lemma ?? "";
  if (!SAYING.has(lemma)) return false;
  let end = from;
  while (end + 1 < keys.length && isWithin({ all, at }, at[end + 1]!, at[from]!)) end++;
  return keys.slice(end + 1, end + 4).some((key) => TAKING_BACK.has(key));
}

/** Words that may deny what they stand with. */
const DENYING = wordClass(
  (word) => tagByItself(word, false) === "neg" || word.key === "instead" || word.key === "rather",
);

/** Whether what stands at a token is quoted or denied; the clauses of a sentence that does neither are not asked for. */
export function isQuotedOrDenied(passage: Grammar, at: number): boolean {
  if (!passage.quotes && !hasClass(passage, DENYING)) return false;
  return passage.scopes[at] === "quoted" || passage.scopes[at] === "negated";
}

const isUnreal = (lemma: string | undefined) =>
  lemma !== undefined && (ATTEMPTS.has(lemma) || PLANNING.has(lemma));

/** Words at which a scope may begin; a verb that is seen only behind "who" has the stem for its lemma. */
const TRIGGER = wordClass((word, { verbForms }) => {
  const { key } = word;
  const tag = tagByItself(word, false);
  if (tag === "neg" || tag === "aux" || TRIGGERS.some((words) => words.has(key))) return true;
  return isUnreal((verbForms.get(key) ?? verbOf(key))?.lemma) || isUnreal(/^(.+)s$/.exec(key)?.[1]);
});
const TAKEN_BACK = wordClass(({ key }) => TAKING_BACK.has(key));
const INVERTED: ReadonlySet<string> = new Set(["had", "were", "should"]);
const TRIGGERS: readonly ReadonlySet<string>[] = [
  ...[SUPPOSING, FUTURE, DOUBTING, PLANNED, VAGUE, SAID, INVERTED],
  new Set(["instead", "rather", "according", "to"]),
];

/** The scope that the word at `i` opens. */
function triggered({ keys, tags, verbs }: Tagged, { all, at }: Clauses, i: number): Scope | undefined {
  const key = keys[i]!;
  // "came to nothing": how it ended, and no denial.
  if (key === "nothing" && keys[i - 1] === "to") return undefined;
  if (tags[i] === "neg") return HARMLESS.has(keys[i + 1] ?? "") ? undefined : "negated";
  if (tags[i] === "name" || tags[i] === "time" || tags[i] === "number") return undefined;
  if (SUPPOSING.has(key)) return "supposed";
  if (INVERTED.has(key) && isInverted(tags, keys, i)) return "supposed";
  if (tags[i] === "modal" && FUTURE.has(key)) return "planned";
  if (DOUBTING.has(key)) return "doubted";
  if (PLANNED.has(key)) return "planned";
  const lemma = verbs[i]?.lemma;
  if (lemma !== undefined && ATTEMPTS.has(lemma) && keys[i + 1] === "to") return "planned";
  if (
    lemma !== undefined &&
    PLANNING.has(lemma) &&
    (tags[i - 1] === "aux" || keys[i + 1] === "to" || keys[i + 1] === "that")
  )
    return "planned";
  if (key === "instead" && keys[i + 1] === "of") return "negated";
  if (key === "rather" && keys[i + 1] === "than") return "negated";
  if (VAGUE.has(key) && (ACCOUNTS.has(keys[i + 1] ?? "") || ACCOUNTS.has(keys[i + 2] ?? "")))
    return "doubted";
  if (
    SAID.has(key) &&
    tags[i - 1] !== "name" &&
    /^(?:is|was|are|were|been|sometimes|often|widely|commonly|once)$/.test(keys[i - 1] ?? "")
  )
    return "doubted";
  if (key === "according" && VAGUE.has(keys[i + 2] ?? "")) return "doubted";
  // "was to open on 3 May": a plan, unless the infinitive tells what the purpose was.
  if (tags[i] === "aux" && keys[i + 1] === "to" && (tags[i + 2] === "verb" || tags[i + 2] === "aux"))
    return "planned";
  if (all[at[i]!]!.kind === "infinitive" && all[at[i]!]!.from === i) return "planned";
  return undefined;
}

/** "Had the truce been signed …", "Should the talks fail …": an auxiliary before its subject, at the clause's start. */
function isInverted(tags: readonly string[], keys: readonly string[], i: number): boolean {
  const before = keys[i - 1];
  const starts = i === 0 || before === "," || before === ";" || before === '"' || before === ":";
  const subject = tags[i + 1];
  return starts && (subject === "det" || subject === "name" || subject === "pron");
}

/** Marks from the trigger to the end of its clause and of the clauses inside it; "but" ends it. */
function spread(
  s: Tagged,
  clauses: Clauses,
  scopes: (Scope | undefined)[],
  from: number,
  scope: Scope,
): void {
  const home = clauses.at[from]!;
  for (let k = from; k < s.tokens.length; k++) {
    if (k > from && (s.keys[k] === "but" || s.keys[k] === ";")) break;
    if (!isWithin(clauses, clauses.at[k]!, home)) {
      if (scope === "doubted") break;
      continue;
    }
    scopes[k] ??= scope;
  }
  // A subject before its negated or planned verb belongs to it as well; a date before it does too ("On 18 October nothing was signed").
  if (s.tags[from] === "neg" && !/^(?:not|never)$|n't$/.test(s.keys[from]!)) return;
  for (let k = from - 1; k >= 0 && clauses.at[k] === home; k--) {
    if (s.keys[k] === "but" || s.keys[k] === "and" || s.keys[k] === ",") break;
    if (s.tags[from] !== "prep" && k >= clauses.all[home]!.from) scopes[k] ??= scope;
  }
}

function isWithin({ all }: Clauses, clause: number, home: number): boolean {
  for (let c: number | undefined = clause; c !== undefined; c = all[c]!.parent) {
    if (c === home) return true;
    // What a relative clause adds is told as a fact, whatever becomes of the clause around it.
    if (all[c]!.kind === "coordinate" || all[c]!.kind === "relative") return false;
  }
  return false;
}
