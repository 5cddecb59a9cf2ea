import edtf, { parse } from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate } from "../../server/src/time/calendar.ts";
import { parseEdtf } from "../../server/src/time/edtf.ts";
import type { TimeValue } from "../../server/src/time/time.ts";
import { anyEdtf, dateTime, interval, longYear, plainDate, qualifiedDate, unspecified } from "./any-edtf.ts";

/*
 * The package `edtf` is the reference. Where we differ from it on purpose:
 * - its seasons are the quarters of the calendar; ours are the meteorological ones (and so it is with their intervals);
 * - before the year 0 its beginning of "-0044-XX" comes after its end, and "-000X" lies after it;
 * - it takes "1900-02-29" for 1 March, and has no 29 February in the year 0, which is a leap year;
 * - it takes two digits for a century ("19", of ISO 8601-1), four X for any year, and an interval of which neither end
 *   is known: none of these says when anything was;
 * - it takes years of more than twelve digits;
 * - it turns a time of day into an instant; we keep the day of the clock that was read;
 * - it refuses an interval that begins where its end does ("2004/2004") or inside it ("2004-06/2004").
 * Beyond level 1 we read, with it, parts of the year and unspecified last digits (also of the 30th: "-3X"), and of its level 3 approximate seasons
 * and seasons in intervals; without it, qualified dates with unspecified digits, and long years in intervals.
 */

/** Whether the reference takes it at a level. */
function accepts(text: string, level: number): boolean {
  try {
    parse(text, { level });
    edtf(text, { level });
    return true;
  } catch {
    return false;
  }
}

const reads = (text: string): boolean => !("problem" in parseEdtf(text));
const MILLISECONDS = 86_400_000;
const dayOf = (time: number) => (Number.isFinite(time) ? Math.floor(time / MILLISECONDS) : time);

/** 29 February of a year that ends in 00 and is none that the reference knows as a leap year, or is one. */
const OTHER_LEAP_DAY = /(?:^|[-/])\d\d00-02-(?:29|XX|2X)/;

describe("EDTF, held against the package edtf", () => {
  test.each([
    ["dates", plainDate],
    ["qualified dates", qualifiedDate],
    ["unspecified digits", unspecified],
    ["long years", longYear],
  ])("%s have the same days", (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!OTHER_LEAP_DAY.test(text) && !/^-.*-XX|^-00.*X/.test(text));
        const { min, max } = edtf(text, { level: 1 });
        const { start, end } = parseEdtf(text) as TimeValue;
        // A year beyond what JavaScript can date.
        if (!Number.isNaN(min)) expect([start, end]).toEqual([dayOf(min!), dayOf(max!)]);
      }),
      { numRuns: 400 },
    );
  });

  test("intervals have the same days", () => {
    fc.assert(
      fc.property(interval, (text) => {
        fc.pre(!OTHER_LEAP_DAY.test(text) && accepts(text, 1));
        const { min, max } = edtf(text, { level: 1 });
        const { start, end } = parseEdtf(text) as TimeValue;
        const expected = [dayOf(min ?? -Infinity), dayOf(max ?? Infinity)];
        expect([start, end]).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test("times of day are those of the same day, on the clock that was read", () => {
    fc.assert(
      fc.property(dateTime, (text) => {
        fc.pre(!OTHER_LEAP_DAY.test(text));
        expect(accepts(text, 0)).toBe(true);
        const { year, month, day } = calendarDate((parseEdtf(text) as TimeValue).start);
        const [, y, m, d] = /^(-?\d+)-(\d\d)-(\d\d)T/.exec(text)!.map(Number);
        expect([year, month, day]).toEqual([y, m, d]);
      }),
    );
  });

  test("whatever is of level 0 or 1, both read", () => {
    fc.assert(
      fc.property(anyEdtf(), (text) => {
        expect(reads(text)).toBe(true);
        const refused = REFUSED_BY_REFERENCE.some((form) => form.test(text)) || endsInItsStart(text);
        if (!refused) expect(accepts(text, 1)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  const garbled = fc
    .tuple(anyEdtf(), fc.nat(20), fc.nat(2), fc.constantFrom(...["", ..."0123X/.-~?%TZ:Y+ "]))
    .map(([text, at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
  const made = fc
    .array(fc.constantFrom(..."2025|-|10|19|13|30|X|/|..|~|Y|T|12:30|Z|0".split("|")), { maxLength: 7 })
    .map((parts) => parts.join(""));

  test("whatever one refuses, the other refuses, but for the differences", () => {
    fc.assert(
      fc.property(fc.oneof(garbled, made), (text) => {
        fc.pre(text === text.trim() && !OTHER_LEAP_DAY.test(text));
        if (reads(text)) {
          const ours = READ_BY_US_ALONE.some((form) => form.test(text)) || endsInItsStart(text);
          expect(ours || accepts(text, 3), `we read ${text}`).toBe(true);
        } else {
          const theirs = READ_BY_REFERENCE_ALONE.some((form) => form.test(text));
          expect(!theirs && accepts(text, 1), `we refuse ${text}`).toBe(false);
        }
      }),
      { numRuns: 4000 },
    );
  });
});

const REFUSED_BY_REFERENCE = [/0000-02-29/];

const READ_BY_US_ALONE = [
  // Digits left open and qualified at once; a season or a long year at the end of an interval.
  /X.*[?~%]|[?~%].*X/,
  /-3X/,
  /\/.*-[234]\d[?~%]?$|-[234]\d[?~%]?\//,
  /Y.*\/|\/.*Y/,
  /^Y.*[?~%]$/,
  ...REFUSED_BY_REFERENCE,
];

const READ_BY_REFERENCE_ALONE = [/^-?\d\d$/, /XXXX/, /Y-?\d{13}/, /^(?:\.\.)?\/(?:\.\.)?$/];

/** An interval such as "2004/2004" or "2004-06/2004". */
function endsInItsStart(text: string): boolean {
  const [first, last] = text.split("/").map((end) => parseEdtf(end));
  if (first === undefined || last === undefined || "problem" in first || "problem" in last) return false;
  return first.start >= last.start;
}
