import { covers, partMeant } from "../algebra.ts";
import { calendarDate } from "../calendar.ts";
import { daysOfPart } from "../parts.ts";
import type { Part, Precision, TimeMention, TimeValue } from "../time.ts";
import { DAYS_IN, unitAround } from "../units.ts";
import { compose, styleOf } from "./compose.ts";
import { describeTime } from "./describe.ts";
import { writeNumeric } from "./numeric.ts";
import { type Slot, slotsOf } from "./slots.ts";
import { spell, spellOrder } from "./spelling.ts";

/**
 * A known value in the form in which the draft wrote another one: what replaces `like.core`. Where the known value is
 * coarser than the form, it is written as coarsely; where the draft was coarser, it stays so. Undefined for forms that
 * hold no date to replace ("six days later") or that cannot hold the value.
 */
export function writeTime(value: TimeValue, like: TimeMention): string | undefined {
  if (like.offset !== undefined || !Number.isFinite(value.end - value.start)) return undefined;
  if (calendarDate(value.start).year < 1) return undefined;
  const numeric = writeNumeric(value, like);
  if (numeric !== undefined) return numeric;
  const slots = slotsOf(like.text);
  if (slots === undefined || slots.length === 0) return undefined;
  const form = formOf(slots);
  if (like.modifier !== undefined && !keepsModifier(value, form, like)) return undefined;
  if (like.statedEnd !== undefined && isOne(value) && (like.paired || isJoinedByWord(like, slots)))
    return undefined;
  if (like.week !== undefined || (like.part !== undefined && !keepsPart(value, form, like.part)))
    return undefined;
  if (fits(value, form, slots, like)) {
    const written = fill(like.text, slots, value, form);
    if (written !== undefined) return written;
  }
  if (form === "season" || form === "part")
    return DAYS_IN[value.precision] > DAYS_IN.half ? compose(value, styleOf(like, slots)) : undefined;
  return compose(atLeast(value, form), styleOf(like, slots));
}

/** A house's way to write dates. */
export type DateStyle = "day month year" | "month day, year" | "year-month-day";

/** A value in a style of dates, where no other date shows one: "19 October 2025", "October 19, 2025", "2025-10-19". */
export function writeInStyle(value: TimeValue, style: DateStyle = "day month year"): string {
  const isPlain = !value.range && !value.approximate && Number.isFinite(value.end - value.start);
  if (!isPlain || style === "day month year" || calendarDate(value.start).year < 1)
    return describeTime(value);
  if (style === "year-month-day" && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value.edtf)) return value.edtf;
  return style === "month day, year" && value.precision === "day"
    ? compose(value, { monthFirst: true, withYear: true, joint: "–" })
    : describeTime(value);
}

/** The value as vague as it is known, where `written` (as `writeTime` gives it) would claim more: "about 25 October 2025". */
export function hedged(written: string, value: TimeValue, like: TimeMention): string {
  const precision = like.value?.precision ?? "day";
  return value.approximate && DAYS_IN[precision] <= DAYS_IN[value.precision] ? `about ${written}` : written;
}

function isOne({ start, end, precision }: TimeValue): boolean {
  return unitAround(start, precision).end >= end;
}

/** "between 16 and 18 October", "from 16 to 18 October": the word before stays, and asks for two dates. */
function isJoinedByWord(like: TimeMention, slots: readonly Slot[]): boolean {
  return /[a-z]/i.test(styleOf(like, slots).joint);
}

/** Whether the "late" that stays before the replaced text is right for the new date. */
function keepsModifier(value: TimeValue, form: Form, like: TimeMention): boolean {
  if (form === "weekday" || form === "day") return true;
  const precision = precisionOf(form, like);
  if (DAYS_IN[value.precision] >= DAYS_IN[precision]) return false;
  return covers(partMeant(like.modifier, unitAround(value.start, precision), 1 / 3), value);
}

/** Whether "the first Tuesday of" is right for the new month. */
function keepsPart(value: TimeValue, form: Form, part: Part): boolean {
  if (form !== "month" && form !== "year") return false;
  const days = daysOfPart(unitAround(value.start, form), part);
  return days !== undefined && covers(days, value);
}

type Form = "day" | "month" | "season" | "part" | "year" | "years" | "weekday";

