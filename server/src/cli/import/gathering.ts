import { countryNames } from "../../knowledge-base/exchange/countries.ts";
import { IdTable } from "../../knowledge-base/exchange/id-table.ts";
import { slug } from "../../knowledge-base/exchange/names.ts";
import type {
  EntryPiece,
  Link,
  LinkPiece,
  Piece,
  PostPiece,
  SourcePiece,
  TenurePiece,
} from "../../knowledge-base/exchange/pieces.ts";
import type { Counts } from "./counts.ts";
import { Spool } from "./spool.ts";

/** Entries that are put together at once, and held in memory while they are. */
const HEAP = 4096;
/** Heaps of offices and their holders: a million offices are some 16,000 at once. */
const POST_HEAPS = 64;

/** A relation of which an entry has one at most, so that it can lead in a circle. */
export type ChainKey = "partOf" | "formerly" | "follows";
export const CHAINS: readonly ChainKey[] = ["partOf", "formerly", "follows"];

/**
 * The first pass of an import: takes the pieces of all records and puts them aside on the disk, entries in heaps by their order of
 * arrival, so that later what belongs to an entry can be brought into its heap. In memory stay the ids, as hashes, and
 * what there is little of: data sets, countries.
 */
export class Gathering {
  readonly ids = new IdTable();
  readonly counts: Counts;
  readonly entries: Spool<EntryPiece>;
  /** Links that other records have, and those that have to be weighed against others; all in one heap. */
  readonly links: Spool<LinkPiece>;
  readonly posts: Spool<PostPiece>;
  readonly tenures: Spool<TenurePiece>;
  readonly sources: Spool<SourcePiece>;
  readonly datasets = new Map<string, Dataset>();
  /** The ids of countries by their codes. */
  readonly countries = new Map<string, string>();
  readonly eventTypes = new Set<string>();
  anySource = false;
  readonly #codes = new Set<string>();
  #order = 0;
  readonly #keep: (entry: EntryPiece) => boolean;
  readonly #fallback: string;

  /** `fallback` is the data set of what names none; entries that `keep` does not want are not taken. */
  constructor(folder: string, counts: Counts, fallback: string, keep: (entry: EntryPiece) => boolean) {
    this.counts = counts;
    this.entries = new Spool(folder, "entries");
    this.links = new Spool(folder, "links");
    this.posts = new Spool(folder, "posts");
    this.tenures = new Spool(folder, "tenures");
    this.sources = new Spool(folder, "sources");
    this.#fallback = fallback;
    this.#keep = keep;
  }

  take(piece: Piece): void {
    switch (piece.piece) {
      case "entry":
        return this.#takeEntry(piece);
      case "link":
        this.#noteCodes([piece.link]);
        return this.links.add(0, { ...piece, order: this.#order++ });
      case "post":
        for (const { country } of piece.of) if (country !== undefined) this.#codes.add(country);
        return this.posts.add(heapOfPost(piece.id), piece);
      case "tenure":
        return this.tenures.add(heapOfPost(piece.post), { ...piece, order: this.#order++ });
      case "source":
        if (this.ids.add(piece.id, "source") === undefined) this.counts.repeated++;
        else this.#takeSource(piece);
    }
  }

  #takeSource(piece: SourcePiece): void {
    this.anySource = true;
    this.sources.add(0, piece);
  }

  #takeEntry(given: EntryPiece): void {
    if (!this.#keep(given)) {
      this.counts.filtered++;
      return;
    }
    const number = this.ids.add(given.id, given.map === "events" ? "event" : (given.type as "person"));
    if (number === undefined) {
      if (given.repeated === undefined) this.counts.repeated++;
      return;
    }
    const bare = (given.sources ?? []).length === 0 && given.datasets.length === 0;
    const entry = bare ? { ...given, datasets: [this.#fallback] } : given;
    for (const dataset of entry.datasets) this.#noteDataset(dataset, entry.url);
    if (entry.code !== undefined && !this.countries.has(entry.code)) this.countries.set(entry.code, entry.id);
    if (entry.map === "events") this.eventTypes.add(entry.type);
    this.#noteCodes(entry.links);
    const chained = entry.links.filter(({ key }) => isChain(key));
    for (const link of chained) this.take({ piece: "link", holder: entry.id, link });
    const links = chained.length === 0 ? entry.links : entry.links.filter(({ key }) => !isChain(key));
    this.entries.add(heapOf(number), { ...entry, links });
  }

  #noteCodes(links: readonly Link[]): void {
    for (const link of links) {
      for (const { country } of link.key === "roles" ? link.of : [link.of]) {
        if (country !== undefined) this.#codes.add(country);
      }
    }
  }

  /** The address of a data set is the one at which all of its entries were found, if they were found at one. */
  #noteDataset(name: string, url: string | undefined): void {
    const known = this.datasets.get(name);
    if (known === undefined) this.datasets.set(name, { id: "", url });
    else if (known.url !== url) known.url = undefined;
  }

  /** Once all records are read: countries that are named by their codes become entries, data sets get ids. */
  complete(): void {
    for (const code of this.#codes) {
      const names = this.countries.has(code) ? undefined : countryNames(code);
      if (names === undefined) continue;
      const { name, aliases, abbreviations } = names;
      this.#takeEntry({
        piece: "entry",
        map: "entities",
        id: this.#freeId(slug(name)),
        type: "country",
        schema: "country",
        fields: {
          name,
          ...(aliases.length > 0 && { aliases }),
          ...(abbreviations.length > 0 && { abbreviation: abbreviations }),
        },
        links: [],
        datasets: [ISO],
        code,
      });
    }
    for (const [name, dataset] of this.datasets) {
      dataset.id = this.#freeId(slug(name) || "source");
      this.ids.add(dataset.id, "source");
    }
  }

  #freeId(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.ids.find(id) !== undefined; n++) id = `${wanted}-${n}`;
    return id;
  }
}

/** The source of the names of countries that the input only has codes of. */
const ISO = "ISO 3166";

interface Dataset {
  id: string;
  url: string | undefined;
}

/** The heap of an entry by its number. */
export function heapOf(number: number): number {
  return Math.floor(number / HEAP);
}

export function heapsOfPosts(): number {
  return POST_HEAPS;
}

function heapOfPost(id: string): number {
  let hash = 0;
  for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) | 0;
  return (hash >>> 0) % POST_HEAPS;
}

function isChain(key: Link["key"]): key is ChainKey {
  return (CHAINS as readonly string[]).includes(key);
}
