import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { defaultModel, type IEntityDatum, Model } from "@alephdata/followthemoney";
import fc from "fast-check";
import { dump } from "js-yaml";
import { describe, expect, test } from "vitest";
import type { FtmEntity } from "../../../server/src/knowledge-base/exchange/follow-the-money.ts";
import { toFollowTheMoney } from "../../../server/src/knowledge-base/exchange/ftm-export.ts";
import { Losses } from "../../../server/src/knowledge-base/exchange/losses.ts";
import type { Knowledge } from "../../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../../server/src/knowledge-base/loading/load.ts";
import { anyKnowledgeFiles } from "../../support/any-knowledge.ts";
import { anyKnowledge } from "../../support/any-sound-knowledge.ts";
import { worldOf } from "../../support/engine.ts";

const MODEL = new Model(defaultModel);

function exported(knowledge: Knowledge) {
  const losses = new Losses();
  const entities = [...toFollowTheMoney(knowledge, losses)];
  return { entities, losses: Object.fromEntries(losses.counts) };
}

/** What the model has against entities: unknown words, values of another type, links to what is not there. */
function objections(entities: readonly FtmEntity[]): string[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const found = entities.length === byId.size ? [] : ["an id is there twice"];
  for (const { id, schema: name, properties } of entities) {
    const schema = MODEL.getSchema(name);
    MODEL.getEntity({ id, schema: name, properties } as unknown as IEntityDatum);
    if (schema.abstract) found.push(`${id}: ${name} is abstract`);
    for (const key of schema.required) if (!(key in properties)) found.push(`${id}: ${key} is missing`);
    for (const [key, values] of Object.entries(properties)) {
      const property = schema.getProperty(key);
      if (property.stub) found.push(`${id}: ${key} is a stub`);
      if (values.length === 0) found.push(`${id}: ${key} is empty`);
      for (const value of values) {
        const range = property.hasRange ? property.getRange() : undefined;
        const target = byId.get(value);
        const fits =
          range === undefined || (target !== undefined && MODEL.getSchema(target.schema).isA(range));
        if (!fits) found.push(`${id}: ${key} names ${value}, which is no ${range!.name}`);
        if (!isOfType(property.type.name, value)) found.push(`${id}: ${key} is ${value}`);
      }
    }
  }
  return found;
}

