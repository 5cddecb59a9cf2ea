import { calendarDate } from "../calendar.ts";
import { endOf } from "../edtf.ts";
import type { Day, Interval, Precision, TimeValue } from "../time.ts";
import { DAYS_IN, unitAround } from "../units.ts";
import { MONTH_NAMES, SEASON_NAMES } from "./words.ts";

/** A value in words, for messages: "19 October 2025", "about 25 October 2025", "summer 2021", "9 to 11 March 2022". */
export function describeTime(value: TimeValue): string {
  const about = value.approximate ? "about " : "";
  const { start, end } = value;
  if (!Number.isFinite(start) && !Number.isFinite(end)) return "at any time";
  if (value.margins !== undefined) return describeUnlikeEnds(value);
  if (!Number.isFinite(start)) return `until ${about}${describeEdge(end, "end", value.precision)}`;
  if (!Number.isFinite(end)) return `since ${about}${describeEdge(start, "start", value.precision)}`;
  const unit = unitAround(start, value.precision);
  if (unit.start === start && unit.end === end && value.precision !== "week") {
    const southern = /-(?:29|3[0-2])~?$/.test(value.edtf) && value.precision === "season";
    return about + (southern ? describeSouthern(unit) : describeUnit(unit, value.precision));
  }
  return about + describeRange(value);
}

/** One unit of a precision in words, as it stands in a sentence, without "the" or "in". */
export function describeUnit({ start }: Interval, precision: Precision): string {
  const { year, month, day } = calendarDate(start);
  const era = describeYear(year);
  switch (precision) {
    case "day":
    case "week":
      return `${day} ${MONTH_NAMES[month - 1]} ${era}`;
    case "month":
      return `${MONTH_NAMES[month - 1]} ${era}`;
    case "season":
      return `${SEASON_NAMES[month / 3 - 1]} ${month === 12 ? `${era}–${twoDigits(year + 1)}` : era}`;
    case "quarter":
      return `the ${ORDER[(month - 1) / 3]} quarter of ${era}`;
    case "half":
      return `the ${month === 1 ? "first" : "second"} half of ${era}`;
    case "year":
      return era;
    case "decade":
      return `the ${era.replace(/\d(?= BC|$)/, "0")}s`;
    case "century":
      return `the ${centuryName(year)}`;
  }
}

/** The same months have the opposite season in the south. */
function describeSouthern({ start }: Interval): string {
  const { year, month } = calendarDate(start);
  const season = SEASON_NAMES[(month / 3 + 1) % 4]!;
  return `southern ${season} ${month === 12 ? `${year}–${twoDigits(year + 1)}` : year}`;
}

/** 490 BC for the year -489. */
export function describeYear(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

const ORDER = ["first", "second", "third", "fourth"];

function describeRange(value: TimeValue): string {
  const first = calendarDate(value.start);
  const last = calendarDate(value.end);
  const from = edgePrecision(value.start, "start", value.precision);
  const to = edgePrecision(value.end, "end", value.precision);
  const end = describeEdge(value.end, "end", value.precision);
  if (from === "day" && to === "day" && first.year === last.year) {
    return first.month === last.month
      ? `${first.day} to ${end}`
      : `${first.day} ${MONTH_NAMES[first.month - 1]} to ${end}`;
  }
  if (from === "month" && to === "month" && first.year === last.year)
    return `${MONTH_NAMES[first.month - 1]} to ${end}`;
  return `${describeEdge(value.start, "start", value.precision)} to ${end}`;
}

/** Of which one end only is approximate, or more so than the other. */
function describeUnlikeEnds(value: TimeValue): string {
  const [first, last] = (["start", "end"] as const).map((side) => {
    const end = endOf(value, side);
    return end === undefined ? describeEdge(value[side], side, value.precision) : describeTime(end);
  });
  return `${first} to ${last}`;
}

function describeEdge(day: Day, side: "start" | "end", precision: Precision): string {
  const edge = edgePrecision(day, side, precision);
  return describeUnit(unitAround(day, edge), edge);
}

/** The coarsest of day, month and year on whose edge the day lies, none coarser than the precision. */
function edgePrecision(day: Day, side: "start" | "end", precision: Precision): Precision {
  for (const edge of ["year", "month"] as const) {
    if (DAYS_IN[edge] <= DAYS_IN[precision] && unitAround(day, edge)[side] === day) return edge;
  }
  return "day";
}

function centuryName(firstYear: number): string {
  const number = firstYear >= 0 ? Math.floor(firstYear / 100) + 1 : Math.floor(-firstYear / 100) + 1;
  return `${number}${ordinalSuffix(number)} century${firstYear >= 0 ? "" : " BC"}`;
}

/** The letters after a number: 1st, 2nd, 3rd, 11th. */
export function ordinalSuffix(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return "th";
  return ["th", "st", "nd", "rd"][number % 10] ?? "th";
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, "0");
}
