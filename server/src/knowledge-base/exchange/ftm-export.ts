import type { TimeValue } from "../../time/time.ts";
import type { Entity, Event, Id, Knowledge, Named, Role, Source } from "../knowledge.ts";
import { ownWords } from "../vocabulary/vocabulary.ts";
import { countryCode } from "./countries.ts";
import { type IsoTime, isoDate, isoTime } from "./dates.ts";
import {
  type FtmEntity,
  LEGAL_ENTITIES,
  ORGANIZATIONS,
  SCHEMA_OF_TYPE,
  SOURCE_KEYWORD,
} from "./follow-the-money.ts";
import { FtmIds } from "./ftm-ids.ts";
import type { Losses } from "./losses.ts";

/**
 * A knowledge base as entities of FollowTheMoney, one after another: sources, entities with their offices and memberships, events.
 * Every one is valid in the model's terms. What the model has no word for is counted in `losses`.
 */
export function* toFollowTheMoney(knowledge: Knowledge, losses: Losses): Generator<FtmEntity> {
  const exporter = new Exporter(knowledge, losses);
  for (const source of knowledge.sources.values()) yield exporter.source(source);
  for (const entity of knowledge.entities.values()) yield* exporter.entity(entity);
  for (const event of knowledge.events.values()) yield exporter.event(event);
  losses.add("claims", knowledge.claims.size);
  losses.add("figures", knowledge.figures.size);
  for (const words of Object.values(ownWords(knowledge.vocabulary))) {
    losses.add("words added to the vocabulary", Object.keys(words).length);
  }
}

type Properties = Record<string, readonly (string | undefined)[]>;

class Exporter {
  readonly #knowledge: Knowledge;
  readonly #losses: Losses;
  readonly #ids: FtmIds;
  /** ISO codes of the states, as far as their names tell. */
  readonly #codes = new Map<Id, string>();
  /** Other titles of an office, whichever of its holders has them. */
  readonly #titles = new Map<string, Set<string>>();

  constructor(knowledge: Knowledge, losses: Losses) {
    this.#knowledge = knowledge;
    this.#losses = losses;
    this.#ids = new FtmIds(knowledge);
    for (const { id, type, name, aliases, roles } of knowledge.entities.values()) {
      const code = type === "country" ? countryCode([name, ...aliases]) : undefined;
      if (code !== undefined) this.#codes.set(id, code);
      for (const role of roles) {
        const titles = this.#titles.get(postKey(role)) ?? new Set();
        for (const alias of role.aliases) titles.add(alias);
        this.#titles.set(postKey(role), titles);
      }
    }
  }

  source({ id, title, author, publisher, published, url, note, text }: Source): FtmEntity {
    const date = published === undefined ? undefined : isoDate(published);
    const kept = date !== undefined && isKnownYear(date) ? date : undefined;
    if (published !== undefined && kept === undefined) this.#losses.add("dates");
    return made(id, "Document", {
      // The model wants the name of a file; where there is none, the title stands for it.
      fileName: [text?.replace(/^.*[\\/]/, "") || title],
      title: [title],
      author: [author],
      publisher: [publisher],
      publishedAt: [kept],
      sourceUrl: this.#urls([url]),
      notes: [note],
      keywords: [SOURCE_KEYWORD],
    });
  }

