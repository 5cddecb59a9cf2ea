import type { Day } from "../../time/time.ts";
import { FIRST_DAY, LAST_DAY } from "./measures.ts";
import type { Timeline, TimelineItem } from "./timeline.ts";

/** A stretch of the axis, in days that need not be whole. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
}

/** The stretch that holds all items, with a margin. */
export function wholeOf({ items, written }: Timeline): Window {
  return padded(daysOf(items, written));
}

/**
 * The stretch to show at first: that of what the draft tells, or of all events where it tells none; without the few that
 * lie so far off that all others would be crowded together. `width` is that of the drawing, in pixels.
 */
export function focusOf({ items, written }: Timeline, width = 1180): Window {
  const told = items.filter(({ origin, told }) => origin === "draft" || told);
  const days = told.length > 0 ? daysOf(told, written) : daysOf(items, written);
  const most = Math.floor(days.length * 0.4);
  let [first, last] = [0, days.length - 1];
  for (let i = 1; i <= most; i++)
    if (days[i]! - days[i - 1]! > FAR * (days.at(-1)! - days[i]! + 30)) first = i;
  for (let i = 1; i <= most - first; i++) {
    const at = days.length - 1 - i;
    if (days[at + 1]! - days[at]! > FAR * (days[at]! - days[first]! + 30)) last = at;
  }
  return padded(days.slice(first, last + 1), Math.min(LABEL_ROOM, width * 0.42) / width);
}

/** How many times as long as all the rest a gap must be. */
const FAR = 2;

function daysOf(items: readonly TimelineItem[], written: Day | undefined): Day[] {
  const days = items.flatMap(({ start, end }) => [start ?? [], end ?? []].flat());
  if (written !== undefined && days.length > 0) days.push(written);
  return days.map((day) => Math.max(FIRST_DAY, Math.min(day, LAST_DAY))).sort((a, b) => a - b);
}

/** Labels stand behind their marks, so that the last ones need room there: in pixels. */
const LABEL_ROOM = 220;

/** With a margin, and with a part of the whole left free behind the last day. */
function padded(days: readonly Day[], free = 0.15): Window {
  const [first = 0, last = first] = [days[0], days.at(-1)];
  const margin = Math.max((last - first) * 0.06, 10);
  const length = last - first + 1 + 2 * margin;
  return { from: first - margin, to: first - margin + length / (1 - free) };
}
