import type { KnowledgeFile } from "../../server/src/knowledge-base/loading/load.ts";

export interface LargeKnowledge {
  /** About so many characters in all. */
  readonly characters: number;
  readonly files: number;
  readonly seed: number;
}

/**
 * An invented knowledge base as people write them: a third each of actors, events and claims by length, some entries on
 * one line and most on several, with comments, quotation marks where YAML needs them, and quotes long enough to be folded.
 * The same for the same seed, and without a problem.
 */
export function largeKnowledge({ characters, files, seed }: LargeKnowledge): KnowledgeFile[] {
  const writer = new Writer(seed);
  const maps: Record<string, string[]> = { sources: [], entities: [], events: [], claims: [], figures: [] };
  let length = 0;
  const add = (map: string, entry: string) => {
    maps[map]!.push(entry);
    length += entry.length;
  };
  for (let i = 0; i < 40; i++) add("sources", writer.source());
  for (let i = 0; i < 60; i++) add("entities", writer.country());
  while (length < characters) {
    for (let i = 0; i < 6; i++) add("entities", writer.person());
    for (let i = 0; i < 3; i++) add("entities", writer.organization());
    for (let i = 0; i < 4; i++) add("entities", writer.place());
    for (let i = 0; i < 7; i++) add("events", writer.event());
    for (let i = 0; i < 7; i++) add("claims", writer.claim());
    add("figures", writer.figure());
  }
  return inFiles(maps, files);
}

/** Each file has its share of every map, as files by subject have. */
function inFiles(maps: Readonly<Record<string, readonly string[]>>, files: number): KnowledgeFile[] {
  return Array.from({ length: files }, (_, i) => {
    const info = i === 0 ? "knowledgeBase:\n  title: A large one\n  language: en\n  asOf: 2025-11\n\n" : "";
    const parts = Object.entries(maps).map(([map, entries]) => {
      const share = entries.slice(
        Math.floor((i * entries.length) / files),
        Math.floor(((i + 1) * entries.length) / files),
      );
      return share.length === 0 ? "" : `${map}:\n${share.join("")}\n`;
    });
    return { file: `knowledge/part-${i + 1}.yaml`, text: `# Part ${i + 1}\n\n${info}${parts.join("")}` };
  });
}

