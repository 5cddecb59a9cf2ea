import { describe, expect, test } from "vitest";
import { readDraft } from "../../server/src/text/read-draft.ts";

const blocksOf = (text: string) => readDraft({ uri: "draft:", text, format: "markdown" }).blocks;

/** A paragraph of so many sentences on one line. */
function lineOf(sentences: number, sentenceAt: (i: number) => string): string {
  return Array.from({ length: sentences }, (_, i) => sentenceAt(i)).join(" ");
}

const plain = lineOf(
  500,
  (i) => `Envoy ${i} of the ${i % 7 ? "northern" : "southern"} town met the council.`,
);

describe("a paragraph of endless length", () => {
  test("is cut into pieces as long as a paragraph, of which all but the first go on", () => {
    const blocks = blocksOf(plain);
    expect(blocks.map(({ prose }) => prose).join(" ")).toBe(plain);
    for (const { prose } of blocks.slice(0, -1)) {
      expect(prose.length).toBeGreaterThan(300);
      expect(prose.length).toBeLessThan(2_500);
    }
    expect(blocks.map(({ goesOn }) => goesOn === true)).toEqual(blocks.map((_, i) => i > 0));
  });

  test("is cut at the same places after words have been put before them", () => {
    const ends = (text: string) => new Set(blocksOf(text).map(({ prose }) => prose.slice(-60)));
    const [before, after] = [ends(plain), ends(`Somebody spoke first. Nobody answered. ${plain}`)];
    expect([...after].filter((end) => !before.has(end)).length).toBeLessThanOrEqual(2);
  });

  test.each([
    [
      "in a quotation",
      (i: number) => (i % 3 ? "Words followed words." : `“Hear me ${i}. Now listen. Then go.”`),
    ],
    [
      "in brackets",
      (i: number) => (i % 3 ? "Words followed words." : `(The first ${i}. The second. The third.)`),
    ],
    [
      "before a pronoun",
      (i: number) => (i % 2 ? "After that he left." : `The envoy of harbour ${i} stayed.`),
    ],
  ])("is not cut %s", (_, sentenceAt) => {
    const blocks = blocksOf(lineOf(600, sentenceAt));
    expect(blocks.length).toBeGreaterThan(5);
    for (const { prose } of blocks) {
      expect(prose.match(/[“(]/g)?.length).toBe(prose.match(/[”)]/g)?.length);
      expect(prose).not.toMatch(/^(?:Now|Then|The second|The third|After)/);
    }
  });

  test("of a length that somebody might write is not cut", () => {
    expect(blocksOf(plain.slice(0, 9_000))).toHaveLength(1);
  });
});
