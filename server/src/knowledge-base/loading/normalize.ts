import type { TimeValue } from "../../time/time.ts";
import type {
  RawBadName,
  RawClaim,
  RawDated,
  RawEntity,
  RawEvent,
  RawEvidence,
  RawFigure,
  RawInfo,
  RawRole,
  RawSource,
} from "../format/schema.ts";
import type {
  BadName,
  Claim,
  Dated,
  Entity,
  Event,
  Evidence,
  Figure,
  Id,
  KnowledgeBaseInfo,
  Named,
  Origin,
  Role,
  Source,
} from "../knowledge.ts";
import type { Inspection } from "./inspection.ts";

/** The entries as the rest of the program knows them: lists for single values, dates read, defaults filled in. */
export const normalize = { info, source, entity, event, claim, figure };

const NONE: readonly never[] = Object.freeze([]);
const NO_MAP: Readonly<Record<string, never>> = Object.freeze(Object.create(null));

function info(raw: RawInfo, inspection: Inspection): KnowledgeBaseInfo {
  const { title, description, language = "en" } = raw;
  return { title, description, language, asOf: time(raw.asOf, inspection) };
}

function source(id: Id, raw: RawSource, origin: Origin): Source {
  const { title, author, publisher, published, url, note, text } = raw;
  return { id, title, author, publisher, published, url, note, text, origin };
}

function entity(id: Id, raw: RawEntity, origin: Origin, inspection: Inspection): Entity {
  return {
    kind: "entity",
    ...named(id, raw, origin, inspection),
    type: raw.type,
    weakAliases: raw.weakAliases ?? NONE,
    demonyms: raw.demonyms ?? NONE,
    metonyms: raw.metonyms ?? NONE,
    country: dated(raw.country, inspection),
    memberOf: dated(raw.memberOf, inspection),
    partOf: raw.partOf,
    formerly: raw.formerly,
    exists: time(raw.exists, inspection),
    roles: raw.roles?.map((each) => role(each, inspection)) ?? NONE,
  };
}

function event(id: Id, raw: RawEvent, origin: Origin, inspection: Inspection): Event {
  return {
    kind: "event",
    ...named(id, raw, origin, inspection),
    date: time(raw.date, inspection),
    stages: stages(raw.stages, inspection),
    place: list(raw.place),
    participants: raw.participants ?? NO_MAP,
    openRoles: raw.openRoles ?? NONE,
    about: raw.about ?? NONE,
    partOf: raw.partOf,
    follows: raw.follows ?? NONE,
    outcome: raw.outcome,
  };
}

function claim(id: Id, raw: RawClaim, origin: Origin, inspection: Inspection): Claim {
  return {
    kind: "claim",
    id,
    subject: list(raw.subject),
    predicate: raw.predicate,
    object: list(raw.object),
    holds: raw.holds ?? true,
    during: time(raw.during, inspection),
    date: time(raw.date, inspection),
    status: raw.status ?? "established",
    attributedTo: raw.attributedTo ?? NONE,
    deniedBy: raw.deniedBy ?? NONE,
    statement: raw.statement,
    evidence: evidence(raw.evidence),
    origin,
  };
}

function figure(id: Id, raw: RawFigure, origin: Origin, inspection: Inspection): Figure {
  return {
    kind: "figure",
    id,
    of: raw.of,
    label: raw.label,
    aliases: raw.aliases ?? NONE,
    value: typeof raw.value === "number" ? raw.value : [raw.value[0]!, raw.value[1]!],
    bound: raw.bound ?? "exact",
    unit: raw.unit,
    asOf: time(raw.asOf, inspection),
    evidence: evidence(raw.evidence),
    origin,
  };
}

function named(id: Id, raw: RawEntity | RawEvent, origin: Origin, inspection: Inspection): Named {
  return {
    id,
    type: raw.type,
    name: raw.name,
    aliases: raw.aliases ?? NONE,
    abbreviations: list(raw.abbreviation),
    identifiers: raw.identifiers ?? NONE,
    discouraged: raw.discouraged?.map((each) => badName(each, inspection)) ?? NONE,
    misnomers: raw.misnomers?.map((each) => badName(each, inspection)) ?? NONE,
    distinctFrom: raw.distinctFrom ?? NONE,
    description: raw.description,
    sameAs: raw.sameAs ?? NONE,
    evidence: evidence(raw.evidence),
    origin,
  };
}

function badName(raw: RawBadName, inspection: Inspection): BadName {
  const { form, reason, since, until, except = NONE } = raw;
  return { form, reason, since: time(since, inspection), until: time(until, inspection), except };
}

function role(raw: RawRole, inspection: Inspection): Role {
  const { title, aliases = NONE, of, during, acting = false } = raw;
  return { title, aliases, of, during: time(during, inspection), acting };
}

function dated(raw: RawDated | undefined, inspection: Inspection): readonly Dated[] {
  return list(raw).map((each) => {
    return typeof each === "string" ? { of: each } : { of: each.of, during: time(each.during, inspection) };
  });
}

function stages(raw: RawEvent["stages"], inspection: Inspection): Readonly<Record<string, TimeValue>> {
  if (raw === undefined) return NO_MAP;
  const result: Record<string, TimeValue> = Object.create(null);
  for (const [name, text] of Object.entries(raw)) {
    const value = time(text, inspection);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function evidence(raw: readonly RawEvidence[] | undefined): readonly Evidence[] {
  return raw ?? NONE;
}

function time(text: string | undefined, inspection: Inspection): TimeValue | undefined {
  if (text === undefined) return undefined;
  const value = inspection.dateOf(text);
  return "problem" in value ? undefined : value;
}

function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return NONE;
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
