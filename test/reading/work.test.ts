import { beforeAll, describe, expect, test, vi } from "vitest";
import { CHECKS } from "../../server/src/checks/index.ts";
import { runChecks } from "../../server/src/checks/run.ts";
import { nameIndex } from "../../server/src/reading/names/name-index.ts";
import { findNames } from "../../server/src/reading/names/name-mentions.ts";
import { effortOf, read } from "../../server/src/reading/read.ts";
import type { Reading } from "../../server/src/reading/reading.ts";
import type { CueTrace } from "../../server/src/reading/trace.ts";
import { finish } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { tokenize } from "../../server/src/text/tokens.ts";
import { draftOf } from "../bench/drafts.ts";
import { wordsIn } from "../bench/floor.ts";
import { baseOf } from "../bench/many-names.ts";

// Work that is counted rather than timed: the same on any machine. What it takes by the clock, `npm run bench` says.

const SMALL = baseOf(1000).knowledge;
let large: typeof SMALL;
beforeAll(() => {
  large = baseOf(100_000).knowledge;
});

const draft = (words: number, knowledge = SMALL) =>
  readDraft({ uri: "draft:", text: draftOf(knowledge, { words, style: "report" }), format: "markdown" });

describe("looking up names", () => {
  test.each([
    ["a thousand names", () => SMALL],
    ["a hundred thousand names", () => large],
  ])("takes few looks at the table of %s for each word", (_, base) => {
    const knowledge = base();
    const index = nameIndex(knowledge);
    const text = draftOf(knowledge, { words: 3000, style: "report" });
    const watched = [
      vi.spyOn(index.words, "numberOf"),
      ...(["begins", "opening", "named", "spelt"] as const).map((way) => vi.spyOn(index, way)),
    ];
    for (const line of text.split("\n")) {
      const tokens = tokenize(line);
      for (const of of ["entity", "event"] as const) findNames(tokens, index, of);
    }
    const looks = watched.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    vi.restoreAllMocks();
    expect(looks / wordsIn(text)).toBeLessThan(4);
  });
});

test("of a hundred thousand names' events few are weighed for each mention", () => {
  const cues: CueTrace[] = [];
  finish(read(draft(3000, large), large, { trace: { cues } }));
  expect(cues.length).toBeGreaterThan(50);
  const weighed = cues.map(({ scores, closed }) => scores.length + closed.length);
  const mean = weighed.reduce((sum, count) => sum + count, 0) / weighed.length;
  expect(mean).toBeLessThanOrEqual(5);
  expect(Math.max(...weighed)).toBeLessThanOrEqual(50);
});

test("of a draft that has not changed nothing is read again", () => {
  const unchanged = draft(3000);
  const earlier = finish(read(unchanged, SMALL));
  const again = finish(read({ ...unchanged }, SMALL, { earlier }));
  expect(effortOf(again).readAnew).toBe(0);
  expect(effortOf(again).parts).toBe(effortOf(earlier).parts);
});

test("the checks look at what was read so and so often, however long the draft is", () => {
  const looksFor = (words: number) => {
    const { reading, looks } = watched(finish(read(draft(words), SMALL)));
    finish(runChecks(CHECKS, reading, SMALL));
    return looks() / words;
  };
  const short = looksFor(1500);
  expect(short).toBeGreaterThan(0);
  expect(looksFor(12_000)).toBeLessThan(1.5 * short);
});

/** A reading that counts how often one of its mentions and statements is looked at. */
function watched(reading: Reading): { readonly reading: Reading; readonly looks: () => number } {
  let looks = 0;
  const counted = <T>(list: readonly T[]) =>
    new Proxy(list, {
      get(target, key) {
        if (typeof key === "string" && key !== "length") looks++;
        return Reflect.get(target, key);
      },
    });
  const lists = Object.entries(reading).map(([key, value]) => [
    key,
    Array.isArray(value) ? counted(value) : value,
  ]);
  return { reading: Object.fromEntries(lists) as Reading, looks: () => looks };
}
