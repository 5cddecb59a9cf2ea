import type { IdTable } from "./id-table.ts";
import { type EntryPiece, type Link, ONLY_IN, type Reference, TARGETS } from "./pieces.ts";

/** What an import knows once it has read everything. */
export interface Known {
  readonly ids: IdTable;
  /** The ids of countries by their codes. */
  readonly countries: ReadonlyMap<string, string>;
  /** The ids of data sets, as sources, by their names. */
  readonly sources: ReadonlyMap<string, string>;
  /** Whether a link of these relations, of which an entry has one at most, is the one that stands. */
  stands(key: "partOf" | "formerly" | "follows", from: string, to: string): boolean;
  /** Hears of each link that names nothing that there is, or nothing that can stand there. */
  dropped(key: Link["key"]): void;
}

/**
 * An entry as the YAML of the format has it, with its links to what there is; the others are dropped. `links` are those
 * that other records have of it.
 */
export function assembled(entry: EntryPiece, links: readonly Link[], known: Known): object {
  const { name, aliases, weakAliases, abbreviation, identifiers, demonyms, metonyms, ...rest } = entry.fields;
  const found = new Linked(entry, known);
  for (const link of [...entry.links, ...links]) found.add(link);
  const cited = (entry.sources ?? []).filter((id) => known.ids.find(id)?.kind === "source");
  const sources = [...cited, ...entry.datasets.flatMap((dataset) => known.sources.get(dataset) ?? [])];
  return {
    type: entry.type,
    name,
    aliases,
    ...(entry.map === "entities" && { weakAliases }),
    abbreviation: abbreviation?.length === 1 ? abbreviation[0] : abbreviation,
    identifiers,
    ...(entry.map === "entities" && { demonyms, metonyms }),
    date: rest.date,
    place: single(found.ids("place")),
    participants: found.participants(),
    openRoles: openRoles(rest.openRoles, found.participants()),
    about: some(found.ids("about")),
    country: single(found.dated("country")),
    memberOf: single(found.dated("memberOf")),
    partOf: found.ids("partOf")[0],
    formerly: found.ids("formerly")[0],
    follows: some(found.ids("follows")),
    exists: rest.exists,
    roles: some(found.offices()),
    outcome: rest.outcome,
    description: rest.description,
    sameAs: rest.sameAs,
    evidence: some(sources.map((source) => ({ source }))),
  };
}

/** The id that a reference comes out at, if it may stand under the key. */
export function resolved(
  reference: Reference,
  key: Link["key"],
  entry: Pick<EntryPiece, "id" | "map">,
  known: Known,
) {
  const candidates = [
    reference.id,
    reference.country === undefined ? undefined : known.countries.get(reference.country),
  ];
  return candidates.find((id) => {
    if (id === undefined || id === entry.id) return false;
    const place = known.ids.find(id);
    return place !== undefined && TARGETS[key](place.kind, entry.map);
  });
}

interface DatedId {
  readonly of: string;
  readonly during?: string | undefined;
}

class Linked {
  readonly #entry: EntryPiece;
  readonly #known: Known;
  readonly #ids = new Map<Link["key"], Map<string, DatedId>>();
  readonly #participants = new Map<string, Set<string>>();
  readonly #offices = new Map<string, object>();

  constructor(entry: EntryPiece, known: Known) {
    this.#entry = entry;
    this.#known = known;
  }

  add(link: Link): void {
    const references = link.key === "roles" ? link.of : [link.of];
    const only = ONLY_IN[link.key];
    const fits = only === undefined || only === this.#entry.map;
    const id = fits
      ? first(references, (each) => resolved(each, link.key, this.#entry, this.#known))
      : undefined;
    if (id === undefined || !this.#take(link, id)) this.#known.dropped(link.key);
  }

  #take(link: Link, id: string): boolean {
    switch (link.key) {
      case "roles":
        return this.#addOffice(link, id);
      case "participants":
        this.#participants.set(link.role, (this.#participants.get(link.role) ?? new Set()).add(id));
        return true;
      case "partOf":
      case "formerly":
      case "follows":
        if (!this.#known.stands(link.key, this.#entry.id, id)) return false;
    }
    const during = "during" in link ? link.during : undefined;
    const ids = this.#ids.get(link.key) ?? new Map<string, DatedId>();
    // The same tie at two times is two ties; without a time it is one.
    const key = `${id} ${during ?? ""}`;
    this.#ids.set(link.key, ids.set(key, { of: id, during }));
    return true;
  }

  #addOffice(link: Extract<Link, { key: "roles" }>, of: string): boolean {
    const { title, during, acting } = link;
    const aliases = link.aliases?.filter((alias) => alias !== title);
    const key = [title, of, during, acting].join("\n");
    this.#offices.set(key, { title, ...(aliases?.length && { aliases }), of, during, acting });
    return true;
  }

  ids(key: Link["key"]): string[] {
    return [...new Set(Array.from(this.#ids.get(key)?.values() ?? [], ({ of }) => of))];
  }

  /** A bare id where nothing is said of the time. */
  dated(key: Link["key"]): (string | DatedId)[] {
    const all = [...(this.#ids.get(key)?.values() ?? [])];
    return all.map(({ of, during }) => (during === undefined ? of : { of, during }));
  }

  participants(): Record<string, string[]> | undefined {
    if (this.#participants.size === 0) return undefined;
    return Object.fromEntries(Array.from(this.#participants, ([role, ids]) => [role, [...ids]]));
  }

  offices(): object[] {
    return [...this.#offices.values()];
  }
}

/** A role whose list is open need not be named where the list is empty. */
function openRoles(roles: readonly string[] | undefined, participants: object | undefined) {
  return some(
    (roles ?? []).filter((role) => participants !== undefined && Object.hasOwn(participants, role)),
  );
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function single<T>(list: readonly T[]): T | readonly T[] | undefined {
  return list.length === 1 ? list[0] : some(list);
}
