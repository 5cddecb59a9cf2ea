import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { english } from "../../server/src/time/english/index.ts";
import { nastyTexts } from "../bench/nasty-texts.ts";
import { prose } from "../bench/prose.ts";
import { type Work, workOn } from "./counting.ts";

// How much work it is to read the dates of a text, counted rather than timed: the same on any machine. `npm run fuzz:time`
// looks for slow texts longer, with a seed of its own.

/** Looks for each character that no text may exceed, however long it is: what grows faster than its text would. */
const MOST: Omit<Work, "stretches"> = { scan: 8, tokenize: 12, read: 100, anchor: 40 };
const SHORT = 300;
const LONG = 6000;

test.each([...nastyTexts(LONG).keys()])("reading grows with the text and no faster: %s", (name) => {
  expectLinear(nastyTexts(SHORT).get(name)!, nastyTexts(LONG).get(name)!);
});

const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...english.words.keys()) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        "May",
        "Monday",
        "the",
        "of",
        "and",
        "to",
        "or",
        "between",
        "from",
        "after",
        "before",
        "later",
        "that",
      ],
      ...[
        "same",
        "a",
        "few",
        "hundred",
        "end",
        "mid",
        "about",
        "since",
        "half",
        "quarter",
        "BC",
        "AD",
        "s",
        "Mr",
        "U.S.",
      ],
    ),
  },
  { weight: 3, arbitrary: fc.nat({ max: 2200 }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("1st", "19th", "1990s", "1.5", "1,000", "5G", "9.", "x".repeat(1200)),
  },
  { weight: 4, arbitrary: fc.constantFrom(..."-–,.:;/()[]'’\"”!?% \n", "\uFDD0", "\uFFFC", "\uD800") },
);

/** A few words and marks, spaced or not, again and again. */
const slow = fc
  .array(fc.tuple(pieces, fc.constantFrom(" ", " ", "")), { minLength: 1, maxLength: 9 })
  .map((all) => all.flat().join(""))
  .filter((text) => text.trim() !== "");

test("no text that repeats what dates are made of is slow", () => {
  fc.assert(
    fc.property(slow, fc.constantFrom("", "May ", "between ", "1999-"), (piece, start) => {
      const times = (length: number) => start + piece.repeat(Math.ceil(length / piece.length));
      expectLinear(times(SHORT), times(LONG));
    }),
    { numRuns: Number(process.env.SLOW_TEXT_RUNS ?? 150) },
  );
});

describe("ordinary prose costs little", () => {
  test.each<[string, number, Work]>([
    ["few dates", 5, { scan: 14, tokenize: 22, read: 4, anchor: 0.5, stretches: 0.05 }],
    ["many dates", 90, { scan: 14, tokenize: 22, read: 9, anchor: 2, stretches: 0.06 }],
  ])("with %s, for each word", (_, dated, most) => {
    const text = prose({ words: 3000, dated, seed: 1 });
    expectAtMost(workOn(text), most, text.split(/\s+/).length, text.slice(0, 20));
  });

  test("and of sentences that can hold no date no tokens are made", () => {
    const empty = "The talks went on, and nobody in Norrey knew what would come of them. ".repeat(50);
    expect(workOn(empty).stretches).toBe(0);
    expect(workOn(`${empty}They met on 3 May 2019. ${empty}`).stretches).toBe(1);
  });
});

function expectLinear(short: string, long: string): void {
  for (const text of [short, long]) expectAtMost(workOn(text), MOST, text.length + SHORT, text);
}

function expectAtMost(work: Work, most: Partial<Work>, units: number, text: string): void {
  for (const [step, limit] of Object.entries(most)) {
    const looks = work[step as keyof Work] / units;
    expect(looks, `${step}, of ${JSON.stringify(text.slice(0, 60))}`).toBeLessThanOrEqual(limit);
  }
}
