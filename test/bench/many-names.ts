import { readdirSync, readFileSync } from "node:fs";
import type {
  RawClaim,
  RawEntity,
  RawEvent,
  RawFigure,
  RawSource,
} from "../../server/src/knowledge-base/format/schema.ts";
import type { Knowledge, Origin } from "../../server/src/knowledge-base/knowledge.ts";
import { Inspection } from "../../server/src/knowledge-base/loading/inspection.ts";
import { KnownProblems } from "../../server/src/knowledge-base/loading/known.ts";
import { type LoadedBase, loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { normalize } from "../../server/src/knowledge-base/loading/normalize.ts";

interface Raw {
  readonly sources: Map<string, RawSource>;
  readonly entities: Map<string, RawEntity>;
  readonly events: Map<string, RawEvent>;
  readonly claims: Map<string, RawClaim>;
  readonly figures: Map<string, RawFigure>;
}

export const FILE = "knowledge/large.yaml";

/** The bundled knowledge base of the article. */
export function articleBase(): Knowledge {
  const folder = "knowledge/article";
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return loadKnowledge(
    names.map((name) => ({ file: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, "utf8") })),
  ).knowledge;
}

/** An invented knowledge base with so many names of actors and events, as YAML; the same for the same seed. */
export function yamlOf(names: number, seed = 1): string {
  const raw = new Writer(seed).base(names);
  return Object.entries(raw)
    .map(([map, entries]) => {
      const lines = [...entries].map(([id, value]) => `\n  ${id}: ${JSON.stringify(value)}`);
      return `${map}:${lines.join("")}\n`;
    })
    .join("");
}

/** The same, but that it is not read from YAML: a million names would take a while. Its places are invented too. */
export function baseOf(names: number, seed = 1): LoadedBase {
  const { sources, entities, events, claims, figures } = new Writer(seed).base(names);
  const inspection = new Inspection(new KnownProblems([]));
  let offset = 0;
  const all = <R, T>(raw: Map<string, R>, made: (id: string, raw: R, origin: Origin) => T) =>
    new Map(
      [...raw].map(([id, one]) => {
        const start = (offset += 300);
        return [id, made(id, one, { file: FILE, span: { start, end: start + id.length } })];
      }),
    );
  const { knowledge, contents } = loadKnowledge([{ file: FILE, text: "entities: {}\n" }]);
  const read: Pick<Knowledge, keyof Raw> = {
    sources: all(sources, normalize.source),
    entities: all(entities, (id, raw, origin) => normalize.entity(id, raw, origin, inspection)),
    events: all(events, (id, raw, origin) => normalize.event(id, raw, origin, inspection)),
    claims: all(claims, (id, raw, origin) => normalize.claim(id, raw, origin, inspection)),
    figures: all(figures, (id, raw, origin) => normalize.figure(id, raw, origin, inspection)),
  };
  return { knowledge: { ...knowledge, ...read }, problems: [], known: [], files: [], contents };
}

const SYLLABLES =
  "ba bel cor dan dor el fen gar hal is jor kal kess lor lun mar mir mor nav ol pel qua ran ros sar sel tan tor ul var ven wis yor zel".split(
    " ",
  );
const TYPES = ["person", "person", "person", "organization", "organization", "place", "document"] as const;
const EVENTS = ["ceasefire", "talks", "agreement", "attack", "election", "summit"];
const TITLES = ["Minister of Trade", "Mayor", "Member of Parliament", "Chair", "Ambassador", "Secretary"];
const PREDICATES = ["recognizes", "controls", "supports", "opposes", "accuses"];