  #urls(urls: readonly (string | undefined)[]): (string | undefined)[] {
    this.#losses.add(
      "addresses that are no URL",
      urls.filter((url) => url !== undefined && !isUrl(url)).length,
    );
    return urls.filter(isUrl);
  }

  *entity(entity: Entity): Generator<FtmEntity> {
    const { id, type, roles, memberOf, demonyms, metonyms, partOf, formerly } = entity;
    const schema = SCHEMA_OF_TYPE[type];
    if (schema === undefined) return this.#losses.add(`${type}s`);
    this.#losses.add("demonyms", demonyms.length);
    this.#losses.add("metonyms", metonyms.length);
    const legal = LEGAL_ENTITIES.includes(schema.schema);
    yield made(id, schema.schema, {
      ...this.#named(entity),
      ...(schema.schema === "Document" && { fileName: [entity.name], title: [entity.name] }),
      ...(schema.schema === "Address" && { full: [entity.name] }),
      ...(schema.plain ? {} : { keywords: [type] }),
      weakAlias: entity.weakAliases,
      country: type === "country" ? [this.#codes.get(id)] : this.#countriesOf(entity),
      ...this.#identifiers(entity, legal),
      ...this.#existence(entity, legal),
      ...this.#parent(partOf, legal && type !== "person"),
    });
    for (const role of roles) yield* this.#office(entity, role);
    for (const { of, during } of memberOf) yield* this.#membership(entity, of, during);
    if (formerly !== undefined) yield* this.#succession(entity, formerly);
  }

  event(event: Event): FtmEntity {
    const { date, place, participants } = event;
    const everybody = Object.entries(participants).flatMap(([role, ids]) => ids.map((id) => ({ role, id })));
    const legal = everybody.filter(({ id }) => this.#isOf(id, LEGAL_ENTITIES));
    const organizers = legal.filter(({ role }) => role === "organizer");
    const places = place.flatMap((id) => this.#knowledge.entities.get(id) ?? []);
    this.#losses.add("participants that are neither persons nor bodies", everybody.length - legal.length);
    this.#losses.add(
      "parts that somebody had in an event",
      legal.filter(({ role }) => !PLAIN_PARTS.includes(role)).length,
    );
    this.#losses.add("stages of events", Object.keys(event.stages).length);
    this.#losses.add("what events are about", event.about.length);
    this.#losses.add("what events follow or are part of", event.follows.length + (event.partOf ? 1 : 0));
    this.#losses.add("outcomes", event.outcome ? 1 : 0);
    return made(event.id, "Event", {
      ...this.#named(event),
      keywords: [event.type],
      ...this.#time(date, { at: "date", start: "startDate", end: "endDate" }),
      location: places.map(({ name }) => name),
      addressEntity: place.filter((id) => this.#isOf(id, ["Address"])),
      country: places.map(({ id, type }) => (type === "country" ? this.#codes.get(id) : undefined)),
      involved: legal.filter(({ role }) => role !== "organizer").map(({ id }) => id),
      organizer: organizers.map(({ id }) => id),
    });
  }

  #named({
    name,
    aliases,
    abbreviations,
    discouraged,
    misnomers,
    distinctFrom,
    description,
    sameAs,
    evidence,
  }: Named): Properties {
    const former = discouraged.filter(({ since }) => since !== undefined);
    const items = sameAs.map(wikidataItem).filter((item) => item !== undefined);
    const pages = sameAs.filter((same) => /^https?:\/\/[a-z-]+\.wikipedia\.org\//.test(same));
    const cited = evidence.flatMap(({ source }) => this.#knowledge.sources.get(source) ?? []);
    this.#losses.add("discouraged names", discouraged.length - former.length);
    this.#losses.add("reasons against former names", former.length);
    this.#losses.add("misnomers", misnomers.length);
    this.#losses.add("what is easily confused with what", distinctFrom.length);
    this.#losses.add("identities elsewhere", sameAs.length - items.length - pages.length);
    this.#losses.add("quotes", evidence.filter(({ quote }) => quote !== undefined).length);
    return {
      name: [name],
      alias: [...aliases, ...abbreviations],
      previousName: former.map(({ form }) => form),
      notes: [description],
      wikidataId: items,
      wikipediaUrl: pages,
      sourceUrl: cited.map(({ url }) => url).filter(isUrl),
      proof: cited.map(({ id }) => id),
    };
  }

  #countriesOf({ country }: Entity): string[] {
    const codes = country.flatMap(({ of }) => this.#codes.get(of) ?? []);
    this.#losses.add("countries without an ISO code", country.length - codes.length);
    this.#losses.add("times of countries", country.filter(({ during }) => during !== undefined).length);
    return codes;
  }

  #identifiers({ identifiers }: Entity, legal: boolean): Properties {
    if (!legal) this.#losses.add("identifiers", identifiers.length);
    return legal ? { idNumber: identifiers } : {};
  }

  #existence({ type, exists }: Entity, legal: boolean): Properties {
    if (!legal) this.#losses.add("times of existence", exists === undefined ? 0 : 1);
    if (!legal || exists === undefined) return {};
    const [start, end] =
      type === "person" ? ["birthDate", "deathDate"] : ["incorporationDate", "dissolutionDate"];
    const { at, ...ends } = this.#iso(exists);
    return { [start]: [ends.start ?? at], [end]: [ends.end ?? at] };
  }

  #parent(partOf: Id | undefined, possible: boolean): Properties {
    const parent = partOf !== undefined && possible && this.#isOf(partOf, LEGAL_ENTITIES);
    this.#losses.add("what is part of what", partOf !== undefined && !parent ? 1 : 0);
    return parent ? { parent: [partOf] } : {};
  }

  *#office(holder: Entity, role: Role): Generator<FtmEntity> {
    const { title, of, during, acting } = role;
    if (holder.type !== "person") return yield* this.#directorship(holder, role);
    const body = this.#isOf(of, ORGANIZATIONS);
    const address = this.#isOf(of, ["Address"]);
    if (!body && !address) this.#losses.add("what offices belong to");
    const post = this.#ids.post(of, title);
    if (post.fresh) {
      const code = this.#codes.get(of);
      yield made(post.id, "Position", {
        name: [title],
        alias: [...(this.#titles.get(postKey(role)) ?? [])],
        country: code === undefined ? this.#codesFor(of) : [code],
        ...(body && { organization: [of] }),
        ...(address && { addressEntity: [of], subnationalArea: [this.#knowledge.entities.get(of)!.name] }),
      });
    }
    yield made(this.#ids.link(post.id, holder.id), "Occupancy", {
      holder: [holder.id],
      post: [post.id],
      ...this.#interval(during),
      status: [during && statusOf(isoTime(during))],
      ...(acting && { description: ["acting"] }),
    });
  }

  /** A state or a body can hold no position in the model, but direct another body. */
  *#directorship(holder: Entity, { title, of, during }: Role): Generator<FtmEntity> {
    if (!this.#isOf(holder.id, LEGAL_ENTITIES) || !this.#isOf(of, ORGANIZATIONS)) {
      return this.#losses.add("offices that no person holds");
    }
    yield made(this.#ids.link(this.#ids.post(of, title).id, holder.id), "Directorship", {
      director: [holder.id],
      organization: [of],
      role: [title],
      ...this.#interval(during),
    });
  }

  *#membership({ id }: Entity, of: Id, during: TimeValue | undefined): Generator<FtmEntity> {
    if (!this.#isOf(id, LEGAL_ENTITIES) || !this.#isOf(of, ORGANIZATIONS))
      return this.#losses.add("memberships");
    yield made(this.#ids.link(of, id), "Membership", {
      member: [id],
      organization: [of],
      ...this.#interval(during),
    });
  }

  *#succession({ id }: Entity, before: Id): Generator<FtmEntity> {
    if (!this.#isOf(id, LEGAL_ENTITIES) || !this.#isOf(before, LEGAL_ENTITIES))
      return this.#losses.add("successions");
    yield made(this.#ids.link(before, id), "Succession", { predecessor: [before], successor: [id] });
  }

  #codesFor(of: Id): (string | undefined)[] {
    return (this.#knowledge.entities.get(of)?.country ?? []).map((country) => this.#codes.get(country.of));
  }

  #isOf(id: Id, schemata: readonly string[]): boolean {
    const entity = this.#knowledge.entities.get(id);
    const schema = entity && SCHEMA_OF_TYPE[entity.type]?.schema;
    return schema !== undefined && schemata.includes(schema);
  }

  #interval(value: TimeValue | undefined): Properties {
    return this.#time(value, { at: "date", start: "startDate", end: "endDate" });
  }

  #time(value: TimeValue | undefined, keys: Readonly<Record<"at" | "start" | "end", string>>): Properties {
    if (value === undefined) return {};
    const { at, start, end } = this.#iso(value);
    return { [keys.at]: [at], [keys.start]: [start], [keys.end]: [end] };
  }

  #iso(value: TimeValue): Partial<Record<"at" | "start" | "end", string>> {
    const { at, start, end, lost } = isoTime(value);
    const written = Object.entries({ at, start, end }).filter(([, date]) => date !== undefined);
    const kept = written.filter(([, date]) => isKnownYear(date!));
    this.#losses.add("dates", lost || kept.length < written.length ? 1 : 0);
    return Object.fromEntries(kept);
  }
}

/** The model knows years from 1000 to 2999. */
function isKnownYear(date: string): boolean {
  return /^[12]/.test(date);
}

function isUrl(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\/[^\s/]+\S*$/i.test(text);
}

function postKey({ title, of }: Role): string {
  return `${of}\n${title}`;
}

/** Parts that the model can say, and the one that says no more than that somebody was there. */
const PLAIN_PARTS = ["organizer", "participant"];

function statusOf({ at, end, openEnd }: IsoTime): string {
  if (end !== undefined) return "ended";
  return openEnd && at === undefined ? "current" : "unknown";
}

function wikidataItem(same: string): string | undefined {
  return /^(?:wikidata:|https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/)(Q[1-9]\d*)$/.exec(same)?.[1];
}

/** Without properties that have no value, and each value once. */
function made(id: string, schema: string, properties: Properties): FtmEntity {
  const kept = Object.entries(properties).flatMap(([key, values]) => {
    const all = [...new Set(values.filter((value) => value !== undefined && value !== ""))] as string[];
    return all.length > 0 ? [[key, all] as const] : [];
  });
  return { id, schema, properties: Object.fromEntries(kept) };
}
