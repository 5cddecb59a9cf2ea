import { calendarDate, isLeapYear } from "./calendar.ts";
import type { DateExpression, InferredFrom, Interval, TimeValue } from "./time.ts";
import { DAYS_IN } from "./units.ts";
import { daysOf } from "./values.ts";

/** What can complete a date, at its place in the draft. */
export interface Surroundings {
  readonly draftDate: TimeValue | undefined;
  /** The draft tells of another time than the one in which it was written. */
  readonly narrative: boolean;
  /** It is news of the day on which it was written. */
  readonly news: boolean;
  /** The last date before this one. */
  readonly previous: TimeValue | undefined;
  /** The last date that moved the story on. */
  readonly story: TimeValue | undefined;
  /** Whether that stands in the same paragraph, item or cell. */
  readonly storyHere: boolean;
  /** Whether it stands under the same heading. */
  readonly storyInSection: boolean;
  readonly headingYear: number | undefined;
  readonly rowYear: number | undefined;
  readonly columnYear: number | undefined;
}

export interface Completed {
  readonly date: DateExpression;
  readonly from: InferredFrom;
}

/**
 * The year of a date that has none. In order: a year right after it in the same list; the table's row or column; the
 * date before it in the paragraph; the heading; the date before it in the section; and then, in a draft about its own
 * time the year that brings it nearest to the day of writing, in a narrative the year of the date before.
 */
export function inferYear(
  date: DateExpression,
  following: readonly DateExpression[],
  around: Surroundings,
): Completed | undefined {
  const listed = listYear(date, following);
  if (listed !== undefined) return complete(date, listed, "range");
  const { rowYear, columnYear, headingYear, story, draftDate } = around;
  const table = rowYear ?? columnYear;
  if (table !== undefined) return complete(date, table, "table");
  const near =
    story !== undefined && (around.storyHere || (headingYear === undefined && around.storyInSection));
  if (near && (around.narrative || around.storyHere))
    return complete(date, yearAfter(date, story), "previous-date");
  if (headingYear !== undefined) return complete(date, headingYear, "heading");
  if (draftDate !== undefined && !around.narrative)
    return complete(date, nearestYear(date, draftDate), "draft-date");
  if (story !== undefined) return complete(date, yearAfter(date, story), "previous-date");
  return draftDate && complete(date, nearestYear(date, draftDate), "draft-date");
}

/** The expression with a year given to the ends that lack one; a range may run over the new year. */
export function complete(date: DateExpression, year: number, from: InferredFrom): Completed {
  const { stated, statedEnd } = date;
  if (stated.month === 2 && stated.day === 29 && !isLeapYear(year) && isLeapYear(year + 1)) year++;
  const crosses = statedEnd !== undefined && (statedEnd.month ?? 12) < (stated.month ?? 0);
  const dated = { ...date, stated: { year, ...stated } };
  if (statedEnd === undefined) return { date: dated, from };
  return { date: { ...dated, statedEnd: { year: crosses ? year + 1 : year, ...statedEnd } }, from };
}

/** "3 July, 5 July and 9 August 1914": the gaps between them have room for a comma and a word only. */
function listYear(date: DateExpression, following: readonly DateExpression[]): number | undefined {
  let end = date.span.end;
  for (const next of following) {
    if (next.span.start - end > LIST_GAP || next.offset !== undefined) return undefined;
    const alike =
      next.stated.month !== undefined ||
      (next.stated.season !== undefined && date.stated.season !== undefined);
    if (!alike) return undefined;
    if (next.stated.year !== undefined) return next.stated.year;
    end = next.span.end;
  }
  return undefined;
}

const LIST_GAP = 6;

/** The year of the date before it, or the next one where that was late in its year and this is early. */
function yearAfter(date: DateExpression, previous: TimeValue): number {
  const { year, month } = calendarDate(
    previous.range && Number.isFinite(previous.end) ? previous.end : previous.start,
  );
  if (DAYS_IN[previous.precision] > DAYS_IN.month) return year;
  const stated = date.stated.month ?? 12;
  return month - stated >= MONTHS_BACK ? year + 1 : year;
}

const MONTHS_BACK = 8;

/** Drafts tell of what was more often than of what will be: of two dates as near the one behind is meant. */
const AHEAD = 1.2;

/** What was is not after the day of writing, what will be not before it. */
function suitsTense(
  { stated, tense, statedEnd }: DateExpression,
  days: Interval,
  written: TimeValue,
): boolean {
  if (statedEnd !== undefined) return true;
  // News speaks of the last quarter of that name.
  if (tense === undefined) return (stated.season ?? 0) < 33 || days.start <= written.end;
  return tense === "past" ? days.start <= written.end : days.end >= written.start;
}

/** The year that brings a date nearest to a day. */
function nearestYear(date: DateExpression, day: TimeValue): number {
  const { year } = calendarDate(Number.isFinite(day.end) ? day.end : day.start);
  let best = year;
  let distance = Infinity;
  for (const candidate of [year, year - 1, year + 1]) {
    const days = daysOf({ ...date.stated, year: candidate });
    if (days === undefined || !suitsTense(date, days, day)) continue;
    const ahead = days.start - day.end;
    const away = ahead > 0 ? ahead * AHEAD : Math.max(day.start - days.end, 0);
    if (away < distance) {
      distance = away;
      best = candidate;
    }
  }
  return best;
}
