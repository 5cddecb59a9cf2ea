import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { dump, load } from "js-yaml";
import { Check } from "typebox/schema";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json";
import { jsonSchema } from "../../server/src/knowledge-base/format/json-schema.ts";
import { ENTRY_MAPS } from "../../server/src/knowledge-base/format/schema.ts";
import { NEW_BASE, SNIPPETS } from "../../server/src/knowledge-base/format/snippets.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { anyKnowledge } from "../support/any-sound-knowledge.ts";
import { parsePage } from "../support/spec.ts";

const SOUND = `
knowledgeBase: { title: The islands, asOf: 2025 }
sources: { log: { title: The log, published: 1999-01-02 } }
entities:
  arvo: { type: country, name: Arvo, abbreviation: [AR, A.R.], exists: 1893/.. }
  y84: { type: group, name: 1984, country: [arvo, { of: arvo, during: 2020 }] }
events:
  a: { type: talks, name: A, date: 1893, place: [arvo], participants: { party: [arvo] }, outcome: failed, evidence: [ { source: log } ] }
claims:
  c: { subject: arvo, predicate: owns, object: [y84], status: alleged, attributedTo: [y84], statement: It does. }
figures:
  f: { of: arvo, label: islands, value: [12, 14], unit: island }
vocabulary:
  eventTypes: { vigil: { terms: [vigil], alsoCalled: [meeting], lasting: true } }
  predicates: { owns: { exclusive: false } }
  outcomes: { drawn: { adjectives: [drawn] } }
`;
const ROOT = resolve(import.meta.dirname, "../..");
const SCHEMA = jsonSchema();
const accepts = (yaml: string) => Check(SCHEMA, load(yaml));
const loads = (text: string) => loadKnowledge([{ file: "world.yaml", text }]).problems;

