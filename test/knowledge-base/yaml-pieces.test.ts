import fc from "fast-check";
import { expect, test } from "vitest";
import { finish } from "../../server/src/knowledge-base/steps.ts";
import { parseInPieces } from "../../server/src/knowledge-base/yaml/pieces.ts";
import { parseYamlInSteps } from "../../server/src/knowledge-base/yaml/tree.ts";
import { anyKnowledgeFiles } from "../support/any-knowledge.ts";

const parsed = (text: string, least: number) => finish(parseInPieces("a.yaml", text, least));
const inOne = (text: string) => parsed(text, text.length);

/** Lines that knowledge files are made of, and pieces of such that mean something else in another place. */
const LINES = [
  ..."a: 1|b:|  c: 2|  d:|    e: 3|    - f|  - f|- g|  'h': i|word|  word|# c|  # c|  f: >|  g: |-|    long".split(
    "|",
  ),
  ...'   odd: 1| one: 1|  h: {a: 1,|  b: 2}|   b: 2}|  q: "x|  y"|   y"|t: \'u|  v: w\'|  &a i: *a|? k|: v'.split(
    "|",
  ),
  ...[
    "",
    "---",
    "...",
    "  j: &b { x: 1 }",
    "  k: *b",
    "  l: !t m",
    "%TAG ! x",
    "entities: &c",
    "\tn: 1",
    "o: *c",
    "x: |",
    "\uFEFFp: 1",
  ],
];

test("what comes of the pieces of a text comes of the whole, wherever it is cut", () => {
  const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 25 });
  const ends = fc.constantFrom("\n", "\n", "\n", "\r\n", "\r");
  fc.assert(
    fc.property(lines, ends, fc.integer({ min: 1, max: 40 }), (lines, end, least) => {
      const text = lines.join(end);
      expect(parsed(text, least)).toEqual(inOne(text));
    }),
    { numRuns: 3000 },
  );
});

test("and so with any knowledge base, and with what is left of it when something is cut out", () => {
  const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 2 });
  fc.assert(
    fc.property(anyKnowledgeFiles, places, fc.integer({ min: 1, max: 200 }), (files, places, least) => {
      for (const { text } of files) {
        const cut = places.reduce((rest, place) => {
          const at = Math.floor(place * rest.length);
          return rest.slice(0, at) + rest.slice(at + 3);
        }, text);
        expect(parsed(cut, least)).toEqual(inOne(cut));
      }
    }),
  );
});

test("a large file is parsed with a pause after every few thousand characters", () => {
  const entry = (i: number) => `  id-${i}: { type: person, name: Name ${i} }\n`;
  const text = `entities:\n${Array.from({ length: 5000 }, (_, i) => entry(i)).join("")}`;
  let pauses = 0;
  for (const work = parseYamlInSteps("a.yaml", text); !work.next().done; ) pauses++;
  expect(pauses).toBeGreaterThan(text.length / 20_000);
});
