import type { EntityType } from "../knowledge.ts";

// The part of the FollowTheMoney model (https://followthemoney.tech) that knowledge bases have something to do with.

/** An entity of FollowTheMoney, as a line of NDJSON has it. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * The schema for a type of entity, and whether the schema alone says the type. Where it does not, the type stands among the
 * keywords. There is no schema for a state: as an actor it is a public body. What has a place is an address. An idea has none.
 */
export const SCHEMA_OF_TYPE: Readonly<
  Record<EntityType, { readonly schema: FtmSchema; readonly plain: boolean } | undefined>
> = {
  person: { schema: "Person", plain: true },
  organization: { schema: "Organization", plain: true },
  group: { schema: "Organization", plain: false },
  country: { schema: "PublicBody", plain: false },
  place: { schema: "Address", plain: true },
  facility: { schema: "Address", plain: false },
  boundary: { schema: "Address", plain: false },
  agreement: { schema: "Document", plain: false },
  document: { schema: "Document", plain: true },
  concept: undefined,
};

export type FtmSchema = "Person" | "Organization" | "PublicBody" | "Address" | "Document";

export const LEGAL_ENTITIES: readonly string[] = ["Person", "Organization", "PublicBody"];
export const ORGANIZATIONS: readonly string[] = ["Organization", "PublicBody"];

/** Keyword of a document that is cited rather than spoken of. */
export const SOURCE_KEYWORD = "source";

/** The types that schemata come in as. Whatever is not here has no place in a knowledge base. */
export const TYPE_OF_SCHEMA: Readonly<Record<string, EntityType | "event">> = {
  Person: "person",
  LegalEntity: "organization",
  Organization: "organization",
  Company: "organization",
  PublicBody: "organization",
  Address: "place",
  Document: "document",
  Article: "document",
  HyperText: "document",
  PlainText: "document",
  Pages: "document",
  Event: "event",
};

/**
 * Links between two entities that are entities themselves: who has the link, whom it names, and what it says.
 * `office` is a role in the other one; without a title it says nothing that a knowledge base could hold.
 */
export const EDGES: Readonly<
  Record<string, { readonly holder: string; readonly other: string; readonly as: EdgeMeaning }>
> = {
  Membership: { holder: "member", other: "organization", as: "membership" },
  Directorship: { holder: "director", other: "organization", as: "office" },
  Employment: { holder: "employee", other: "employer", as: "office" },
  Occupancy: { holder: "holder", other: "post", as: "tenure" },
  Succession: { holder: "successor", other: "predecessor", as: "succession" },
};
export type EdgeMeaning = "membership" | "office" | "tenure" | "succession";

/**
 * In nested entities a link stands inside one of its two ends and leaves that end out: the property under which it
 * stands, and the property of the link that this end belongs to.
 */
export const NESTED_IN: Readonly<Record<string, string>> = {
  positionOccupancies: "holder",
  occupancies: "post",
  membershipMember: "member",
  membershipOrganization: "organization",
  directorshipDirector: "director",
  directorshipOrganization: "organization",
  employers: "employee",
  employees: "employer",
  predecessors: "successor",
  successors: "predecessor",
};

/** Types of events, by the keyword that an export of ours gives them; for any other event there is no telling. */
export const UNSPECIFIED_EVENT = "unspecified";
