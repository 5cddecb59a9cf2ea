import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextSentenceEnd, sentencesOf } from "../../server/src/text/sentences.ts";
import { HIDDEN } from "../../server/src/text/tokens.ts";
import type { TimedBlock } from "../../server/src/time/anchor.ts";
import { english } from "../../server/src/time/english/index.ts";
import type { Language } from "../../server/src/time/language.ts";
import { timesInText } from "../../server/src/time/read-text.ts";
import { recognizeTimes } from "../../server/src/time/recognize.ts";
import { anyText } from "../support/any-draft.ts";

/** Every sentence of every line, whatever is in it. */
function timesTheLongWay(text: string, language: Language): TimedBlock[] {
  const blocks: TimedBlock[] = [];
  for (const { index, 0: prose } of text.matchAll(/[^\n]+/g)) {
    const all = sentencesOf({ prose, span: { start: index, end: index + prose.length } });
    const sentences = all
      .map(({ tokens }) => recognizeTimes(tokens, language))
      .filter((found) => found.length > 0);
    if (sentences.length > 0) blocks.push({ block: { kind: "paragraph" }, sentences });
  }
  return blocks;
}

/** A date at every word that a reader is called for, so that none that is passed over goes unseen. */
const eager: Language = eagerly([...english.words.keys(), "aujourd'hui", "l'an", "ماي"]);

function eagerly(words: readonly string[]): Language {
  const number: Language["number"] = (tokens, index) => {
    const { start, end } = tokens[index]!;
    return {
      next: index + 1,
      expressions: [{ kind: "duration", span: { start, end }, unit: "day", bound: "exact" }],
    };
  };
  return { number, words: new Map(words.map((word) => [word, number])) };
}

const words = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...eager.words.keys()) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(..."may's M.A.Y. MAY m.a.y ｍay máy d'une U.S. 5th 3.5 no St".split(" ")),
  },
  { weight: 2, arbitrary: fc.constantFrom("aujourd’hui", "l’an", "ab", "talks", "Approx", "Mr", "p", "B") },
  // Cut after a thousand letters; hidden markup inside; letters that fold to those of an abbreviation.
  {
    weight: 1,
    arbitrary: fc.constantFrom(`${"x".repeat(1000)}may`, `m${HIDDEN}ay`, "Ａpprox. A", `A${HIDDEN}pprox. A`),
  },
);
const sentences = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: words },
      {
        weight: 5,
        arbitrary: fc.constantFrom(" ", " ", " ", ". ", ".", ".) ", "! ", "?” ", "…", "  ", "\n", HIDDEN),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom("The", "A", "“Who", '"No', "(At", "that", "É", "'Twas", "'s", "-", ","),
      },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(""));
const texts = fc.oneof(sentences, anyText);

describe("a plain text is read as if each of its sentences were", () => {
  test.each<[string, Language]>([
    ["in English", english],
    ["in a language of which every trigger is a date", eager],
  ])("%s", (_, language) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(timesInText(text, language)).toEqual(timesTheLongWay(text, language));
      }),
      { numRuns: 5000 },
    );
  });

  test("longer than anybody reads one", () => {
    const piece = fc.tuple(words, fc.constantFrom(" ", ".", ". ", "! A", "? ", ")", ".)"));
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.nat({ max: 400 }),
        sentences,
        (pieces, times, after) => {
          const text =
            pieces
              .map((parts) => parts.join(""))
              .join("")
              .repeat(times) + after;
          expect(timesInText(text, eager)).toEqual(timesTheLongWay(text, eager));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("in the samples", () => {
    const folder = new URL("../../knowledge/samples/", import.meta.url);
    for (const file of readdirSync(folder)) {
      const text = readFileSync(new URL(file, folder), "utf8");
      expect(timesInText(text)).toEqual(timesTheLongWay(text, english));
      expect(timesInText(text, eager)).toEqual(timesTheLongWay(text, eager));
    }
  });
});

test("what is sure to end a sentence does", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const prose = text.replaceAll("\n", " ");
      const ends = new Set(
        sentencesOf({ prose, span: { start: 0, end: prose.length } }).map(({ span }) => span.end),
      );
      for (let end = nextSentenceEnd(prose, 0, prose.length); end < prose.length; ) {
        expect(ends, prose.slice(Math.max(0, end - 20), end + 10)).toContain(end);
        end = nextSentenceEnd(prose, end, prose.length);
      }
    }),
    { numRuns: 5000 },
  );
});

test.each([
  "They met. | They signed! | Did they? | So it seems.",
  "It ended in 2019. | “A new one” came. | (It held.) | Then…",
  "Mr. Brink met J. R. Vale in the U.S. He left. | She stayed.",
])("%s", (parted) => {
  const text = parted.replaceAll(" | ", " ");
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = nextSentenceEnd(text, from, text.length);
    parts.push(text.slice(from, to).trim());
    from = to;
  }
  expect(parts).toEqual(parted.split(" | "));
});
