import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldQuote, resolvePath, SourceTexts } from "../../server/src/knowledge-base/loading/source-texts.ts";

const word = fc.constantFrom(
  "the",
  "truce",
  "of",
  "May",
  "’s",
  "–",
  "“at",
  "last”",
  "4",
  ",",
  "Késs",
  "  ",
  "\n",
);
const prose = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "));

describe("a quote", () => {
  test("is found exactly where the folded text has it", () => {
    fc.assert(
      fc.property(prose, prose, fc.nat(40), fc.nat(12), (text, other, from, length) => {
        const texts = new SourceTexts();
        texts.add("s", text);
        for (const quote of [text.slice(from, from + length), other.slice(from, from + length), other]) {
          expect(texts.hasQuote("s", quote)).toBe(foldQuote(text).includes(foldQuote(quote).trim()));
        }
      }),
    );
  });

  test("of a text that is not at hand is believed", () => {
    expect(new SourceTexts().hasQuote("s", "anything")).toBe(true);
  });
});

test.each([
  ["kb/a.yaml", "s.txt", "kb/s.txt"],
  ["a.yaml", "texts/s.txt", "texts/s.txt"],
  ["/kb/deep/a.yaml", "../../s.txt", "/s.txt"],
  ["kb\\a.yaml", "texts/s.txt", "kb\\texts/s.txt"],
  ["file:///kb/a.yaml", "./s.txt", "file:///kb/s.txt"],
  ["kb/a.yaml", "/abs/s.txt", "/abs/s.txt"],
  ["kb/a.yaml", "https://example.org/s", "https://example.org/s"],
])("the path in %s of %s is %s", (from, path, resolved) => {
  expect(resolvePath(from, path)).toBe(resolved);
});
