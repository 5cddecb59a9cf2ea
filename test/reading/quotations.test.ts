import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { quotedStretches } from "../../server/src/reading/quotations/marks.ts";
import { checkText } from "../../server/src/service.ts";

describe("what stands in quotation marks", () => {
  const quotedIn = (text: string) => quotedStretches(text).map(({ from, to }) => text.slice(from, to));

  test.each<[why: string, text: string, quoted: string[]]>([
    ["double, straight", 'He said "yes" and "no".', ["yes", "no"]],
    ["double, typographic", "He said “yes” and “no”.", ["yes", "no"]],
    ["single, straight", "He said 'yes, it's me' and left.", ["yes, it's me"]],
    ["single, typographic", "He said ‘yes, it’s me’ and left.", ["yes, it’s me"]],
    ["guillemets, either way", "Il dit «oui», sie sagt »nein«.", ["oui", "nein"]],
    ["low and high", "Er sagte „ja“ und ging.", ["ja"]],
    ["one within another", "She said “he said ‘no’ to me” and left.", ["he said ‘no’ to me"]],
    ["a mark that opens nothing", 'A 12" lens and "glass".', ["glass"]],
    ["a mark that is never closed", 'She said "yes and left.', []],
    ["apostrophes", "The men's boats of the '30s, 'tis said, were the fishers' own.", []],
    ["a possessive plural", "the boys' boats and the girls' boats", []],
    [
      "a paragraph that goes on with a quotation",
      "“We counted the ships for nine nights, and on the tenth the lamp was dark again.",
      ["We counted the ships for nine nights, and on the tenth the lamp was dark again."],
    ],
    ["nothing at all", '"" and “”', []],
  ])("%s", (_, text, quoted) => {
    expect(quotedIn(text)).toEqual(quoted);
  });

  test("of any text lies in it, in order, apart from each other", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."\"'“”‘’„«»‹› .,a's\n"), { maxLength: 60 }), (all) => {
        const text = all.join("");
        let end = 0;
        for (const stretch of quotedStretches(text)) {
          expect(stretch.start).toBeGreaterThanOrEqual(end);
          expect(stretch.from).toBe(stretch.start + 1);
          expect(stretch.to).toBeGreaterThan(stretch.from);
          end = stretch.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("of a source's words", () => {
  const NOUNS =
    "river harbour lantern winter copper orchard bishop market thunder pepper violin saddle".split(" ");
  const VERBS = "counted carried painted followed measured watched buried polished".split(" ");
  // Each sentence has words of its own, so that one is not another's neighbour.
  const SENTENCES = VERBS.map(
    (verb, i) =>
      `The ${NOUNS[i]} keeper ${verb} every ${NOUNS[i + 1]} that ${NOUNS[i + 2]} merchants had left behind the ${NOUNS[i + 3]} gate.`,
  );
  const { knowledge } = loadKnowledge(
    [
      {
        file: "kb.yaml",
        text: "knowledgeBase: { title: T, language: en }\nsources: { s: { title: S, text: s.txt } }\nentities: { a: { type: country, name: Aland, evidence: [{ source: s }] } }",
      },
    ],
    { readText: () => SENTENCES.join("\n") },
  );
  const findingsOf = (quoted: string) =>
    checkText({ text: `Somebody wrote: "${quoted}"`, format: "plaintext", knowledge }).findings;
  const sentence = fc.nat({ max: SENTENCES.length - 1 });

  test("any that are quoted as they stand are right", () => {
    fc.assert(
      fc.property(sentence, fc.nat({ max: 8 }), fc.integer({ min: 3, max: 20 }), (i, from, length) => {
        const words = SENTENCES[i]!.split(" ").slice(from, from + length);
        expect(findingsOf(words.join(" "))).toEqual([]);
      }),
    );
  });

  test("one that is another is found, and mended", () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 2, max: 12 }), (i, at) => {
        const words = SENTENCES[i]!.split(" ");
        const [finding, ...others] = findingsOf(words.with(at, "zebra").join(" "));
        expect(others).toEqual([]);
        expect(finding?.check).toBe("quotation");
        expect(finding?.fixes[0]?.newText).toBe(words[at]);
      }),
    );
  });
});
