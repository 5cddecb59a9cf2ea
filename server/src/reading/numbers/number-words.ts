import { CARDINALS } from "../../time/english/words.ts";

/** Number words, by folded key. */
export const SMALL: ReadonlyMap<string, number> = new Map([...CARDINALS, ["zero", 0]]);

/** They multiply and belong to the number itself: "eight thousand". */
export const INNER_SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
]);

/** They stand behind a number as if they were its unit: "fifty-eight million". */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["lakh", 1e5],
  ["lakhs", 1e5],
  ["crore", 1e7],
  ["crores", 1e7],
  ["dozen", 12],
  ["mn", 1e6],
  ["mln", 1e6],
  ["bn", 1e9],
  ["bln", 1e9],
  ["tn", 1e12],
  ["trn", 1e12],
]);

/** Behind digits without a space; "m" and "k" only with a currency, or before a noun. */
export const SUFFIXES: ReadonlyMap<string, number> = new Map([...SCALES, ["m", 1e6], ["k", 1e3], ["b", 1e9]]);

/** "dozens of people": from so many to so many. */
export const VAGUE: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["dozens", [20, 200]],
  ["scores", [35, 300]],
  ["hundreds", [150, 3000]],
  ["thousands", [1500, 30_000]],
  ["millions", [1_500_000, 300_000_000]],
  ["billions", [1_500_000_000, 300_000_000_000]],
]);

const TEENS = [...CARDINALS.entries()].filter(([, value]) => value < 20).map(([word]) => word);
const TENS = new Map([...CARDINALS.entries()].filter(([, value]) => value >= 20).map(([w, v]) => [v, w]));

/** A whole number below a million in words: "one hundred and five"; undefined for others. */
export function inWords(value: number, withAnd = true): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value >= 1e6) return undefined;
  if (value === 0) return "zero";
  if (value >= 1000) {
    const rest = value % 1000;
    const head = `${inWords(Math.floor(value / 1000), withAnd)} thousand`;
    if (rest === 0) return head;
    return `${head}${withAnd && rest < 100 ? " and" : ""} ${inWords(rest, withAnd)}`;
  }
  if (value >= 100) {
    const rest = value % 100;
    const head = `${TEENS[Math.floor(value / 100) - 1]} hundred`;
    return rest === 0 ? head : `${head}${withAnd ? " and" : ""} ${inWords(rest, withAnd)}`;
  }
  if (value < 20) return TEENS[value - 1];
  const ones = value % 10;
  return TENS.get(value - ones)! + (ones === 0 ? "" : `-${TEENS[ones - 1]}`);
}
