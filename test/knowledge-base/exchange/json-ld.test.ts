import fc from "fast-check";
import { dump } from "js-yaml";
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { CONTEXT, defaultBase, toJsonLd } from "../../../server/src/knowledge-base/exchange/json-ld.ts";
import { Losses } from "../../../server/src/knowledge-base/exchange/losses.ts";
import type { Knowledge } from "../../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../../server/src/knowledge-base/loading/load.ts";
import { anyKnowledgeFiles } from "../../support/any-knowledge.ts";
import { anyKnowledge } from "../../support/any-sound-knowledge.ts";
import { worldOf } from "../../support/engine.ts";

const BASE = "https://example.org/id/";

function documentOf(knowledge: Knowledge, base = BASE) {
  const losses = new Losses();
  const graph = [...toJsonLd(knowledge, base, losses)];
  return { document: { "@context": CONTEXT, "@graph": graph }, losses: Object.fromEntries(losses.counts) };
}

/** Instead of the network: schema.org as nothing but a vocabulary. */
const documentLoader = async (url: string) => {
  if (!/^https:\/\/schema\.org\/?$/.test(url)) throw new Error(`${url} is asked for`);
  return { documentUrl: url, document: { "@context": { "@vocab": "https://schema.org/" } } };
};

type Expanded = Record<string, unknown> & { "@id": string };

async function expanded(knowledge: Knowledge, base = BASE): Promise<Map<string, Expanded>> {
  const { document } = documentOf(knowledge, base);
  // Through its text, as a reader of the file gets it.
  const read = JSON.parse(JSON.stringify(document)) as jsonld.JsonLdDocument;
  const options = { documentLoader, safe: true } as jsonld.Options.Expand;
  const nodes: unknown = await jsonld.expand(read, options);
  return new Map((nodes as Expanded[]).map((node) => [node["@id"].replace(base, ""), node]));
}

const schema = (name: string) => `https://schema.org/${name}`;
const own = (name: string) => `urn:aide-memoire:terms:${name}`;
const text = (value: unknown) => [{ "@value": value }];
const edtf = (value: string) => [{ "@type": "http://id.loc.gov/datatypes/edtf/EDTF", "@value": value }];
const ref = (id: string) => ({ "@id": BASE + id });

const WORLD = `
knowledgeBase: { title: The harbour, asOf: 2024-07 }
sources:
  minutes: { title: Minutes, author: Aro Veld, published: 2024-06, url: "https://example.org/minutes" }
entities:
  france: { type: country, name: France }
  board: { type: organization, name: Harbour Board, abbreviation: HB, country: france, exists: 1950/2001-22 }
  quay: { type: facility, name: East Quay, country: france }
  mira:
    type: person
    name: Mira Holm
    aliases: [Mira the Elder]
    weakAliases: [Holm]
    country: { of: france, during: 1980/.. }
    memberOf: board
    roles: [{ title: Chair, of: board, during: 2022-04/.., acting: true }]
    sameAs: [wikidata:Q1001]
    evidence: [{ source: minutes, quote: elected her }]
events:
  opening:
    type: opening
    name: opening of the East Quay
    date: 2024-06-03/2024-06-07~
    place: quay
    participants: { mediator: [mira], host: [board] }
    openRoles: [mediator]
    stages: { announced: 2024-05 }
    follows: [storm]
  storm: { type: disaster, name: Great Storm, date: 2021-22 }
claims:
  runs:
    subject: board
    predicate: controls
    object: quay
    holds: false
    during: 2021/..
    status: alleged
    attributedTo: [mira]
    statement: The board does not run the quay.
    evidence: [{ source: minutes }]
figures:
  length: { of: quay, label: length of the quay, value: [40, 45], bound: about, unit: metre, asOf: 2024 }
  depth: { of: quay, label: depth, value: 12, bound: atLeast, unit: metre }
vocabulary: { eventTypes: { regatta: { terms: [regatta] } } }
`;

