import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate, dayNumber } from "../../server/src/time/calendar.ts";
import { endOf, formatEdtf, marginsOf, parseEdtf, timeValue } from "../../server/src/time/edtf.ts";
import type { Precision, TimeValue } from "../../server/src/time/time.ts";
import { unitAround } from "../../server/src/time/units.ts";
import { anyEdtf } from "./any-edtf.ts";

const iso = (day: number): string => {
  if (!Number.isFinite(day)) return "..";
  const { year, month, day: d } = calendarDate(day);
  return `${year}-${month}-${d}`;
};

describe("parseEdtf", () => {
  test.each([
    ["2025-10-19", "day", "2025-10-19", "2025-10-19"],
    ["2025-10", "month", "2025-10-1", "2025-10-31"],
    ["2025", "year", "2025-1-1", "2025-12-31"],
    ["2021-22", "season", "2021-6-1", "2021-8-31"],
    ["2021-24", "season", "2021-12-1", "2022-2-28"],
    ["2021-30", "season", "2021-12-1", "2022-2-28"],
    ["2023-35", "quarter", "2023-7-1", "2023-9-30"],
    ["2024-40", "half", "2024-1-1", "2024-6-30"],
    ["199X", "decade", "1990-1-1", "1999-12-31"],
    ["19XX", "century", "1900-1-1", "1999-12-31"],
    ["2025-XX", "year", "2025-1-1", "2025-12-31"],
    ["2025-1X", "quarter", "2025-10-1", "2025-12-31"],
    ["2025-10-XX", "month", "2025-10-1", "2025-10-31"],
    ["2025-10-2X", "month", "2025-10-20", "2025-10-29"],
    ["-0492", "year", "-492-1-1", "-492-12-31"],
    ["-04XX", "century", "-499-1-1", "-400-12-31"],
    ["Y12345", "year", "12345-1-1", "12345-12-31"],
    ["2025-10-19T12:30:00Z", "day", "2025-10-19", "2025-10-19"],
    ["1998-06/1999-09", "month", "1998-6-1", "1999-9-30"],
    ["2025/..", "year", "2025-1-1", ".."],
    ["../2025-03", "month", "..", "2025-3-31"],
    ["2025/", "year", "2025-1-1", ".."],
    ["/2025-03", "month", "..", "2025-3-31"],
    ["2025-10-19T24:00:00", "day", "2025-10-19", "2025-10-19"],
    ["2025-10-19T23:59:59.25+05:30", "day", "2025-10-19", "2025-10-19"],
    ["0000-02-29", "day", "0-2-29", "0-2-29"],
    ["Y-170000002", "year", "-170000002-1-1", "-170000002-12-31"],
    ["Y123456789012", "year", "123456789012-1-1", "123456789012-12-31"],
    ["-0004-02-29", "day", "-4-2-29", "-4-2-29"],
    ["-201X", "decade", "-2019-1-1", "-2010-12-31"],
    ["1985-XX-XX", "year", "1985-1-1", "1985-12-31"],
    ["-2021-22", "season", "-2021-6-1", "-2021-8-31"],
    ["2021-24/2022-22", "season", "2021-12-1", "2022-8-31"],
  ])("%s", (text, precision, start, end) => {
    const value = parseEdtf(text) as TimeValue;
    expect([value.precision, iso(value.start), iso(value.end)]).toEqual([precision, start, end]);
  });

  test("approximate and uncertain", () => {
    expect(parseEdtf("2025-10-25~")).toMatchObject({ approximate: true, precision: "day" });
    expect(parseEdtf("2025?")).toMatchObject({ approximate: false });
    expect(parseEdtf("2025-10%")).toMatchObject({ approximate: true });
    expect(parseEdtf("2025-10-25~/2025-10-30")).toMatchObject({ approximate: true, range: true });
  });

  test("gives each end of an interval its own margin", () => {
    const margins = (text: string) => marginsOf(parseEdtf(text) as TimeValue);
    expect(margins("2021~/2022")).toEqual({ start: 366, end: 0 });
    expect(margins("2021~/2022-05-03~")).toEqual({ start: 366, end: 1 });
    expect(margins("2021~/2022~")).toEqual({ start: 366, end: 366 });
    expect(margins("2021/2022-05-03%")).toEqual({ start: 0, end: 1 });
    expect(margins("2021~/..")).toEqual({ start: 366, end: 366 });
    expect(endOf(parseEdtf("2021~/..") as TimeValue, "end")).toBeUndefined();
    expect(endOf(parseEdtf("2021~/2022-05") as TimeValue, "end")).toMatchObject({ edtf: "2022-05" });
  });

  test.each([
    "",
    "2025-13",
    "2025-02-30",
    "19 October",
    "../..",
    "2025/2024",
    "2025-1",
    "/",
    "20X5",
    "2025-42",
    "-0000",
    "Y2025",
    "Y02025",
    "Y12345-03",
    "Y1234567890123",
    "2025-10T12:30:00",
    "2025-10-19T25:00:00",
    "2025-10-19T12:60:00",
    "2025-10-19T24:00:01",
    "2025-10-19T12:30:00+24:00",
    "1900-02-29",
    "2025//2026",
    "2025/2026/2027",
    "XXXX",
    "201X-05",
    "2025-2X",
  ])("refuses %s", (text) => expect(parseEdtf(text)).toHaveProperty("problem"));

  test("survives any string", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseEdtf(text)));
  });
});

describe("formatEdtf", () => {
  const PRECISIONS: Precision[] = ["day", "month", "quarter", "season", "half", "year", "decade", "century"];

  test("is read back as the same days", () => {
    const day = fc.integer({ min: dayNumber(-3000, 1, 1), max: dayNumber(9000, 1, 1) });
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom(...PRECISIONS),
        fc.boolean(),
        fc.boolean(),
        (a, b, precision, approximate, range) => {
          const first = unitAround(Math.min(a, b), precision);
          const last = range ? unitAround(Math.max(a, b), precision) : first;
          const value = timeValue({ start: first.start, end: last.end }, precision, { approximate, range });
          const back = parseEdtf(value.edtf) as TimeValue;
          expect(back).toMatchObject({ start: value.start, end: value.end, approximate });
          expect(formatEdtf(back)).toBe(value.edtf);
        },
      ),
    );
  });

  test("is what was read, whatever that was", () => {
    fc.assert(
      fc.property(anyEdtf(), (text) => {
        const value = parseEdtf(text) as TimeValue;
        const back = parseEdtf(formatEdtf(value)) as TimeValue;
        const { start, end, approximate } = value;
        expect(back).toMatchObject({ start, end, approximate });
        expect(marginsOf(back)).toEqual(marginsOf(value));
      }),
    );
  });

  test("writes any stretch of days", () => {
    expect(timeValue({ start: dayNumber(2025, 10, 13), end: dayNumber(2025, 10, 19) }, "week").edtf).toBe(
      "2025-10-13/2025-10-19",
    );
    expect(timeValue({ start: dayNumber(2025, 10, 1), end: Infinity }, "month", { range: true }).edtf).toBe(
      "2025-10/..",
    );
  });
});
