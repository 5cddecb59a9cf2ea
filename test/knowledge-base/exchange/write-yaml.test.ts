import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { entryYaml, mapYaml } from "../../../server/src/knowledge-base/exchange/write-yaml.ts";

describe("an entry in YAML", () => {
  test("is written as people write it", () => {
    const entry = {
      type: "person",
      name: "Mira: the Elder",
      aliases: ["Mira", "null", "1984"],
      country: undefined,
      exists: "1960",
      roles: [{ title: "Chair", of: "board", during: "2022-04/..", acting: true }],
      description: `${"A sentence of some words. ".repeat(6)}`.trim(),
      evidence: [{ source: "minutes" }],
    };
    expect(`entities:\n${entryYaml("mira-holm", entry)}`).toMatchInlineSnapshot(`
      "entities:
        mira-holm:
          type: person
          name: 'Mira: the Elder'
          aliases: [Mira, 'null', '1984']
          exists: 1960
          roles:
            - title: Chair
              of: board
              during: 2022-04/..
              acting: true
          description: >-
            A sentence of some words. A sentence of some words. A sentence of some words. A sentence of some words. A sentence
            of some words. A sentence of some words.
          evidence:
            - source: minutes
      "
    `);
  });

  test("puts a long list in lines of their own", () => {
    const aliases = Array.from({ length: 6 }, (_, i) => `a name of some length ${i}`);
    expect(entryYaml("a", { aliases }).split("\n")).toHaveLength(9);
  });

  test("reads back as what it was, whatever its texts", () => {
    const text = fc.string({ unit: "grapheme" });
    const entry = fc.record({
      name: text,
      aliases: fc.array(text),
      roles: fc.array(fc.record({ title: text, of: text })),
    });
    const ids = fc.uniqueArray(
      fc.oneof(text, fc.constantFrom("__proto__", "null", "1984", "a: b", "x".repeat(1200))),
    );
    fc.assert(
      fc.property(ids, entry, (keys, value) => {
        const yaml = `entities:\n${keys.map((id) => entryYaml(id, value)).join("")}`;
        const read = load(yaml) as { entities: object | null };
        expect(Object.keys(read.entities ?? {}).sort()).toEqual([...keys].sort());
        for (const each of Object.values(read.entities ?? {})) expect(each).toEqual(value);
      }),
    );
  });
});

test("a map is written with its key", () => {
  expect(mapYaml("knowledgeBase", { title: "The harbour", asOf: "2024" })).toBe(
    "knowledgeBase:\n  title: The harbour\n  asOf: 2024\n",
  );
});
