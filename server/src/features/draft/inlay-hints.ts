import type { DATE_HINTS } from "../../settings.ts";
import { type Span, slice } from "../../text/span.ts";
import { calendarDate, weekdayOf } from "../../time/calendar.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import { describeTime, weekdayName, writeInStyle, writeTime } from "../../time/write.ts";
import { modelFor } from "./date-completion.ts";
import type { Snapshot } from "./snapshot.ts";

/** What a date leaves out, to be shown after it. */
export interface DateHint {
  readonly offset: number;
  readonly label: string;
  readonly mention: TimeMention;
}

/** The years, the dates counted from others, and where `all` are wanted the weekdays, of a part of a draft. Linear. */
export function dateHints(
  { reading }: Snapshot,
  wanted: (typeof DATE_HINTS)[number],
  { start, end }: Span,
): DateHint[] {
  if (wanted === "off") return [];
  return reading.times
    .filter(({ span }) => span.start < end && start < span.end)
    .flatMap((mention) => {
      const inferred = inferredText(mention);
      const weekday = wanted === "all" ? weekdayText(mention) : undefined;
      const parts = [inferred, weekday].filter((part) => part !== undefined);
      if (parts.length === 0) return [];
      const isYear = mention.inferred?.part !== "anchor";
      return [{ offset: (isYear ? mention.core : mention.span).end, label: parts.join(", "), mention }];
    });
}

/** What a date leaves out, as it would be written there: undefined for a weekday, and where it has no place. */
export function writtenHint(
  { mention }: DateHint,
  { reading, draft, dateStyle }: Snapshot,
): string | undefined {
  const { inferred, value, nominal, core } = mention;
  if (inferred === undefined || value === undefined) return undefined;
  const words = slice(draft.text, core);
  if (inferred.part === "year") {
    const year = yearsOf(value);
    if (year?.length !== 4 || mention.statedEnd !== undefined) return undefined;
    if (/\p{L}\.?$/u.test(words)) return ` ${year}`;
    return /\p{L}\.?\s+\d+$/u.test(words) ? `, ${year}` : undefined;
  }
  const date = nominal ?? value;
  if (!Number.isFinite(date.end - date.start)) return undefined;
  const like = modelFor(reading, mention.span.start);
  const written = (like && writeTime(date, like)) ?? writeInStyle(date, dateStyle);
  const isExact = nominal === undefined || nominal.edtf === value.edtf;
  return ` (${isExact || /^about /.test(written) ? written : `about ${written}`})`;
}

function inferredText({ inferred, value, nominal }: TimeMention): string | undefined {
  if (inferred === undefined || value === undefined) return undefined;
  if (inferred.part === "year") return yearsOf(value);
  const isExact = nominal === undefined || nominal.edtf === value.edtf;
  if (!isExact && Number.isFinite(value.start) && Number.isFinite(value.end))
    return `≈ ${describeTime(nominal)}`;
  return `= ${describeTime(value)}`;
}

/** One year, or the two of a stretch over the new year. */
function yearsOf({ start, end }: TimeValue): string | undefined {
  if (!Number.isFinite(start) || !Number.isFinite(end)) return undefined;
  const first = calendarDate(start).year;
  const last = calendarDate(end).year;
  return first === last ? String(first) : `${first}–${last}`;
}

/** Of a single day whose weekday the draft does not give. */
function weekdayText({ value, nominal, stated, problem }: TimeMention): string | undefined {
  const day = nominal ?? value;
  if (day === undefined || stated.weekday !== undefined || problem !== undefined) return undefined;
  return day.precision === "day" && day.start === day.end && !day.approximate
    ? weekdayName(weekdayOf(day.start))
    : undefined;
}
