import { numberedKeys } from "../../knowledge-base/computed-map.ts";
import { groupTable } from "../../knowledge-base/group-table.ts";
import type { Claim, Entity, Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { PACE } from "../../knowledge-base/steps.ts";
import { tableOf } from "../../knowledge-base/tables.ts";
import { formsOf } from "../../text/inflect.ts";
import { nameTokens } from "../../text/name-words.ts";
import { fold, tokenize } from "../../text/tokens.ts";
import { isFunctionWord } from "../english/function-words.ts";
import { REPORTING_STEMS } from "../english/reporting-words.ts";
import { stemOf } from "./stem.ts";

/** A claim that somebody makes and that is not known to be true, ready to be recognised in a draft. */
export interface ClaimPattern {
  readonly claim: Claim;
  /** The predicate's verbs, each as its folded words; the first is any form of the verb. */
  readonly verbs: readonly Phrase[];
  /** Its nouns, without the preposition that leads to the object. */
  readonly nouns: readonly (readonly string[])[];
  /** What else the claim is told with: stems of the words of its statement and its evidence. */
  readonly keywords: ReadonlySet<string>;
  /** For each object the stems of its names' words, the noun that says what it is first. */
  readonly objectWords: readonly (readonly string[])[];
}

export interface Phrase {
  readonly forms: ReadonlySet<string>;
  readonly rest: readonly string[];
}

/** The patterns of contested and alleged claims by who or what each speaks of as its subject. */
export type ClaimPatterns = ReadonlyMap<Id, readonly ClaimPattern[]>;

const built = new WeakMap<Knowledge, ClaimPatterns>();

/** Built once for each knowledge; linear in its claims. */
export function claimPatterns(knowledge: Knowledge): ClaimPatterns {
  let patterns = built.get(knowledge);
  if (patterns === undefined) built.set(knowledge, (patterns = build(knowledge)));
  return patterns;
}

/** The numbers of the contested and alleged claims. */
export const OPEN_CLAIMS = groupTable({
  name: "open claims",
  of: "claims",
  *keysOf({ claims }) {
    const settled = new Set<string>();
    let gone = 0;
    for (const claim of claims.values()) {
      if (claim.status === "established") settled.add(keyOf(claim));
      if (++gone % PACE === 0) yield;
    }
    // What is contested in general may be established all the same, for another time.
    return (claim) => (claim.status === "established" || settled.has(keyOf(claim)) ? [] : [ALL]);
  },
  alsoChanged: "any",
});

const ALL = "";

function build(knowledge: Knowledge): ClaimPatterns {
  const patterns = new Map<Id, ClaimPattern[]>();
  const ids = numberedKeys(knowledge.claims);
  for (const number of tableOf(OPEN_CLAIMS, knowledge).of(ALL)) {
    const claim = knowledge.claims.get(ids.at(number)!)!;
    const pattern = patternOf(claim, knowledge);
    for (const id of claim.subject) patterns.set(id, [...(patterns.get(id) ?? []), pattern]);
  }
  return patterns;
}

function keyOf({ subject, predicate, object }: Claim): string {
  return [...subject, predicate, ...object].join(" ");
}

function patternOf(claim: Claim, knowledge: Knowledge): ClaimPattern {
  const named = (id: Id): Entity | Event | undefined =>
    knowledge.entities.get(id) ?? knowledge.events.get(id);
  const words = knowledge.vocabulary.predicates[claim.predicate];
  const own = new Set(
    [...claim.subject, ...claim.object, ...claim.attributedTo]
      .flatMap((id) => namesOf(named(id)))
      .flatMap((name) => tokenize(name).map(({ key }) => stemOf(key))),
  );
  const told = [claim.statement, ...claim.evidence.map(({ quote = "" }) => quote)];
  const keywords = told
    .flatMap((text) => tokenize(text))
    .filter(({ kind, key }) => kind === "word" && key.length > 2 && !isFunctionWord(key))
    .map(({ key }) => stemOf(key))
    .filter((stem) => !own.has(stem) && !REPORTING_STEMS.has(stem));
  return {
    claim,
    verbs: (words?.verbs ?? []).map(phraseOf),
    nouns: (words?.nouns ?? []).map((noun) => withoutPreposition(noun.split(" ").map(fold))),
    keywords: new Set(keywords),
    objectWords: claim.object.flatMap((id) => namesOf(named(id)).map(headFirst)),
  };
}

function phraseOf(verb: string): Phrase {
  const [first, ...rest] = verb.split(" ").map(fold);
  return { forms: new Set([first!, ...formsOf(first!)]), rest };
}

function withoutPreposition(words: readonly string[]): readonly string[] {
  return words.length > 1 && isFunctionWord(words.at(-1)!) ? words.slice(0, -1) : words;
}

function namesOf(entry: Entity | Event | undefined): readonly string[] {
  if (entry === undefined) return [];
  const own = entry.kind === "entity" ? [...entry.demonyms, ...entry.metonyms, ...entry.weakAliases] : [];
  return [entry.name, ...entry.aliases, ...entry.abbreviations, ...own];
}

function headFirst(name: string): readonly string[] {
  const keys = nameTokens(name).map(({ key }) => key);
  const of = keys.indexOf("of");
  const head = keys[of > 0 ? of - 1 : keys.length - 1]!;
  return [head, ...keys.filter((key) => key !== head && !isFunctionWord(key))].map(stemOf);
}
