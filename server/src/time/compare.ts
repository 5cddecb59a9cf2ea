import { covers, disjoint, partMeant, widened } from "./algebra.ts";
import { calendarDate } from "./calendar.ts";
import { complete } from "./infer-year.ts";
import { type Answer, Interval, type TimeMention, type TimeValue } from "./time.ts";
import { DAYS_IN, yearPart } from "./units.ts";
import { statedValue } from "./values.ts";

export { before, distance, intersects, meets, within } from "./algebra.ts";

/**
 * Whether what a draft states about a date can be true of a known one.
 *
 * "no" only where the stated cannot be true: the stretches of days are disjoint, margins counted. "yes" where one
 * holds the other at the same or a coarser precision. "unknown" where the stated is finer than the known, or an
 * inferred anchor is all that parts them. Where only the year was inferred, the stated month and day must be
 * impossible in every year that the known date touches.
 */
export function agrees(mention: TimeMention, known: TimeValue): Answer {
  if (mention.problem !== undefined) return "unknown";
  if (yearIsOpen(mention)) return agreesInSomeYear(mention, known);
  if (mention.value === undefined) return "unknown";
  const answer = compare(mention, mention.value, known);
  return answer === "no" && anchorIsGuessed(mention, known) ? "unknown" : answer;
}

/** The text gives a month or a season, but no year. */
function yearIsOpen({ stated, inferred, relative }: TimeMention): boolean {
  if (stated.year !== undefined || (stated.month === undefined && stated.season === undefined)) return false;
  return inferred?.from !== "draft-date" || relative === undefined;
}

/** Counted from another date of the text, which may not be the one that was meant. */
function anchorIsGuessed({ inferred, stated, value, offset }: TimeMention, known: TimeValue): boolean {
  if (inferred?.part !== "anchor") return false;
  if (stated.weekday !== undefined && stated.day === undefined) return true;
  const isNamed = inferred.from === "event" && offset?.from === "phrase";
  if (isNamed || (inferred.from !== "previous-date" && inferred.from !== "event")) return false;
  // "the 19th of that month" is sure as soon as the month is the known one.
  return stated.day === undefined || !sameMonth(value!, known);
}

function sameMonth(a: TimeValue, b: TimeValue): boolean {
  const first = calendarDate(a.start);
  return [b.start, b.end].some((day) => {
    if (!Number.isFinite(day)) return false;
    const { year, month } = calendarDate(day);
    return year === first.year && month === first.month;
  });
}

function agreesInSomeYear(mention: TimeMention, known: TimeValue): Answer {
  const own = mention.value === undefined ? "unknown" : compare(mention, mention.value, known);
  if (mention.value !== undefined && own !== "no") return own;
  const { start, end } = widened(known);
  if (!Number.isFinite(start) || !Number.isFinite(end) || mention.boundary !== undefined) return "unknown";
  const last = calendarDate(end).year + 1;
  const first = calendarDate(start).year - 1;
  if (last - first > MANY_YEARS) return "unknown";
  for (let year = first; year <= last; year++) {
    const value = statedValue(complete(mention, year, "range").date);
    if (value !== undefined && compare(mention, value, known) !== "no") return "unknown";
  }
  return "no";
}

const MANY_YEARS = 12;

function compare(mention: TimeMention, value: TimeValue, known: TimeValue): Answer {
  const target = widened(known);
  if (mention.boundary !== undefined) return compareBoundary(mention, value, target);
  if (isElsewhere(mention, value, target)) return "no";
  if (isDayRange(value) && isDayRange(known)) return compareRanges(value, known);
  if (covers(value, known) || (mention.stated.season !== undefined && !isFiner(value, known))) return "yes";
  if (covers(target, value)) return known.range || !isFiner(value, known) ? "yes" : "unknown";
  return value.approximate || known.approximate || mention.offset !== undefined ? "yes" : "unknown";
}

function isFiner(value: TimeValue, known: TimeValue): boolean {
  return DAYS_IN[value.precision] < DAYS_IN[known.precision];
}

/** "since 2018", "by May": one end is open, and what lies beyond the other contradicts. */
function compareBoundary({ boundary }: TimeMention, value: TimeValue, target: Interval): Answer {
  const from = boundary === "since" || boundary === "after";
  const stretch = widened(value);
  const open = from ? new Interval(stretch.start, Infinity) : new Interval(-Infinity, stretch.end);
  if (disjoint(open, target)) return "no";
  return disjoint(stretch, target) ? "unknown" : "yes";
}

/** Whether nothing that the words can mean, generously, meets the target. */
function isElsewhere(mention: TimeMention, value: TimeValue, target: Interval): boolean {
  const { season } = mention.stated;
  if (season !== undefined && season <= 32 && mention.statedEnd === undefined)
    return seasonReadings(season, value).every((reading) => disjoint(reading, target));
  const isAbout = mention.approximate === true && value.precision === "day";
  const meant = isAbout
    ? new Interval(value.start - DAYS_IN.week, value.end + DAYS_IN.week)
    : partMeant(mention.modifier, widened(value));
  return disjoint(meant, target);
}

/**
 * A season's edges are those of the weather, the sun or the writer: three weeks on either side of the
 * meteorological ones. One that crosses the new year is named after either of its years.
 */
function seasonReadings(season: number, value: TimeValue): Interval[] {
  const { year } = calendarDate(value.start);
  const crossing = season === 24 || season === 28 || season === 30;
  const years = crossing ? [year - 1, year] : [year];
  return years.flatMap((each) => {
    const part = yearPart(each, season);
    return part === undefined ? [] : [new Interval(part.start - SEASON_MARGIN, part.end + SEASON_MARGIN)];
  });
}

const SEASON_MARGIN = 21;

function isDayRange(value: TimeValue): boolean {
  return (
    value.range && value.precision === "day" && !value.approximate && Number.isFinite(value.end - value.start)
  );
}

/**
 * Two ranges of days that overlap. With one end in common the whole was meant, and the other end is wrong. Else a
 * stated range that covers the known one is a coarse way to say it, one inside it may speak of a part, and one that
 * sticks out on one side only is wrong.
 */
function compareRanges(stated: TimeValue, known: TimeValue): Answer {
  const sameStart = stated.start === known.start;
  const sameEnd = stated.end === known.end;
  if (sameStart && sameEnd) return "yes";
  if (sameStart || sameEnd) return "no";
  if (covers(stated, known)) return "yes";
  return covers(known, stated) ? "unknown" : "no";
}
