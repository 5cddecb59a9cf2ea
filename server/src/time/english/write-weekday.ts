import type { Day } from "../time.ts";
import { spell } from "./spelling.ts";
import { WEEKDAY_ABBREVIATIONS, WEEKDAY_NAMES, WEEKDAYS } from "./words.ts";

/** The weekday that a word names, by its folded key: 1 Monday to 7 Sunday. */
export function weekdayNamed(key: string): number | undefined {
  return WEEKDAYS.get(key) ?? WEEKDAY_ABBREVIATIONS.get(key);
}

/** A weekday's English name. */
export function weekdayName(weekday: number): string {
  return WEEKDAY_NAMES[weekday - 1]!;
}

/** The weekday of a day, spelt as another one was: "Thu" for "Sun". */
export function writeWeekday(day: Day, written: string): string {
  return spell({ kind: "weekday", start: 0, end: written.length, text: written }, day)!;
}
