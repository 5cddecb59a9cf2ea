import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { HIDDEN, OPAQUE, tokenize } from "../../server/src/text/tokens.ts";
import { anyText } from "../support/any-draft.ts";
import { tokensByDefinition } from "./tokens-oracle.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** What tokens begin, end and break with, in any order. */
const soup = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...".,'’ʼ-–_ \t\n\u00A0½²…`´") },
      { weight: 4, arbitrary: fc.constantFrom(...HIDDEN, ...OPAQUE, ...HIDDEN) },
      { weight: 6, arbitrary: fc.constantFrom(..."0159", "12", "500", "1500", "٣", "𝟙", "１") },
      { weight: 4, arbitrary: fc.constantFrom("st", "nd", "rd", "th", "s", "S", "'s", "’S", "ʼs", "ths") },
      {
        weight: 4,
        arbitrary: fc.constantFrom(..."aZUSÉłßßĳ\u0301\u20DD", "U.S.", "𝐀", "𝐀.", "U.", "ǅ", "漢"),
      },
      { weight: 1, arbitrary: fc.constantFrom("\uD800", "\uDC00", "\uD835", "😀", "\uFEFF", "\u2028", "ͺ") },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 2 }) },
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

/** Around the lengths at which tokens are cut. */
const long = fc
  .tuple(
    soup,
    fc.constantFrom("a", "7", "7.", "7,", "1.500,", HIDDEN, OPAQUE, "U.", "a'", "𝟙", "é"),
    fc.oneof(fc.nat({ max: 3000 }), fc.integer({ min: 95, max: 105 }), fc.integer({ min: 990, max: 1010 })),
    soup,
  )
  .map(([before, piece, times, after]) => before + piece.repeat(times) + after);

test.each([
  ["marks, digits and letters in any order", soup, 20_000],
  ["long tokens", long, 500],
  ["any text", anyText, 2000],
])("tokens are what their definition says: %s", (_, texts, numRuns) => {
  fc.assert(
    fc.property(texts, fc.nat({ max: 3 }), (text, offset) => {
      expect(tokenize(text, offset)).toEqual(tokensByDefinition(text, offset));
    }),
    { numRuns },
  );
});

test("tokens are what their definition says: every character, beside letters and digits", () => {
  for (let code = 0; code <= 0x1ffff; code++) {
    const char = String.fromCodePoint(code);
    const text = `${char} 1${char}2 a${char}b`;
    const tokens = tokenize(text);
    const wanted = tokensByDefinition(text);
    if (JSON.stringify(tokens) !== JSON.stringify(wanted)) expect(tokens, code.toString(16)).toEqual(wanted);
  }
});

test.each([
  ...filesUnder("knowledge/samples"),
  ...filesUnder("test/corpus"),
  ...filesUnder("../shared/drafts"),
])("tokens are what their definition says: %s", (file) => {
  const text = readFileSync(join(ROOT, file), "utf8");
  expect(tokenize(text)).toEqual(tokensByDefinition(text));
  for (const { prose, span } of readDraft({ uri: "draft:", text, format: "markdown" }).blocks)
    expect(tokenize(prose, span.start)).toEqual(tokensByDefinition(prose, span.start));
});

function filesUnder(folder: string): string[] {
  try {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
    return files.filter((file) => file.endsWith(".md")).map((file) => join(folder, file));
  } catch {
    return [];
  }
}
