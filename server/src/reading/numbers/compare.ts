import type { NumberBound, Quantity } from "./quantity.ts";

/** A known number as a stretch within which it lies, in the unit of the quantity that it is compared with. */
export interface KnownNumber {
  readonly low: number;
  readonly high: number;
  readonly bound: "exact" | "about" | "atLeast" | "atMost";
}

/** What is wrong with a quantity: its number, the words of its bound, or both. */
export type Fault = "number" | "bound" | "both";

/**
 * Whether a stated quantity can be the known number, as a reader takes it: rounding is right, "nearly" is a little less,
 * "more than" is right of anything above. Undefined where they agree.
 */
export function faultOf(quantity: Quantity, known: KnownNumber): Fault | undefined {
  if (agrees(quantity, known)) return undefined;
  if (quantity.bound === "exact" || quantity.bound === "about") return "number";
  const far = isOpposed(quantity.bound, known.bound);
  // The number is a fair rounding of the known one, so it is the word before it that is wrong.
  const fair = agrees({ ...quantity, bound: "about" }, { ...known, bound: "exact" });
  if (fair) return "bound";
  return far ? "both" : "number";
}

function isOpposed(stated: NumberBound, known: KnownNumber["bound"]): boolean {
  if (known === "atLeast") return /^(?:atMost|lessThan|nearly)$/.test(stated);
  return known === "atMost" && /^(?:atLeast|moreThan|justOver)$/.test(stated);
}

function agrees(quantity: Quantity, known: KnownNumber): boolean {
  const [low, high] = stretch(quantity);
  const slack = Math.abs(known.low) * (known.bound === "about" ? 0.07 : 0) + 1e-9 * Math.abs(known.low);
  const knownLow = known.bound === "atMost" ? -Infinity : known.low - slack;
  const knownHigh = known.bound === "atLeast" ? Infinity : known.high + slack;
  if (low > knownHigh || high < knownLow) return false;
  if (isOpposed(quantity.bound, known.bound)) return false;
  return !isOtherMark(quantity, known);
}

/** Where the thing counted may lie, after what is stated. */
function stretch({ value, high, step, bound, vague }: Quantity): readonly [number, number] {
  const top = high ?? value;
  const rounding = roundingOf(value, step);
  const loose = Math.max(rounding, Math.abs(value) * 0.1);
  if (vague) return [value / 1.5, top * 3];
  if (value < 0) return [value - rounding, top + rounding];
  switch (bound) {
    case "exact":
      return [value - rounding, top + rounding];
    case "about":
      return [value - loose, top + loose];
    case "nearly":
      return [value * 0.85, top];
    case "justOver":
      return [value, top * 1.15];
    case "moreThan":
    case "atLeast":
      return [value, Infinity];
    case "lessThan":
    case "atMost":
      return [-Infinity, top];
  }
}

/** How far a number may stand from what it rounds: half of its last digit that counts, but never far in proportion. */
export function roundingOf(value: number, step: number): number {
  const size = Math.abs(value);
  // The zeros of "20" and of "100 votes" count.
  const whole = Number.isInteger(step) && size <= 100 ? Math.min(step, 1) : step;
  const isOneDigit = step > 0 && size >= 1000 && size / step < 10;
  // 0.6 rather than 0.5: some cut where others round up.
  const half = whole <= 1 && Number.isInteger(whole) ? 0.5 * whole : 0.6 * whole;
  return Math.min(half, size * (isOneDigit ? 0.1 : 0.05));
}

/** "at least 46", where it is "at least 64": true to the letter, but nobody gives so exact a mark without meaning it. */
function isOtherMark({ value, step, bound }: Quantity, { low, high, bound: kind }: KnownNumber): boolean {
  if (bound !== "atLeast" && bound !== "moreThan" && bound !== "atMost" && bound !== "lessThan") return false;
  const up = bound === "atLeast" || bound === "moreThan";
  const limit = up ? low : high;
  const isSameSort = kind === (up ? "atLeast" : "atMost");
  // Against an exact number a round mark is only a way of speaking, "more than 100" for 210.
  const isRound = isSameSort ? value / step < 10 : step >= 10 || value / step < 3;
  return !isRound && (isSameSort || kind === "exact") && Math.abs(limit - value) > Math.abs(value) * 0.15;
}
