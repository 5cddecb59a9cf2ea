import { calendarDate } from "../time/calendar.ts";
import type { Day, TimeValue } from "../time/time.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** A known date in words. */
export function dateText(value: TimeValue): string {
  const about = value.approximate ? "about " : "";
  if (!Number.isFinite(value.start)) return `until ${about}${dayText(value.end)}`;
  if (!Number.isFinite(value.end)) return `since ${about}${dayText(value.start)}`;
  if (value.start === value.end) return about + dayText(value.start);
  return `${about}${value.edtf}`;
}

function dayText(day: Day): string {
  const { year, month, day: number } = calendarDate(day);
  return `${number} ${MONTHS[month - 1]} ${year}`;
}
