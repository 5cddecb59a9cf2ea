import type { DateExpression, TimeExpression } from "./time.ts";

/** Which number of a date in digits is the day. */
export type NumericOrder = "day-first" | "month-first";

interface Sentences {
  readonly sentences: readonly (readonly TimeExpression[])[];
}

/** The order that the dates in digits of a text tell ("25/06/2024"); undefined where none does, or they disagree. */
export function numericOrder(blocks: readonly Sentences[]): NumericOrder | undefined {
  let found: NumericOrder | undefined;
  for (const { sentences } of blocks) {
    for (const sentence of sentences) {
      for (const expression of sentence) {
        const order = expression.kind === "date" ? orderOf(expression) : undefined;
        if (order === undefined || order === found) continue;
        if (found !== undefined) return undefined;
        found = order;
      }
    }
  }
  return found;
}

/** The date with the parts that the order gives it; undefined where nothing settles it, so that it stays unread. */
export function settled(date: DateExpression, order: NumericOrder | undefined): DateExpression | undefined {
  if (date.either === undefined) return date;
  if (order === undefined) return undefined;
  const { either, ...rest } = date;
  return { ...rest, stated: either[order === "day-first" ? 0 : 1] };
}

/** Which order a date in digits tells by itself. */
export function orderOf({ text, stated }: DateExpression): NumericOrder | undefined {
  const { day, month } = stated;
  if (day === undefined || day === month || text.length > 10) return undefined;
  const match = /^(\d{1,2})[-/]\d{1,2}[-/]\d{4}$/.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) === day ? "day-first" : "month-first";
}