function formOf(slots: readonly Slot[]): Form {
  for (const kind of ["day", "month", "season", "part", "years"] as const) {
    if (slots.some((slot) => slot.kind === kind)) return kind;
  }
  return slots.some((slot) => slot.kind === "year") ? "year" : "weekday";
}

const PRECISION: Readonly<Record<Exclude<Form, "part" | "weekday">, Precision>> = {
  day: "day",
  month: "month",
  season: "season",
  year: "year",
  years: "decade",
};

/** Whether the value can be said with the very slots that the text has. */
function fits(value: TimeValue, form: Form, slots: readonly Slot[], like: TimeMention): boolean {
  if (form === "weekday") return value.precision === "day" && !value.range;
  const precision = precisionOf(form, like);
  if (DAYS_IN[value.precision] > DAYS_IN[precision]) return false;
  const first = unitAround(value.start, precision);
  const one = first.end >= value.end;
  const ends = slots.filter(
    (slot) => slot.kind === form || (form === "year" && slot.kind === "shortYear"),
  ).length;
  if (ends > 2 || (ends === 2) === one) return false;
  return sharesSlots(value, form, slots, like);
}

function precisionOf(form: Exclude<Form, "weekday">, like: TimeMention): Precision {
  if (form === "part") return partPrecision(like);
  return form === "years" ? yearsPrecision(like) : PRECISION[form];
}

function partPrecision({ stated }: TimeMention): Precision {
  return (stated.season ?? 33) >= 40 ? "half" : "quarter";
}

function yearsPrecision({ stated }: TimeMention): Precision {
  return stated.years !== undefined && stated.years.last - stated.years.first > 9 ? "century" : "decade";
}

/** A month or year written once must hold for both ends, one not written must be the stated one. */
function sharesSlots(value: TimeValue, form: Form, slots: readonly Slot[], like: TimeMention): boolean {
  const first = calendarDate(value.start);
  const last = calendarDate(value.end);
  const count = (kind: Slot["kind"]): number => slots.filter((slot) => slot.kind === kind).length;
  if (form === "day") {
    if (count("month") === 1 && count("day") === 2 && first.month !== last.month) return false;
    if (count("month") === 0 && first.month !== (like.stated.month ?? monthOf(like.value))) return false;
  }
  if (form === "season" && first.month <= 2 && count("year") > 0) return false;
  return count("year") !== 1 || form === "year" || first.year === last.year || form === "season";
}

function monthOf(value: TimeValue | undefined): number | undefined {
  return value === undefined || !Number.isFinite(value.start) ? undefined : calendarDate(value.start).month;
}

function fill(text: string, slots: readonly Slot[], value: TimeValue, form: Form): string | undefined {
  let written = "";
  let at = 0;
  const seen = new Map<Slot["kind"], number>();
  for (const slot of slots) {
    const kind = slot.kind === "shortYear" ? "year" : slot.kind;
    const nth = seen.get(kind) ?? 0;
    seen.set(kind, nth + 1);
    const total = slots.filter((other) => (other.kind === "shortYear" ? "year" : other.kind) === kind).length;
    const day = nth === 0 && total > 1 ? value.start : total > 1 ? value.end : value.start;
    const word =
      form === "part" && slot.kind === "part" && !/^[qh]\d/i.test(slot.text)
        ? order(slot, text, day)
        : spell(slot, day);
    if (word === undefined) return undefined;
    const end = slot.stop && word.length <= 3 && word.toLowerCase() === "may" ? slot.end + 1 : slot.end;
    written += text.slice(at, slot.start) + word;
    at = end;
  }
  return written + text.slice(at);
}

function order(slot: Slot, text: string, day: number): string {
  const { month } = calendarDate(day);
  const half = /^[\s-]*half/i.test(text.slice(slot.end));
  return spellOrder(slot, Math.ceil(month / (half ? 6 : 3)));
}

/** The value at no finer a precision than the form's: a month where the draft named a month. */
function atLeast(value: TimeValue, form: Form): TimeValue {
  const precision = form === "month" || form === "year" ? PRECISION[form] : value.precision;
  if (DAYS_IN[value.precision] >= DAYS_IN[precision]) return value;
  const start = unitAround(value.start, precision).start;
  const { end } = unitAround(value.end, precision);
  return { ...value, start, end, precision, range: end > unitAround(start, precision).end };
}
