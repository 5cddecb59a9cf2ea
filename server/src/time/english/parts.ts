import type { Part, Relative } from "../time.ts";
import {
  digitsAt,
  keyAt,
  monthAt,
  ordinalAt,
  plainYearAt,
  type Read,
  type Tokens,
  weekdayAt,
} from "./atoms.ts";
import { DEICTICS } from "./cues.ts";
import type { Point } from "./point.ts";
import { CARDINALS, UNITS } from "./words.ts";
import { withYear } from "./year-after.ts";

/**
 * A part of a month or a year: "the first Tuesday of November 2024", "the last day of May", "the first nine months of
 * 2023", "the third month of that year".
 */
export function readPart(tokens: Tokens, index: number): Point | undefined {
  const order = LAST.has(keyAt(tokens, index)) ? { value: -1, next: index + 1 } : ordinalAt(tokens, index);
  if (order === undefined) return undefined;
  const part = partAt(tokens, order);
  if (part === undefined) return undefined;
  const joint = keyAt(tokens, part.next);
  if (joint !== "of" && !(joint === "in" && part.weekday !== undefined)) return undefined;
  const whole = wholeAt(tokens, part.next + 1, part.unit);
  if (whole === undefined) return undefined;
  const { next: _, ...rest } = part;
  return { ...whole, first: index, part: rest };
}

const LAST: ReadonlySet<string> = new Set(["last", "final"]);

/** A weekday, a day, a month; or a number of days, weeks or months. */
function partAt(tokens: Tokens, { value: order, next }: Read): (Part & { next: number }) | undefined {
  const weekday = order > 5 ? undefined : weekdayAt(tokens, next, false);
  if (weekday !== undefined)
    return { order, unit: "day", count: 1, weekday: weekday.value, next: weekday.next };
  const count = countAt(tokens, next);
  const at = count?.next ?? next;
  const key = keyAt(tokens, at);
  const unit = UNITS.get(key);
  if (unit !== "day" && unit !== "week" && unit !== "month") return undefined;
  if ((count === undefined) === key.endsWith("s")) return undefined;
  // "the first week of December" is as vague as "early December".
  if (count === undefined) return unit === "week" ? undefined : { order, unit, count: 1, next: at + 1 };
  return order === 1 || order === -1 ? { order, unit, count: count.value, next: at + 1 } : undefined;
}

function countAt(tokens: Tokens, index: number): Read | undefined {
  const word = CARDINALS.get(keyAt(tokens, index));
  if (word !== undefined) return { value: word, next: index + 1 };
  const digits = digitsAt(tokens, index);
  return digits !== undefined && digits.value > 0 && digits.value < 366 ? digits : undefined;
}

/** The month or year that it is a part of. */
function wholeAt(tokens: Tokens, index: number, unit: Part["unit"]): Omit<Point, "first"> | undefined {
  const at = keyAt(tokens, index) === "the" ? index + 1 : index;
  const deictic = DEICTICS.get(keyAt(tokens, at));
  const name = deictic === undefined ? at : at + (keyAt(tokens, at + 1) === "same" ? 2 : 1);
  const whole = keyAt(tokens, name);
  if ((whole === "month" && unit !== "month") || whole === "year") {
    if (deictic === undefined && at === index) return undefined;
    const relative: Relative = { unit: whole, ...(deictic ?? { shift: 0, from: "previous" }) };
    return { next: name + 1, parts: {}, relative };
  }
  if (at !== index || deictic !== undefined) return undefined;
  const month = unit === "month" ? undefined : monthAt(tokens, index);
  if (month !== undefined) return { ...withYear(tokens, month.next, { month: month.value }), core: index };
  const year = plainYearAt(tokens, index);
  return year && { next: year.next, parts: { year: year.value }, core: index };
}