describe("the published schema", () => {
  test("is what the format says now; `npm run generate` writes it", () => {
    expect(JSON.parse(readFileSync(join(ROOT, "knowledge/schema.json"), "utf8"))).toEqual(SCHEMA);
  });

  test("accepts what the loader accepts", () => {
    expect(loads(SOUND)).toEqual([]);
    expect(accepts(SOUND)).toBe(true);
    expect(accepts("events:\n")).toBe(true);
    expect(Check(SCHEMA, null)).toBe(true);
  });

  test("accepts any sound knowledge base, as the loader does", () => {
    fc.assert(
      fc.property(anyKnowledge(), (knowledge) => {
        const yaml = dump(knowledge);
        expect(loads(yaml)).toEqual([]);
        expect(accepts(yaml), yaml).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each(filesBelow("knowledge").concat(filesBelow("test/corpus")))("accepts %s", (file) => {
    expect(accepts(readFileSync(join(ROOT, file), "utf8"))).toBe(true);
  });

  test.each(readdirSync(join(ROOT, "server/src/checks")).filter((name) => name.endsWith(".md")))(
    "accepts the worlds of %s",
    (page) => {
      const { cases } = parsePage(readFileSync(join(ROOT, "server/src/checks", page), "utf8"));
      const worlds = new Set(cases.map(({ world }) => world));
      expect([...worlds].filter((world) => !accepts(world))).toEqual([]);
    },
  );

  test.each([
    ["an unknown key", "name: Arvo,", "nam: Arvo,"],
    ["a missing key", "type: talks, ", ""],
    ["a text for a list", "[y84]", "{}"],
    ["an empty text", "name: Arvo,", "name: ' ',"],
    ["an unknown type of entity", "type: country", "type: state"],
    ["an unknown map", "figures:", "numbers:"],
    ["three ends of a range", "[12, 14]", "[12, 13, 14]"],
    ["a claim that nobody makes", "attributedTo: [y84], ", ""],
    ["a claim that a list of nobody makes", "attributedTo: [y84], ", "attributedTo: [], "],
    ["a date in words", "date: 1893", "date: October 1893"],
    ["a date the wrong way round", "published: 1999-01-02", "published: 02-01-1999"],
    ["a month that there is not", "published: 1999-01-02", "published: 1999-13"],
    ["a day that no month has", "published: 1999-01-02", "published: 1999-01-32"],
    ["a year of five digits", "date: 1893", "date: 18930"],
    ["an empty list of places", "place: [arvo]", "place: []"],
    ["a trait that is no truth value", "lasting: true", "lasting: always"],
    ["words of an unknown kind", "outcomes: {", "endings: {"],
  ])("rejects %s, as the loader does", (_, right, wrong) => {
    const broken = SOUND.replace(right, wrong);
    expect(broken).not.toBe(SOUND);
    expect(accepts(broken)).toBe(false);
    expect(loads(broken)).not.toEqual([]);
  });

  /** The loader takes a text as it stands; another reader of YAML makes something else of it, and the schema says so. */
  test.each(["true", "Null"])("wants quotation marks around a text that YAML takes for %s", (text) => {
    const bare = `entities: { a: { type: place, name: ${text} } }`;
    expect([loads(bare), accepts(bare)]).toEqual([[], false]);
    expect(accepts(bare.replace(text, `"${text}"`))).toBe(true);
  });
});

describe("in VS Code", () => {
  const [{ fileMatch, url }] = manifest.contributes.yamlValidation as [{ fileMatch: string[]; url: string }];

  test("the extension YAML finds it", () => {
    expect(JSON.parse(readFileSync(join(ROOT, url), "utf8"))).toEqual(SCHEMA);
  });

  /** That extension takes `*` for anything, slashes too, and a pattern for the end of the address from a slash on. */
  test.each([
    ["file:///home/mira/harbour.knowledge.yaml", true],
    ["file:///home/mira/knowledge/events.yaml", true],
    ["file:///home/mira/knowledge/quays/events.yaml", true],
    ["file:///home/mira/events.yaml", false],
    ["file:///home/mira/knowledge.yaml", false],
    ["file:///home/mira/knowledge/README.md", false],
  ])("%s: %s", (file, matches) => {
    const expressions = fileMatch.map(
      (pattern) => new RegExp(`/${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`),
    );
    expect(expressions.some((expression) => expression.test(file))).toBe(matches);
  });
});

describe("the published schema explains", () => {
  const explained = [...keysIn(SCHEMA, "")];

  test("every key", () => {
    expect(explained.length).toBeGreaterThan(90);
    expect(explained.filter(([, { description }]) => !description).map(([path]) => path)).toEqual([]);
  });

  test("in sentences", () => {
    const texts = explained.map(([, { description }]) => String(description));
    expect(texts.filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
  });

  test("every choice", () => {
    const choices = [...schemasIn(SCHEMA)].filter((schema) => Array.isArray(schema.enumDescriptions));
    expect(choices.length).toBeGreaterThanOrEqual(4);
    for (const schema of choices) {
      expect(schema.enumDescriptions).toHaveLength((schema.enum as unknown[]).length);
    }
  });

  test("with examples that it accepts itself", () => {
    const wrong = [...schemasIn(SCHEMA)].flatMap(({ examples, ...schema }) =>
      ((examples as unknown[] | undefined) ?? []).filter((example) => !Check(schema, example)),
    );
    expect(wrong).toEqual([]);
  });

  test.each([...Object.entries(SNIPPETS), ["", NEW_BASE] as const])("a new entry of %s", (map, { body }) => {
    const filled = JSON.parse(
      JSON.stringify(body).replace(
        /\$\{\d+(?::([^}]*)|\|([^,}]*)[^}]*)\}/g,
        (_, text, choice) => text ?? choice,
      ),
      (_, value) => (value === "20" ? 20 : value),
    );
    expect(JSON.stringify(filled)).not.toContain("${");
    expect(Check(SCHEMA, map === "" ? filled : { [map]: filled })).toBe(true);
  });
});

type Schema = Readonly<Record<string, unknown>>;

/** Every key that may be written, with its schema. */
function* keysIn(schema: Schema, path: string): Generator<[string, Schema]> {
  for (const [key, inner] of Object.entries(
    (schema.properties as Record<string, Schema> | undefined) ?? {},
  )) {
    yield [`${path}${key}`, inner];
    yield* keysIn(inner, `${path}${key}.`);
  }
  for (const inner of below(schema)) yield* keysIn(inner, path);
}

function* schemasIn(schema: Schema): Generator<Schema> {
  yield schema;
  for (const inner of below(schema)) yield* schemasIn(inner);
  for (const inner of Object.values((schema.properties as Record<string, Schema> | undefined) ?? {})) {
    yield* schemasIn(inner);
  }
}

/** The schemas in a schema, without those of its keys. */
function below({ additionalProperties, items, anyOf }: Schema): Schema[] {
  return [additionalProperties, items, ...((anyOf as unknown[] | undefined) ?? [])].filter(
    (inner): inner is Schema => typeof inner === "object" && inner !== null,
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".yaml"))
    .sort();
}

test("every map has a snippet for a new entry", () => {
  expect(Object.keys(SNIPPETS)).toEqual(Object.keys(ENTRY_MAPS));
});