describe("an export to JSON-LD", async () => {
  const world = worldOf(WORLD);
  const nodes = await expanded(world);
  const get = (id: string) => nodes.get(id)!;

  test("has an IRI and a type of schema.org for each entry", () => {
    expect([...nodes].map(([id, node]) => [id, node["@type"]])).toEqual([
      ["", [schema("Dataset")]],
      ["minutes", [schema("CreativeWork")]],
      ["france", [schema("Country")]],
      ["board", [schema("Organization")]],
      ["quay", [schema("Place")]],
      ["mira", [schema("Person")]],
      ["opening", [schema("Event")]],
      ["storm", [schema("Event")]],
      ["runs", [schema("Claim")]],
      ["length", [schema("Observation")]],
      ["depth", [schema("Observation")]],
    ]);
    expect(get("quay")[own("type")]).toEqual(text("facility"));
  });

  test("has names, identities and evidence", () => {
    expect(get("mira")).toMatchObject({
      [schema("name")]: text("Mira Holm"),
      [schema("alternateName")]: text("Mira the Elder"),
      [own("weakAlias")]: text("Holm"),
      [schema("sameAs")]: [{ "@id": "http://www.wikidata.org/entity/Q1001" }],
      [schema("subjectOf")]: [
        {
          "@type": [schema("Quotation")],
          [schema("text")]: text("elected her"),
          [schema("isPartOf")]: [ref("minutes")],
        },
      ],
    });
    expect(get("minutes")).toMatchObject({
      [schema("datePublished")]: text("2024-06"),
      [schema("url")]: [{ "@id": "https://example.org/minutes" }],
    });
  });

  test("has offices and relations in the role pattern, with their times", () => {
    expect(get("mira")[schema("hasOccupation")]).toMatchObject([
      {
        "@type": [schema("OrganizationRole")],
        [schema("roleName")]: text("Chair"),
        [schema("hasOccupation")]: [{ "@type": [schema("Occupation")], [schema("name")]: text("Chair") }],
        [own("of")]: [ref("board")],
        [schema("startDate")]: text("2022-04"),
        [own("during")]: edtf("2022-04/.."),
        [own("acting")]: text(true),
      },
    ]);
    expect(get("mira")[schema("hasOccupation")]).not.toHaveProperty([0, schema("endDate")]);
    expect(get("mira")[schema("nationality")]).toMatchObject([
      {
        "@type": [schema("Role")],
        [schema("nationality")]: [ref("france")],
        [schema("startDate")]: text("1980"),
      },
    ]);
    expect(get("mira")[schema("memberOf")]).toEqual([ref("board")]);
    expect(get("quay")[schema("containedInPlace")]).toEqual([ref("france")]);
  });

  test("has dates no finer than they are known, and in EDTF as they are", () => {
    expect(get("storm")).toMatchObject({
      [schema("startDate")]: text("2021"),
      [own("date")]: edtf("2021-22"),
    });
    expect(get("opening")).toMatchObject({
      [schema("startDate")]: text("2024-06-03"),
      [schema("endDate")]: text("2024-06"),
      [own("date")]: edtf("2024-06-03/2024-06-07~"),
    });
    expect(get("board")).toMatchObject({
      [schema("foundingDate")]: text("1950"),
      [schema("dissolutionDate")]: text("2001"),
    });
    expect(get("runs")[schema("temporalCoverage")]).toEqual(text("2021/.."));
  });

  test("has who took part, where, and the steps of an event", () => {
    expect(get("opening")).toMatchObject({
      [schema("location")]: [ref("quay")],
      [schema("participant")]: [
        {
          "@type": [schema("Role")],
          [schema("roleName")]: text("mediator"),
          [schema("participant")]: [ref("mira")],
        },
      ],
      [schema("organizer")]: [
        {
          "@type": [schema("Role")],
          [schema("roleName")]: text("host"),
          [schema("organizer")]: [ref("board")],
        },
      ],
      [own("openRole")]: text("mediator"),
      [schema("subEvent")]: [{ [schema("name")]: text("announced"), [schema("startDate")]: text("2024-05") }],
      [own("follows")]: [ref("storm")],
    });
  });

  test("has claims and figures", () => {
    expect(get("runs")).toMatchObject({
      [schema("text")]: text("The board does not run the quay."),
      [schema("about")]: [ref("board"), ref("quay")],
      [schema("author")]: [ref("mira")],
      [own("holds")]: text(false),
      [own("status")]: text("alleged"),
      [schema("citation")]: [ref("minutes")],
    });
    expect(get("length")[schema("value")]).toMatchObject([
      { [schema("minValue")]: text(40), [schema("maxValue")]: text(45), [schema("unitText")]: text("metre") },
    ]);
    expect(get("depth")[schema("value")]).toMatchObject([{ [schema("minValue")]: text(12) }]);
  });

  test("counts what it leaves out", () => {
    expect(documentOf(world).losses).toEqual({ "words added to the vocabulary": 1 });
  });

  test("puts ids that are no part of an IRI behind the base as such", async () => {
    const odd = worldOf(
      'entities: { "a/ç": { type: group, name: A }, "\u{1F6A2}": { type: group, name: B } }',
    );
    expect([...(await expanded(odd)).keys()]).toEqual(["", "a%2F%C3%A7", "%F0%9F%9A%A2"]);
  });

  test("has a urn of its title where there is no base", () => {
    expect(defaultBase("The Härbour: 2nd")).toBe("urn:aide-memoire:the-harbour-2nd:");
    expect(defaultBase("…")).toBe("urn:aide-memoire:knowledge-base:");
  });

  test("of any knowledge base expands, and names nothing that is not there", async () => {
    await fc.assert(
      fc.asyncProperty(anyKnowledge(), async (raw) => {
        const { knowledge } = loadKnowledge([{ file: "any.yaml", text: dump(raw) }]);
        await expectSound(knowledge);
      }),
      { numRuns: 40 },
    );
    await fc.assert(
      fc.asyncProperty(anyKnowledgeFiles, (files) => expectSound(loadKnowledge(files).knowledge)),
      { numRuns: 40 },
    );
  });
});

async function expectSound(knowledge: Knowledge): Promise<void> {
  const nodes = await expanded(knowledge);
  const named = JSON.stringify([...nodes.values()]).matchAll(/"@id":"https:\/\/example\.org\/id\/([^"]*)"/g);
  const missing = Array.from(named, (match) => match[1]!).filter((id) => !nodes.has(id));
  expect(missing).toEqual([]);
  const { sources, entities, events, claims, figures } = knowledge;
  const all = [sources, entities, events, claims, figures].reduce((sum, map) => sum + map.size, 0);
  expect(nodes.size).toBe(all + 1);
}
