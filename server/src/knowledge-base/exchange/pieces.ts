import { ENTITY_TYPES } from "../knowledge.ts";

// What the records of an input come down to, whatever its form. An office, its holder and the body that it belongs to can
// lie a million records apart, so each piece names the others only by their ids; whoever puts the pieces together
// (../../cli/import/) knows at the end which of them there are.

/** What is named by a record: an entry by its id, or a country by its ISO code; with both, the id counts if there is one. */
export interface Reference {
  readonly id?: string | undefined;
  readonly country?: string | undefined;
}

/** What an entry says of another one. `during` is EDTF. */
export type Link =
  | { readonly key: "country" | "memberOf"; readonly of: Reference; readonly during?: string | undefined }
  | { readonly key: "partOf" | "formerly" | "follows" | "place" | "about"; readonly of: Reference }
  | { readonly key: "participants"; readonly role: string; readonly of: Reference }
  | Office;

export interface Office {
  readonly key: "roles";
  readonly title: string;
  readonly aliases?: readonly string[] | undefined;
  /** In the order of preference: the first of them that there is. */
  readonly of: readonly Reference[];
  readonly during?: string | undefined;
  readonly acting?: boolean | undefined;
}

export type ImportedMap = "entities" | "events";

/** What stands in an entry besides its type and its links, as in the YAML of the format. */
export interface Fields {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly weakAliases?: readonly string[];
  readonly abbreviation?: readonly string[];
  readonly identifiers?: readonly string[];
  readonly demonyms?: readonly string[];
  readonly metonyms?: readonly string[];
  readonly exists?: string | undefined;
  readonly date?: string | undefined;
  readonly openRoles?: readonly string[];
  readonly outcome?: string | undefined;
  readonly description?: string | undefined;
  readonly sameAs?: readonly string[];
}

/** An entity or an event. */
export interface EntryPiece {
  readonly piece: "entry";
  readonly map: ImportedMap;
  readonly id: string;
  /** A type of entity, or one of event. */
  readonly type: string;
  /** What the input calls the type. */
  readonly schema: string;
  readonly fields: Fields;
  readonly links: readonly Link[];
  /** The data sets that it comes from, by their names; none means the input itself. */
  readonly datasets: readonly string[];
  /** The ids of records that are its sources, where there are any. */
  readonly sources?: readonly string[];
  /** Where it was found. */
  readonly url?: string | undefined;
  /** Of a country: its ISO code, in small letters. */
  readonly code?: string | undefined;
  /** The form of the input repeats entries, so that another one of the same id is no mistake. */
  readonly repeated?: true;
}

/** A link of an entry that another record has. */
export interface LinkPiece {
  readonly piece: "link";
  readonly holder: string;
  readonly link: Link;
  /** When it came, among all links and tenures; given by whoever takes the pieces. */
  readonly order?: number;
}

/** An office as such, whoever holds it. */
export interface PostPiece {
  readonly piece: "post";
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly of: readonly Reference[];
}

/** That somebody holds an office; the office itself is another record. */
export interface TenurePiece {
  readonly piece: "tenure";
  readonly holder: string;
  readonly post: string;
  /** The body, where the tenure itself names it. */
  readonly of: readonly Reference[];
  readonly during?: string | undefined;
  readonly acting?: boolean | undefined;
  /** As that of a link. */
  readonly order?: number;
}

/** A source that is a record itself. */
export interface SourcePiece {
  readonly piece: "source";
  readonly id: string;
  readonly title: string;
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
}

export type Piece = EntryPiece | LinkPiece | PostPiece | TenurePiece | SourcePiece;

/** What one record of an input gives. */
export interface Converted {
  readonly pieces: readonly Piece[];
  /** What a knowledge base has no place for, each as a word or two for the user to read beside a number. */
  readonly left?: readonly string[];
  /** Why the record cannot be used: a sentence for the user. */
  readonly problem?: string;
}

/** Who an entry may name under a key, and in which map: as the format demands. */
export const TARGETS: Readonly<Record<Link["key"], (kind: EntryKindName, holder: ImportedMap) => boolean>> = {
  country: (kind) => kind === "country" || kind === "place",
  memberOf: isEntity,
  partOf: (kind, holder) => (holder === "events" ? kind === "event" : isEntity(kind)),
  formerly: isEntity,
  follows: (kind) => kind === "event",
  place: (kind) => PLACES.includes(kind),
  about: (kind) => isEntity(kind) || kind === "event",
  participants: isEntity,
  roles: (kind) => isEntity(kind) || kind === "event",
};

/** The keys that only one of the two maps has. */
export const ONLY_IN: Readonly<Partial<Record<Link["key"], ImportedMap>>> = {
  country: "entities",
  memberOf: "entities",
  formerly: "entities",
  roles: "entities",
  follows: "events",
  place: "events",
  about: "events",
  participants: "events",
};

/** What an id can stand for: a type of entity, or "event". */
export type EntryKindName = (typeof KINDS)[number];
export const KINDS = [...ENTITY_TYPES, "event", "source"] as const;

const PLACES: readonly EntryKindName[] = ["country", "place", "facility", "boundary"];

function isEntity(kind: EntryKindName): boolean {
  return kind !== "event" && kind !== "source";
}
