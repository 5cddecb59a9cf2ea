import type { Claim, Entity, Event, Evidence, Figure, Id } from "../knowledge.ts";

/** How an entry speaks of another: the key of the format, and of a participant its role. */
export type ReferenceKey =
  | "country"
  | "memberOf"
  | "partOf"
  | "formerly"
  | "roles"
  | "distinctFrom"
  | "place"
  | "participants"
  | "about"
  | "follows"
  | "subject"
  | "object"
  | "attributedTo"
  | "deniedBy"
  | "of"
  | "evidence";

export interface Mentioned {
  readonly id: Id;
  readonly key: ReferenceKey;
  readonly role?: string;
}

/** Every id that an entry speaks of, with how. */
export function mentionsOf(entry: Entity | Event | Claim | Figure): Mentioned[] {
  const evidence = under(
    "evidence",
    entry.evidence.map(({ source }: Evidence) => source),
  );
  switch (entry.kind) {
    case "entity":
      return [...mentionsOfEntity(entry), ...evidence];
    case "event":
      return [...mentionsOfEvent(entry), ...evidence];
    case "claim":
      return [
        ...under("subject", entry.subject),
        ...under("object", entry.object),
        ...under("attributedTo", entry.attributedTo),
        ...under("deniedBy", entry.deniedBy),
        ...evidence,
      ];
    case "figure":
      return [{ id: entry.of, key: "of" }, ...evidence];
  }
}

function mentionsOfEntity(entity: Entity): Mentioned[] {
  const ids = (list: readonly { readonly of: Id }[]) => list.map(({ of }) => of);
  return [
    ...under("country", ids(entity.country)),
    ...under("memberOf", ids(entity.memberOf)),
    ...under("partOf", [entity.partOf]),
    ...under("formerly", [entity.formerly]),
    ...under("roles", ids(entity.roles)),
    ...under("distinctFrom", entity.distinctFrom),
  ];
}

function mentionsOfEvent(event: Event): Mentioned[] {
  const parties = Object.entries(event.participants).flatMap(([role, ids]) =>
    ids.map((id): Mentioned => ({ id, key: "participants", role })),
  );
  return [
    ...parties,
    ...under("place", event.place),
    ...under("about", event.about),
    ...under("partOf", [event.partOf]),
    ...under("follows", event.follows),
    ...under("distinctFrom", event.distinctFrom),
  ];
}

function under(key: ReferenceKey, ids: readonly (Id | undefined)[]): Mentioned[] {
  return ids.flatMap((id) => (id === undefined ? [] : [{ id, key }]));
}
