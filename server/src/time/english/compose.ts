import { calendarDate } from "../calendar.ts";
import type { Day, TimeMention, TimeValue } from "../time.ts";
import { unitAround } from "../units.ts";
import { describeTime } from "./describe.ts";
import type { Slot } from "./slots.ts";
import { spell } from "./spelling.ts";
import { MONTH_NAMES } from "./words.ts";

/** How a writer writes dates, as far as one date shows it. */
export interface Style {
  readonly monthFirst: boolean;
  readonly withYear: boolean;
  /** The month as it was written, whose abbreviation is followed. */
  readonly month?: Slot;
  /** Between the ends of a range: "–", " – ", " to ", "-". */
  readonly joint: string;
}

export function styleOf(like: TimeMention, slots: readonly Slot[]): Style {
  const month = slots.findIndex(({ kind }) => kind === "month");
  const day = slots.findIndex(({ kind }) => kind === "day");
  const years = slots.some(({ kind }) => kind === "year" || kind === "shortYear");
  return {
    monthFirst: month >= 0 && day > month,
    withYear: years || slots.every(({ kind }) => kind !== "month" && kind !== "day"),
    ...(month >= 0 && { month: slots[month]! }),
    joint: jointOf(like, slots),
  };
}

function jointOf(like: TimeMention, slots: readonly Slot[]): string {
  if (like.statedEnd === undefined) return "–";
  for (const slot of slots) {
    const joint = /^,?\s*(?:[-–—]|to|until|till|through)\s*/.exec(like.text.slice(slot.end));
    if (joint !== null) return joint[0].replace(/^,/, "");
  }
  return " and ";
}

/** A value written anew in a style, where its form differs from what the draft had. */
export function compose(value: TimeValue, style: Style): string {
  const { start, end, precision } = value;
  if (precision !== "day" && precision !== "month") return plain(value);
  const whole = unitAround(start, precision).end >= end;
  const write = precision === "day" ? dayText : monthText;
  if (whole) return write(start, style, style.withYear);
  const first = calendarDate(start);
  const last = calendarDate(end);
  const sameYear = first.year === last.year;
  if (precision === "day" && sameYear && first.month === last.month) return daysInMonth(start, end, style);
  return (
    write(start, style, style.withYear && !sameYear) +
    wide(style.joint, precision) +
    write(end, style, style.withYear)
  );
}

/** Between dates of more than one word a dash is spaced. */
function wide(joint: string, precision: "day" | "month"): string {
  return precision === "day" && /^[-–—]$/.test(joint) ? ` ${joint} ` : joint;
}

function daysInMonth(start: Day, end: Day, style: Style): string {
  const first = calendarDate(start).day;
  const last = calendarDate(end);
  const days = `${first}${style.joint}${last.day}`;
  const year = style.withYear ? String(last.year) : "";
  const month = monthName(end, style);
  if (style.monthFirst) return `${month} ${days}${year && `, ${year}`}`;
  return `${days} ${month}${year && ` ${year}`}`;
}

function dayText(number: Day, style: Style, withYear: boolean): string {
  const { year, day } = calendarDate(number);
  const month = monthName(number, style);
  if (style.monthFirst) return `${month} ${day}${withYear ? `, ${year}` : ""}`;
  return `${day} ${month}${withYear ? ` ${year}` : ""}`;
}

function monthText(number: Day, style: Style, withYear: boolean): string {
  return monthName(number, style) + (withYear ? ` ${calendarDate(number).year}` : "");
}

function monthName(number: Day, { month }: Style): string {
  if (month === undefined) return MONTH_NAMES[calendarDate(number).month - 1]!;
  const name = spell(month, number)!;
  return month.stop && name.toLowerCase() !== "may" ? `${name}.` : name;
}

function plain(value: TimeValue): string {
  return describeTime({ ...value, approximate: false }).replace(/^the /, "");
}