/** The rules of the types, as https://followthemoney.tech/explorer/types/ has them. */
function isOfType(type: string, value: string): boolean {
  if (typeof value !== "string" || value === "") return false;
  if (type === "date") return /^[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(value);
  if (type === "country") return Object.hasOwn(defaultModel.types.country!.values!, value);
  if (type === "url") return URL.canParse(value);
  return true;
}

const WORLD = `
knowledgeBase: { title: The harbour }
sources:
  minutes: { title: Minutes of the harbour board, publisher: Harbour Press, published: 2024-06, url: https://example.org/minutes }
  rumour: { title: What is said, text: papers/rumour.txt }
entities:
  france: { type: country, name: France, abbreviation: FR, demonyms: [French] }
  morvane: { type: country, name: Morvane, formerly: old-morvane, roles: [{ title: Chair, of: league }] }
  old-morvane: { type: country, name: Old Morvane }
  league: { type: organization, name: Coast League, exists: 1950/2001-05 }
  board: { type: organization, name: Harbour Board, country: france, partOf: league, memberOf: { of: league, during: 1990/.. } }
  quay: { type: facility, name: East Quay, country: france }
  fishers: { type: group, name: Fishers of Lune }
  pact: { type: agreement, name: Quay Pact }
  tides: { type: concept, name: Doctrine of Tides }
  mira:
    type: person
    name: Mira Holm
    aliases: [Mira the Elder]
    weakAliases: [Holm]
    discouraged: [{ form: Mira Old, reason: She changed it., since: 2001 }]
    country: france
    exists: 1960-04-02/..
    roles:
      - { title: Chair, aliases: [Chairwoman], of: board, during: 2022-04/.. }
      - { title: Quay Master, of: quay, during: 2001/2005, acting: true }
    description: She opened the quay.
    sameAs: [wikidata:Q1001, "https://en.wikipedia.org/wiki/Mira_Holm", "isni:1"]
    evidence: [{ source: minutes, quote: elected her }, { source: rumour }]
events:
  opening:
    type: opening
    name: opening of the East Quay
    date: 2024-06-03
    place: [quay, france]
    participants: { chair: [mira], organizer: [board], participant: [pact, fishers] }
    about: [quay]
  storm: { type: disaster, name: Great Storm, date: 2021-22 }
claims: { c: { subject: board, predicate: controls, object: quay, statement: The board runs the quay. } }
figures: { f: { of: quay, label: length, value: 40, unit: metre } }
`;

describe("an export to FollowTheMoney", () => {
  const { entities, losses } = exported(worldOf(WORLD));
  const get = (id: string) => entities.find((entity) => entity.id === id);

  test("is what the model allows", () => {
    expect(objections(entities)).toEqual([]);
  });

  test("has persons with their names, their identities and their sources", () => {
    expect(get("mira")).toEqual({
      id: "mira",
      schema: "Person",
      properties: {
        name: ["Mira Holm"],
        alias: ["Mira the Elder"],
        weakAlias: ["Holm"],
        previousName: ["Mira Old"],
        notes: ["She opened the quay."],
        wikidataId: ["Q1001"],
        wikipediaUrl: ["https://en.wikipedia.org/wiki/Mira_Holm"],
        sourceUrl: ["https://example.org/minutes"],
        proof: ["minutes", "rumour"],
        country: ["fr"],
        birthDate: ["1960-04-02"],
      },
    });
  });

  test("has offices and who holds them", () => {
    expect(get("board.chair")).toEqual({
      id: "board.chair",
      schema: "Position",
      properties: { name: ["Chair"], alias: ["Chairwoman"], country: ["fr"], organization: ["board"] },
    });
    expect(get("board.chair.mira")?.properties).toEqual({
      holder: ["mira"],
      post: ["board.chair"],
      startDate: ["2022-04"],
      status: ["current"],
    });
    expect(get("quay.quay-master.mira")?.properties).toMatchObject({
      startDate: ["2001"],
      endDate: ["2005"],
      status: ["ended"],
      description: ["acting"],
    });
    expect(get("quay.quay-master")?.properties).toMatchObject({
      addressEntity: ["quay"],
      subnationalArea: ["East Quay"],
    });
    expect(get("league.chair.morvane")).toMatchObject({
      schema: "Directorship",
      properties: { role: ["Chair"] },
    });
  });

  test("has bodies, states and places with what ties them together", () => {
    expect(get("board")?.properties).toMatchObject({ country: ["fr"], parent: ["league"] });
    expect(get("league.board")).toMatchObject({ schema: "Membership", properties: { startDate: ["1990"] } });
    expect(get("league")?.properties).toMatchObject({
      incorporationDate: ["1950"],
      dissolutionDate: ["2001-05"],
    });
    expect(get("old-morvane.morvane")).toMatchObject({ schema: "Succession" });
    expect(get("france")).toMatchObject({
      schema: "PublicBody",
      properties: { keywords: ["country"], country: ["fr"] },
    });
    expect(get("quay")).toMatchObject({
      schema: "Address",
      properties: { keywords: ["facility"], full: ["East Quay"] },
    });
  });

  test("has events with whom the model lets take part", () => {
    expect(get("opening")?.properties).toMatchObject({
      keywords: ["opening"],
      date: ["2024-06-03"],
      location: ["East Quay", "France"],
      country: ["fr"],
      involved: ["mira", "fishers"],
      organizer: ["board"],
    });
    expect(get("storm")?.properties.date).toEqual(["2021"]);
  });

  test("counts what it cannot say", () => {
    expect(losses).toEqual({
      claims: 1,
      concepts: 1,
      demonyms: 1,
      figures: 1,
      "identities elsewhere": 1,
      "parts that somebody had in an event": 1,
      "participants that are neither persons nor bodies": 1,
      quotes: 1,
      "reasons against former names": 1,
      "what events are about": 1,
    });
  });

  test.each(["article"])("of the knowledge base %s is what the model allows", (name) => {
    const folder = resolve(import.meta.dirname, "../../../knowledge", name);
    const files = readdirSync(folder).map((file) => ({
      file,
      text: readFileSync(join(folder, file), "utf8"),
    }));
    expect(objections(exported(loadKnowledge(files).knowledge).entities)).toEqual([]);
  });

  test("of any knowledge base is what the model allows", () => {
    fc.assert(
      fc.property(anyKnowledge(), (raw) => {
        const { knowledge } = loadKnowledge([{ file: "any.yaml", text: dump(raw) }]);
        expect(objections(exported(knowledge).entities)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("of any broken knowledge base names nothing that is lost", () => {
    fc.assert(
      fc.property(anyKnowledgeFiles, (files) => {
        expect(objections(exported(loadKnowledge(files).knowledge).entities)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
