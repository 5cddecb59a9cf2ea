import type { TimeValue } from "../time/time.ts";
import type { Claim, Fact, Id, Knowledge, Named, Vocabulary } from "./knowledge.ts";
import { BUILT_IN } from "./vocabulary/vocabulary.ts";

/** What there is in a knowledge base, in numbers. */
export interface Statistics {
  readonly entries: Readonly<Record<"sources" | "entities" | "events" | "claims" | "figures", number>>;
  /** The most frequent first. */
  readonly entityTypes: Tally;
  readonly eventTypes: Tally;
  readonly claimStatuses: Tally;
  /** Names of all forms, by the key that has them in the format. */
  readonly names: Tally;
  readonly offices: { readonly held: number; readonly dated: number; readonly holders: number };
  readonly events: {
    readonly dated: number;
    /** The days that all dated events together cover; absent where none is dated. An open end counts as its other end. */
    readonly span?: { readonly first: string; readonly last: string };
  };
  readonly evidence: {
    readonly pieces: number;
    readonly quotes: number;
    /** By source, all of them, also those that nothing cites. */
    readonly bySource: Tally;
    /** Entries that no source speaks for. */
    readonly without: number;
  };
  /** Words that the built-in vocabulary does not have, by its parts. */
  readonly addedVocabulary: Tally;
}

export type Tally = readonly (readonly [what: string, count: number])[];

/** Counts what is in a knowledge base; linear in its entries. */
export function statisticsOf(knowledge: Knowledge): Statistics {
  const { sources, entities, events, claims, figures, vocabulary } = knowledge;
  const facts: Fact[] = [...entities.values(), ...events.values(), ...claims.values(), ...figures.values()];
  return {
    entries: {
      sources: sources.size,
      entities: entities.size,
      events: events.size,
      claims: claims.size,
      figures: figures.size,
    },
    entityTypes: tally(entities.values(), ({ type }) => [type]),
    eventTypes: tally(events.values(), ({ type }) => [type]),
    claimStatuses: tally(claims.values(), ({ status }: Claim) => [status]),
    names: namesOf(knowledge),
    offices: officesOf(knowledge),
    events: datesOf(knowledge),
    evidence: evidenceOf(facts, sources.keys()),
    addedVocabulary: addedTo(vocabulary),
  };
}

function tally<T>(items: Iterable<T>, keysOf: (item: T) => Iterable<string>): Tally {
  const counts = new Map<string, number>();
  for (const item of items) for (const key of keysOf(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function namesOf({ entities, events }: Knowledge): Tally {
  const count = (of: Iterable<Named>, lengthOf: (named: Named) => number) => {
    let sum = 0;
    for (const each of of) sum += lengthOf(each);
    return sum;
  };
  const all: readonly Named[] = [...entities.values(), ...events.values()];
  const forms: Tally = [
    ["name", all.length],
    ["aliases", count(all, ({ aliases }) => aliases.length)],
    ["weakAliases", sum(entities.values(), ({ weakAliases }) => weakAliases.length)],
    ["abbreviation", count(all, ({ abbreviations }) => abbreviations.length)],
    ["identifiers", count(all, ({ identifiers }) => identifiers.length)],
    ["demonyms", sum(entities.values(), ({ demonyms }) => demonyms.length)],
    ["metonyms", sum(entities.values(), ({ metonyms }) => metonyms.length)],
    ["discouraged", count(all, ({ discouraged }) => discouraged.length)],
    ["misnomers", count(all, ({ misnomers }) => misnomers.length)],
  ];
  return forms.filter(([, n]) => n > 0);
}

function sum<T>(items: Iterable<T>, numberOf: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += numberOf(item);
  return total;
}

function officesOf({ entities }: Knowledge): Statistics["offices"] {
  const holders = [...entities.values()].filter(({ roles }) => roles.length > 0);
  const roles = holders.flatMap((holder) => holder.roles);
  return {
    held: roles.length,
    dated: roles.filter(({ during }) => during !== undefined).length,
    holders: holders.length,
  };
}

function datesOf({ events }: Knowledge): Statistics["events"] {
  const dates = [...events.values()].flatMap(({ date }) => (date === undefined ? [] : [date]));
  if (dates.length === 0) return { dated: 0 };
  const first = dates.reduce((a, b) => (beginOf(b) < beginOf(a) ? b : a));
  const last = dates.reduce((a, b) => (endOf(b) > endOf(a) ? b : a));
  return {
    dated: dates.length,
    span: { first: endsOf(first)[0], last: endsOf(last)[1] },
  };
}

function beginOf({ start, end }: TimeValue): number {
  return Number.isFinite(start) ? start : end;
}

function endOf({ start, end }: TimeValue): number {
  return Number.isFinite(end) ? end : start;
}

/** The ends of a date as written; of one that has but one, that one twice. */
function endsOf({ edtf }: TimeValue): [string, string] {
  const ends = edtf.split("/").filter((end) => end !== "" && end !== "..");
  return [ends[0]!, ends.at(-1)!];
}

function evidenceOf(facts: readonly Fact[], sources: Iterable<Id>): Statistics["evidence"] {
  const pieces = facts.flatMap(({ evidence }) => evidence);
  const cited = new Map(tally(pieces, ({ source }) => [source]));
  const unused = [...sources].filter((id) => !cited.has(id)).map((id) => [id, 0] as const);
  return {
    pieces: pieces.length,
    quotes: pieces.filter(({ quote }) => quote !== undefined).length,
    bySource: [...cited, ...unused],
    without: facts.filter(({ evidence }) => evidence.length === 0).length,
  };
}

function addedTo(vocabulary: Vocabulary): Tally {
  return (Object.keys(BUILT_IN) as (keyof Vocabulary)[])
    .map((part) => {
      const added = Object.keys(vocabulary[part]).filter((word) => !Object.hasOwn(BUILT_IN[part], word));
      return [part, added.length] as const;
    })
    .filter(([, n]) => n > 0);
}