/** Writes entries, each of which names only earlier ones. */
class Writer {
  #state: number;
  readonly #ids: Record<"source" | "country" | "person" | "organization" | "place" | "event", string[]> = {
    source: [],
    country: [],
    person: [],
    organization: [],
    place: [],
    event: [],
  };
  #count = 0;

  constructor(seed: number) {
    this.#state = seed;
  }

  source(): string {
    const id = this.#id("source", `report-${this.#word()}`);
    const title = this.#title(5);
    return `  ${id}:\n    title: "${title}: ${this.#sentence(4)}"\n    author: ${this.#name(2)}\n    published: ${this.#date()}\n    url: https://example.org/${id}\n`;
  }

  country(): string {
    const name = this.#name(1);
    const id = this.#id("country", name);
    return `  ${id}:\n    type: country\n    name: ${name}\n    aliases: [Republic of ${name}, Government of ${name}]\n    demonyms: [${name}n, ${name}ns]\n    metonyms: [${this.#name(1)}]\n    description: ${this.#sentence(12)}\n${this.#evidence(2)}`;
  }

  person(): string {
    const name = this.#name(2);
    const id = this.#id("person", name);
    const country = this.#some("country");
    if (this.#below(4) === 0) return `  ${id}: { type: person, name: ${name}, country: ${country} }\n`;
    const surname = name.split(" ").at(-1)!;
    const office = `${this.#title(1)} Minister`;
    const role = `{ title: ${office}, of: ${country}, during: ${this.#year()}/${this.#below(3) === 0 ? ".." : this.#date(2025)} }`;
    return `  ${id}:\n    type: person\n    name: ${name}\n    aliases: [Minister ${surname}, ${this.#name(1)} ${surname}]\n    weakAliases: [${surname}]\n    country: ${country}\n    roles:\n      - ${role}\n    description: ${this.#sentence(14)}\n${this.#evidence(1)}`;
  }

  organization(): string {
    const name = `${this.#title(2)} Council`;
    const id = this.#id("organization", name);
    const country = this.#some("country");
    const note = this.#below(3) === 0 ? `  # ${this.#sentence(6)}\n` : "";
    return `${note}  ${id}:\n    type: organization\n    name: ${name}\n    abbreviation: ${name.replace(/[^A-Z]/g, "")}${this.#count}\n    country: ${country}\n    memberOf: [{ of: ${country}, during: ${this.#year()}/.. }]\n    identifiers: [ORG/${this.#count}/${this.#year()}]\n    exists: ${this.#year()}/..\n${this.#evidence(1)}`;
  }

  place(): string {
    const name = this.#name(1);
    const id = this.#id("place", name);
    return `  ${id}: { type: place, name: ${name}, country: ${this.#some("country")} }\n`;
  }

  event(): string {
    const type = ["talks", "ceasefire", "agreement", "attack", "summit"][this.#below(5)]!;
    const name = `${this.#name(1)} ${type}`;
    const id = this.#id("event", name);
    const follows = this.#ids.event.length > 1 ? `    follows: [${this.#ids.event.at(-2)}]\n` : "";
    return `  ${id}:\n    type: ${type}\n    name: ${name}\n    aliases:\n      - ${type} of ${this.#name(1)}\n      - ${this.#title(2)} ${type}\n    date: ${this.#date()}\n    place: ${this.#some("place")}\n    participants:\n      party: [${this.#some("country")}, ${this.#some("organization")}]\n      mediator: [${this.#some("person")}]\n${follows}    description: >-\n      ${this.#sentence(10)}\n      ${this.#sentence(10)}\n${this.#evidence(2)}`;
  }

  claim(): string {
    const predicate = ["recognizes", "controls", "supports", "accuses", "demands"][this.#below(5)]!;
    const subject = this.#some("organization");
    const status =
      this.#below(4) === 0 ? `    status: alleged\n    attributedTo: [${this.#some("country")}]\n` : "";
    return `  ${this.#unique(`${subject}-${predicate}`)}:\n    subject: ${subject}\n    predicate: ${predicate}\n    object: ${this.#some("country")}\n    holds: ${this.#below(3) === 0 ? "false" : "true"}\n    during: ${this.#date()}/..\n${status}    statement: ${this.#sentence(14)}\n${this.#evidence(1)}`;
  }

  figure(): string {
    return `  ${this.#unique("figure")}:\n    of: ${this.#some("event")}\n    label: number of ${this.#word()}s\n    value: ${this.#below(9000)}\n    bound: about\n    unit: ${this.#word()}\n    asOf: ${this.#year()}\n`;
  }

  #evidence(pieces: number): string {
    const list = Array.from({ length: pieces }, () => {
      const comma = this.#below(3) === 0;
      const quote = comma ? `"${this.#sentence(6)}, ${this.#sentence(6)}"` : this.#sentence(9);
      return `      - { source: ${this.#some("source")}, quote: ${quote} }\n`;
    });
    return `    evidence:\n${list.join("")}`;
  }

  /** An integer from 0 up to, not including, a limit; the generator is mulberry32. */
  #below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  #some(kind: "source" | "country" | "person" | "organization" | "place" | "event"): string {
    const ids = this.#ids[kind];
    return ids[this.#below(ids.length)]!;
  }

  #id(kind: "source" | "country" | "person" | "organization" | "place" | "event", name: string): string {
    const id = this.#unique(name.toLowerCase().replaceAll(" ", "-"));
    this.#ids[kind].push(id);
    return id;
  }

  #unique(stem: string): string {
    return `${stem}-${(++this.#count).toString(36)}`;
  }

  #word(): string {
    let word = "";
    for (let i = this.#below(2) + 2; i > 0; i--) word += SYLLABLES[this.#below(SYLLABLES.length)];
    return word;
  }

  #name(words: number): string {
    return Array.from({ length: words }, () => capital(this.#word())).join(" ");
  }

  #title(words: number): string {
    return this.#name(words);
  }

  #sentence(words: number): string {
    const text = Array.from({ length: words }, () =>
      this.#below(3) === 0 ? SMALL[this.#below(SMALL.length)]! : this.#word(),
    ).join(" ");
    return `${capital(text)}.`;
  }

  #year(): number {
    return 1950 + this.#below(70);
  }

  #date(year = this.#year()): string {
    const month = String(1 + this.#below(12)).padStart(2, "0");
    const day = String(1 + this.#below(28)).padStart(2, "0");
    return [`${year}`, `${year}-${month}`, `${year}-${month}-${day}`, `${year}-${month}-${day}~`][
      this.#below(4)
    ]!;
  }
}

const SYLLABLES =
  "ar be cor da el fen gra hol ir jo kes lum mar nor os pel qui ros sten tor ul vam wes yor zé".split(" ");
const SMALL = "the of and in to with a for by on from its’ that".split(" ");

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
