import { scaleUtc } from "d3-scale";
import { calendarDate } from "../../time/calendar.ts";
import type { Day } from "../../time/time.ts";
import type { Window } from "./window.ts";

export interface Tick {
  readonly day: Day;
  readonly label: string;
}

const MILLISECONDS = 86_400_000;
/** So many pixels a tick's label needs. */
const TICK_ROOM = 104;

/** The ticks of a stretch of days, at round dates; each label says all of its date. */
export function ticksOf({ from, to }: Window, width: number): Tick[] {
  const scale = scaleUtc().domain([from * MILLISECONDS, to * MILLISECONDS]);
  const days = scale
    .ticks(Math.max(2, Math.floor(width / TICK_ROOM)))
    .map((date) => date.getTime() / MILLISECONDS);
  // Closer than a day there is nothing to tell.
  const whole = days.filter((day) => Number.isInteger(day));
  const step = Math.min(...whole.slice(1).map((day, i) => day - whole[i]!));
  return whole.map((day) => ({ day, label: labelOf(day, step) }));
}

function labelOf(number: Day, step: number): string {
  const { year, month, day } = calendarDate(number);
  const shownYear = year > 0 ? String(year) : `${1 - year} BC`;
  if (step > 360) return shownYear;
  if (step > 27) return `${MONTHS[month - 1]} ${shownYear}`;
  return `${day} ${MONTHS[month - 1]} ${shownYear}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
