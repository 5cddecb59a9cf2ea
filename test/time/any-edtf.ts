import fc from "fast-check";
import { monthLength } from "../../server/src/time/calendar.ts";
import { parseEdtf } from "../../server/src/time/edtf.ts";

const two = (number: number) => String(number).padStart(2, "0");
const four = (number: number) => String(number).padStart(4, "0");

const year = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 9999 }).map(four) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9999 }).map((number) => `-${four(number)}`) },
);
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`);
const day = month.chain((text) => {
  const [, y, m] = /^(-?\d+)-(\d\d)$/.exec(text)!;
  return fc.integer({ min: 1, max: monthLength(Number(m), Number(y)) }).map((d) => `${text}-${two(d)}`);
});
const zone = fc.oneof(
  fc.constantFrom("", "Z", "+14:00", "-12", "+00"),
  fc
    .tuple(fc.constantFrom("+", "-"), fc.integer({ min: 1, max: 11 }), fc.nat(59), fc.boolean())
    .map(([sign, h, m, short]) => `${sign}${two(h)}${short ? "" : `:${two(m)}`}`),
);
const time = fc
  .tuple(fc.nat(23), fc.nat(59), fc.nat(59), zone)
  .map(([h, m, s, z]) => `T${two(h)}:${two(m)}:${two(s)}${z}`);

/** Level 0: a date, or one with a time of day. */
export const plainDate = fc.oneof(year, month, day);
export const dateTime = fc.tuple(day, time).map((parts) => parts.join(""));
/** Level 1: what the standard adds to single dates. */
export const qualifiedDate = fc
  .tuple(plainDate, fc.constantFrom("?", "~", "%"))
  .map((parts) => parts.join(""));
export const unspecified = fc.oneof(
  year.map((text) => `${text.slice(0, -1)}X`),
  year.map((text) => `${text.slice(0, -2)}XX`),
  year.map((text) => `${text}-XX`),
  month.map((text) => `${text}-XX`),
  year.map((text) => `${text}-XX-XX`),
);
export const longYear = fc
  .tuple(fc.constantFrom("", "-"), fc.integer({ min: 10_000, max: 999_999_999 }))
  .map(([sign, number]) => `Y${sign}${number}`);
export const season = fc.tuple(year, fc.constantFrom("21", "22", "23", "24")).map((parts) => parts.join("-"));

const end = fc.oneof(plainDate, qualifiedDate);
const open = fc.constantFrom("..", "");
/** Levels 0 and 1: an interval of which one end at least is a date, in order. */
export const interval = fc
  .oneof(fc.tuple(end, end), fc.tuple(open, end), fc.tuple(end, open))
  .map(([a, b]) => (isInOrder(`${a}/${b}`) ? `${a}/${b}` : `${b}/${a}`))
  .filter(isInOrder);

function isInOrder(text: string): boolean {
  return !("problem" in parseEdtf(text));
}

/** Any text of levels 0 and 1. */
export function anyEdtf(): fc.Arbitrary<string> {
  return fc.oneof(plainDate, dateTime, qualifiedDate, unspecified, longYear, season, interval);
}
