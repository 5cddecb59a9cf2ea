import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMonths,
  calendarDate,
  dateExists,
  dayNumber,
  monthLength,
  weekdayOf,
} from "../../server/src/time/calendar.ts";

describe("calendar", () => {
  test("counts days from 1970", () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(2000, 3, 1)).toBe(11017);
    expect(dayNumber(1969, 12, 31)).toBe(-1);
  });

  test("a day number and its date are each other's inverse", () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), (number) => {
        const { year, month, day } = calendarDate(number);
        expect(dateExists(month, day, year)).toBe(true);
        expect(dayNumber(year, month, day)).toBe(number);
      }),
    );
  });

  test("the next day has the next weekday", () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), (number) => {
        expect(weekdayOf(number + 1)).toBe((weekdayOf(number) % 7) + 1);
      }),
    );
    expect(weekdayOf(dayNumber(2025, 10, 19))).toBe(7);
    expect(weekdayOf(dayNumber(1998, 4, 10))).toBe(5);
  });

  test("knows which dates there are", () => {
    expect(dateExists(2, 29, 2024)).toBe(true);
    expect(dateExists(2, 29, 2023)).toBe(false);
    expect(dateExists(2, 29)).toBe(true);
    expect(dateExists(9, 31)).toBe(false);
    expect(monthLength(2, 1900)).toBe(28);
  });

  test("adds months, keeping within the month", () => {
    expect(calendarDate(addMonths(dayNumber(2024, 1, 31), 1))).toEqual({ year: 2024, month: 2, day: 29 });
    expect(calendarDate(addMonths(dayNumber(2024, 1, 15), -13))).toEqual({ year: 2022, month: 12, day: 15 });
  });
});
