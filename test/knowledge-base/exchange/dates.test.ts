import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  agreed,
  edtfDate,
  edtfInterval,
  edtfSpan,
  isoTime,
} from "../../../server/src/knowledge-base/exchange/dates.ts";
import { parseEdtf } from "../../../server/src/time/edtf.ts";
import type { TimeValue } from "../../../server/src/time/time.ts";

const timeOf = (edtf: string) => {
  const value = parseEdtf(edtf);
  if ("problem" in value) throw new Error(value.problem);
  return value;
};

describe("a date of the format in ISO 8601", () => {
  test.each([
    ["2025-10-19", { at: "2025-10-19" }],
    ["2025-10", { at: "2025-10" }],
    ["1893", { at: "1893" }],
    ["2021-22", { at: "2021" }],
    ["2021-24", { lost: true }],
    ["199X", { lost: true }],
    ["2025-10-25~", { at: "2025-10" }],
    ["2025-10-31~", { at: "2025" }],
    ["1893~", { lost: true }],
    ["-0044", { lost: true }],
    ["2020/2021-05", { start: "2020", end: "2021-05" }],
    ["2020-06-02/..", { start: "2020-06-02", openEnd: true }],
    ["/2021", { end: "2021" }],
    ["../2021~", { openStart: true, lost: true }],
    ["199X/2005", { end: "2005", lost: true }],
  ])("%s", (edtf, expected) => {
    expect(isoTime(timeOf(edtf))).toEqual({ openStart: false, openEnd: false, lost: false, ...expected });
  });

  test("holds all the days of the date, never fewer", () => {
    const dates = fc.constantFrom(
      "2021-22",
      "2021-05~",
      "2025-1X",
      "2025-10-1X",
      "2021-33",
      "2020/2021-22",
      "2020-06-30~/..",
    );
    fc.assert(
      fc.property(dates, (edtf) => {
        const value = timeOf(edtf);
        const { at, start, end } = isoTime(value);
        const coarse = (text: string | undefined): TimeValue | undefined =>
          text === undefined ? undefined : timeOf(text);
        expect(coarse(at ?? start)?.start ?? value.start).toBeLessThanOrEqual(value.start);
        expect(coarse(at ?? end)?.end ?? value.end).toBeGreaterThanOrEqual(value.end);
      }),
    );
  });
});

describe("dates of other sources in EDTF", () => {
  test.each([
    ["2021", "2021"],
    ["2021-02", "2021-02"],
    ["2021-02-16", "2021-02-16"],
    ["2021-02-16T21:48:52", "2021-02-16"],
    ["2021-02-16 21:48", "2021-02-16"],
    ["2021-02-30", undefined],
    ["2021-13", undefined],
    ["16.2.2021", undefined],
    ["20210216", undefined],
    [2021, undefined],
  ])("%s", (text, expected) => {
    expect(edtfDate(text)).toBe(expected);
  });

  test("make intervals, open or unknown where an end is missing", () => {
    expect(edtfInterval("2020", "2021-05")).toBe("2020/2021-05");
    expect(edtfInterval("2020", undefined)).toBe("2020/");
    expect(edtfInterval("2020", undefined, { end: true })).toBe("2020/..");
    expect(edtfInterval(undefined, "2020")).toBe("/2020");
    expect(edtfInterval("2021", "2020")).toBeUndefined();
    expect(edtfInterval(undefined, undefined)).toBeUndefined();
    expect(edtfSpan("2020", "2020")).toBe("2020");
  });

  test("of which there are several come to what they agree on", () => {
    expect(agreed(["1960", "1960-04-02"])).toBe("1960-04-02");
    expect(agreed(["1960-04-02", "1960-04-03", "1960"])).toBe("1960-04");
    expect(agreed(["1960-04", "1960-05"])).toBe("1960");
    expect(agreed(["1960", "1961", "1960"])).toBeUndefined();
    expect(agreed([])).toBeUndefined();
  });
});
