import type { TimeValue } from "../../time/time.ts";
import type { BadName, Dated, Evidence, Id, Knowledge, Role } from "../knowledge.ts";
import { isoTime } from "./dates.ts";

/** A node of JSON-LD. */
export type Node = Readonly<Record<string, unknown>>;

/** The datatype of dates as EDTF, by the Library of Congress. */
const EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";

/** A date exactly as the knowledge base has it. */
export function edtf(value: TimeValue | undefined): Node | undefined {
  return value && edtfText(value.edtf);
}

export function edtfText(text: string): Node {
  return { "@type": EDTF, "@value": text };
}

/** A time as start and end, as far as ISO 8601 can say them. An open end is no end. */
export function startAndEnd(
  value: TimeValue | undefined,
  [start, end]: readonly string[] = ["startDate", "endDate"],
): Node {
  if (value === undefined) return {};
  const iso = isoTime(value);
  return { [start!]: iso.start ?? iso.at, [end!]: iso.end };
}

/** A time as one text: a date, or an interval of ISO 8601 with `..` for an open end. */
export function coverage(value: TimeValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  const { at, start, end, openStart, openEnd, lost } = isoTime(value);
  if (lost || at !== undefined) return at;
  return `${start ?? (openStart ? ".." : "")}/${end ?? (openEnd ? ".." : "")}`;
}

/** The IRI of something elsewhere: `wikidata:Q843` is one of Wikidata's; other texts stay texts. */
export function identity(same: string): unknown {
  const item = /^wikidata:(Q[1-9]\d*)$/.exec(same)?.[1];
  if (item !== undefined) return { "@id": `http://www.wikidata.org/entity/${item}` };
  return /^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(same) ? { "@id": same } : same;
}

export function badName({ form, reason, since, until, except }: BadName): Node {
  return {
    name: form,
    description: reason,
    "aide:since": edtf(since),
    "aide:until": edtf(until),
    "aide:except": except,
  };
}

/** Writes what names other entries, which get IRIs under one base. What is not there is not named. */
export class Naming {
  readonly #knowledge: Knowledge;
  readonly #base: string;

  constructor(knowledge: Knowledge, base: string) {
    this.#knowledge = knowledge;
    this.#base = base;
  }

  /** An IRI of the entry; all but unreserved characters are escaped. */
  own(id: Id): Node {
    return { "@id": this.#base + encodeURIComponent(id.replace(/\p{Cs}/gu, "\uFFFD")) };
  }

  to(id: Id | undefined): Node | undefined {
    return id !== undefined && this.#isThere(id) ? this.own(id) : undefined;
  }

  all(ids: readonly Id[]): Node[] {
    return ids.filter((id) => this.#isThere(id)).map((id) => this.own(id));
  }

  /** A relation, in schema.org's role pattern where it holds for a time only: the property once more inside the role. */
  dated(property: string, role: string, relations: readonly Dated[]): Node {
    const nodes: Node[] = [];
    for (const { of, during } of relations) {
      const other = this.to(of);
      if (other === undefined) continue;
      const held = { "@type": role, [property]: other, ...startAndEnd(during), "aide:during": edtf(during) };
      nodes.push(during === undefined ? other : held);
    }
    return { [property]: nodes };
  }

  office({ title, aliases, of, during, acting }: Role): Node {
    return {
      "@type": "OrganizationRole",
      roleName: title,
      hasOccupation: { "@type": "Occupation", name: title, alternateName: aliases },
      "aide:of": this.to(of),
      ...startAndEnd(during),
      "aide:during": edtf(during),
      "aide:acting": acting || undefined,
    };
  }

  /** The words of a source as a quotation from it; without words the source itself. */
  cited(evidence: readonly Evidence[]): Node[] {
    const nodes: Node[] = [];
    for (const { source, quote } of evidence) {
      const work = this.to(source);
      if (work === undefined) continue;
      nodes.push(quote === undefined ? work : { "@type": "Quotation", text: quote, isPartOf: work });
    }
    return nodes;
  }

  #isThere(id: Id): boolean {
    const { sources, entities, events, claims, figures } = this.#knowledge;
    return [sources, entities, events, claims, figures].some((map) => map.has(id));
  }
}

/** A node without what is undefined or empty; a list of one is that one. */
export function pruned(node: Node): Node {
  const kept = Object.entries(node).flatMap(([key, value]) => {
    const plain = plainOf(value);
    return plain === undefined ? [] : [[key, plain] as const];
  });
  return Object.fromEntries(kept);
}

function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(plainOf).filter((item) => item !== undefined);
    return items.length < 2 ? items[0] : items;
  }
  return typeof value === "object" && value !== null ? pruned(value as Node) : value;
}
