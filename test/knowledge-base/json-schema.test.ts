import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { load } from "js-yaml";
import { Check } from "typebox/schema";
import { describe, expect, test } from "vitest";
import { jsonSchema } from "../../server/src/knowledge-base/format/json-schema.ts";
import { ENTRY_MAPS } from "../../server/src/knowledge-base/format/schema.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";

const SOUND = `
knowledgeBase: { title: The islands, asOf: 2025 }
sources: { log: { title: The log, published: 1999-01-02 } }
entities:
  arvo: { type: country, name: Arvo, abbreviation: [AR, A.R.], exists: 1893/.. }
  y84: { type: group, name: 1984, country: [arvo, { of: arvo, during: 2020 }] }
events:
  a: { type: talks, name: A, date: 1893, place: [arvo], participants: { party: [arvo] }, evidence: [ { source: log } ] }
claims:
  c: { subject: arvo, predicate: owns, object: [y84], status: alleged, attributedTo: [y84], statement: It does. }
figures:
  f: { of: arvo, label: islands, value: [12, 14], unit: island }
vocabulary:
  predicates: { owns: { exclusive: false } }
`;
const accepts = (yaml: string) => Check(jsonSchema(), load(yaml));

describe("the published schema", () => {
  test("is what the format says now; `npm run generate` writes it", () => {
    const published = readFileSync(resolve(import.meta.dirname, "../../knowledge/schema.json"), "utf8");
    expect(JSON.parse(published)).toEqual(jsonSchema());
  });

  test("accepts what the loader accepts", () => {
    expect(loadKnowledge([{ file: "sound.yaml", text: SOUND }]).problems).toEqual([]);
    expect(accepts(SOUND)).toBe(true);
    expect(accepts("events:\n")).toBe(true);
  });

  test.each([
    ["an unknown key", "name: Arvo,", "nam: Arvo,"],
    ["a missing key", "type: talks, ", ""],
    ["a text for a list", "[y84]", "{}"],
    ["an unknown type of entity", "type: country", "type: state"],
    ["an unknown map", "figures:", "numbers:"],
    ["three ends of a range", "[12, 14]", "[12, 13, 14]"],
    ["a claim that nobody makes", "attributedTo: [y84], ", ""],
  ])("rejects %s, as the loader does", (_, right, wrong) => {
    const broken = SOUND.replace(right, wrong);
    expect(broken).not.toBe(SOUND);
    expect(accepts(broken)).toBe(false);
    expect(loadKnowledge([{ file: "broken.yaml", text: broken }]).problems).not.toEqual([]);
  });

  test("explains every key", () => {
    const { properties } = jsonSchema() as {
      properties: Record<string, { additionalProperties: { properties: object } }>;
    };
    for (const map of Object.keys(ENTRY_MAPS)) {
      for (const [key, schema] of Object.entries(properties[map]!.additionalProperties.properties)) {
        expect(schema, `${map}: ${key}`).toHaveProperty("description");
      }
    }
  });
});
