import type { StatedParts } from "../time.ts";
import type { Point } from "./point.ts";

/** A point and how it hangs on the one before it. */
export interface Item {
  readonly point: Point;
  readonly link?: "range" | "list";
}

/** Bare days take their month, and all take the year, from the neighbour that has it; none where a day stays without. */
export function shareParts(items: readonly Item[]): Item[] {
  const whole = items.slice();
  for (let i = whole.length - 2; i >= 0; i--) takeMonth(whole, i, i + 1, false);
  for (let i = 1; i < whole.length; i++) takeMonth(whole, i, i - 1, true);
  if (whole.some(({ point }) => point.dayOnly)) return [];
  for (let i = whole.length - 2; i >= 0; i--) whole[i] = withYearOf(whole[i]!, whole[i + 1]!);
  for (let i = 1; i < whole.length; i++) whole[i] = withYearBefore(whole[i]!, whole[i - 1]!);
  return whole;
}

/** British dates give the month last, American ones first. */
function takeMonth(items: Item[], index: number, from: number, monthFirst: boolean): void {
  const { point } = items[index]!;
  const { month } = items[from]!.point.parts;
  if (!point.dayOnly || (point.monthFirst ?? false) !== monthFirst || month === undefined) return;
  items[index] = { ...items[index]!, point: { ...point, dayOnly: false, parts: { month, ...point.parts } } };
}

/** A range whose first end lies later in the year than its second began the year before. */
function withYearOf(item: Item, right: Item): Item {
  const { point } = item;
  const { year } = right.point.parts;
  if (year === undefined || point.parts.year !== undefined || point.parts.years !== undefined) return item;
  const crosses = right.link === "range" && (point.parts.month ?? 0) > (right.point.parts.month ?? 12);
  return withYear(item, crosses ? year - 1 : year);
}

/** "5 May 2018 to 9 June": the second end is later in the same year. */
function withYearBefore(item: Item, left: Item): Item {
  const { parts } = item.point;
  const { year } = left.point.parts;
  const open = year !== undefined && parts.year === undefined && item.link === "range";
  return open && !isEarlier(parts, left.point.parts) ? withYear(item, year) : item;
}

function withYear(item: Item, year: number): Item {
  const { point } = item;
  return { ...item, point: { ...point, bare: false, parts: { year, ...point.parts } } };
}

/** Whether a day comes before another of the same year. */
export function isEarlier(a: StatedParts, b: StatedParts): boolean {
  return (a.month ?? 0) * 32 + (a.day ?? 0) < (b.month ?? 0) * 32 + (b.day ?? 0);
}

/** A stated range, or two days in a row joined by "and": what happened then happened on both. */
export function isRange(items: readonly Item[], index: number): boolean {
  const { link, point } = items[index]!;
  if (link === "range") return true;
  const before = items[index - 1]!.point.parts;
  const pair = items.length === 2 && before.day !== undefined && point.parts.month === before.month;
  return pair && point.parts.day === before.day! + 1;
}