/** Of ten entries, six are actors, three are events and one is a claim; every fiftieth has a figure. */
class Writer {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  base(names: number): Raw {
    const raw: Raw = {
      sources: new Map(),
      entities: new Map(),
      events: new Map(),
      claims: new Map(),
      figures: new Map(),
    };
    for (let i = 0; i < 40; i++)
      raw.sources.set(`source-${i}`, { title: this.#words(4), publisher: "The Press" });
    for (let i = 0; i < 20; i++) raw.entities.set(`state-${i}`, { type: "country", name: this.#name() });
    const actors: string[] = [];
    const places = ["state-0"];
    let made = 0;
    for (let i = 0; made < names; i++) {
      const name = `${this.#name()} ${this.#name()}`;
      const id = `${name.toLowerCase().replaceAll(" ", "-")}-${i.toString(36)}`;
      if (i % 10 === 9) {
        raw.claims.set(id, this.#claim(actors));
      } else if (i % 10 > 5) {
        const event = this.#event(name, actors, places);
        raw.events.set(id, event);
        made += 1 + event.aliases!.length;
      } else {
        const entity = this.#entity(name, i);
        raw.entities.set(id, entity);
        made +=
          1 + entity.aliases!.length + (entity.weakAliases?.length ?? 0) + Number("abbreviation" in entity);
        (entity.type === "place" ? places : actors).push(id);
      }
      if (i % 50 === 0) raw.figures.set(`figure-${i}`, this.#figure(actors.at(-1)!));
    }
    return raw;
  }

  #entity(name: string, i: number): RawEntity {
    const type = TYPES[i % TYPES.length]!;
    const [first, last] = name.split(" ") as [string, string];
    return {
      type,
      name,
      aliases: [
        `${first[0]}. ${last}`,
        `${last} ${first}`,
        ...(this.#chance(3) ? [`${name} of ${this.#name()}`] : []),
      ],
      country: `state-${this.#below(20)}`,
      ...(type === "person" && { weakAliases: [last], roles: [this.#role()] }),
      ...(type === "organization" && { abbreviation: `${first[0]}${last[0]}${i}`.toUpperCase() }),
      ...(this.#chance(3) && { description: `${this.#words(12)}.` }),
      evidence: this.#evidence(),
    };
  }

  #role() {
    const start = 1990 + this.#below(30);
    return {
      title: this.#of(TITLES),
      of: `state-${this.#below(20)}`,
      during: `${start}/${this.#chance(4) ? ".." : start + 4}`,
    };
  }

  #event(name: string, actors: readonly string[], places: readonly string[]): RawEvent {
    const type = this.#of(EVENTS);
    return {
      type,
      name: `${name} ${type}`,
      aliases: [`${type} of ${name}`, `${name} accord`],
      date: this.#date(),
      place: this.#of(places),
      participants: { party: [this.#of(actors), this.#of(actors)], mediator: [`state-${this.#below(20)}`] },
      evidence: this.#evidence(),
    };
  }

  #claim(actors: readonly string[]): RawClaim {
    return {
      subject: this.#of(actors),
      predicate: this.#of(PREDICATES),
      object: this.#of(actors),
      during: `${1990 + this.#below(30)}/..`,
      statement: `${this.#words(10)}.`,
      evidence: this.#evidence(),
    };
  }

  #figure(of: string): RawFigure {
    return { of, label: this.#words(3), value: this.#below(100_000), unit: "person", asOf: this.#date() };
  }

  #evidence() {
    const source = `source-${this.#below(40)}`;
    return [this.#chance(2) ? { source, quote: this.#words(8) } : { source }];
  }

  #date(): string {
    const two = (number: number) => String(number).padStart(2, "0");
    return `${1950 + this.#below(75)}-${two(1 + this.#below(12))}-${two(1 + this.#below(28))}`;
  }

  #words(count: number): string {
    return Array.from({ length: count }, () => this.#word()).join(" ");
  }

  #name(): string {
    const word = this.#word();
    return word[0]!.toUpperCase() + word.slice(1);
  }

  #word(): string {
    return this.#of(SYLLABLES) + this.#of(SYLLABLES) + (this.#chance(2) ? this.#of(SYLLABLES) : "");
  }

  #of<T>(list: readonly T[]): T {
    return list[this.#below(list.length)]!;
  }

  #chance(oneIn: number): boolean {
    return this.#below(oneIn) === 0;
  }

  /** Lehmer's generator with Park and Miller's factor. */
  #below(limit: number): number {
    this.#state = (this.#state * 48271) % 2147483647;
    return this.#state % limit;
  }
}
