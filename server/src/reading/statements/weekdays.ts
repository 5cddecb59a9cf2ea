import type { Block } from "../../text/draft.ts";
import { contains, type Span } from "../../text/span.ts";
import { calendarDate, dayNumber, weekdayOf } from "../../time/calendar.ts";
import type { Day, TimeMention } from "../../time/time.ts";
import { weekdayNamed } from "../../time/write.ts";
import { AFTER_WEEKDAY, BEFORE_WEEKDAY, BETWEEN_WEEKDAYS, speaksOfDates } from "../english/calendar-talk.ts";
import type { Stretch } from "../events/attachment.ts";
import { spanOf } from "../events/spoken.ts";
import type { Passage, TimeMatch } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { isCapitalized } from "../names/name-index.ts";
import type { WeekdayStatement } from "../reading.ts";

/** A weekday's token, the date that it is given to, and which end of that it names. */
interface Named {
  readonly token: number;
  readonly date: TimeMatch;
  readonly side: "start" | "end";
}

/** The weekdays that a passage gives to a date on which they do not fall. */
export function weekdays(
  block: Block,
  passage: Passage,
  timeAt: (offset: number) => TimeMention | undefined,
): WeekdayStatement[] {
  const statements: WeekdayStatement[] = [];
  if (passage.times.length === 0 || !hasClass(passage, WEEKDAY) || speaksOfDates(passage)) return statements;
  for (const { token, date, side } of namedIn(passage)) {
    const time = timeAt(block.span.start + date.expression.span.start);
    const weekday = weekdayNamed(passage.keys[token]!);
    const day = time && dayOf(time, side);
    if (time === undefined || weekday === undefined || day === undefined) continue;
    if (!isSaid(passage, token) || isOfName(passage, token) || isBefore(passage, token)) continue;
    const isRight = (other: Day) => weekdayOf(other) === weekday;
    if (isRight(day) || isRight(inJulian(day)) || calendarDate(day).year < GREGORIAN) continue;
    if (/^night$/.test(passage.keys[token + 1] ?? "") && isRight(day - 1)) continue;
    if (!isYearSure(time, day, isRight, block.span)) continue;
    const span = spanOf(block, passage, { from: token, to: token + 1 });
    statements.push({ kind: "weekday", span, time, day, weekday, verdict: "contradicted" });
  }
  return statements;
}

const WEEKDAY = wordClass(({ key }) => weekdayNamed(key) !== undefined);

/** The first whole year of the calendar. */
const GREGORIAN = 1583;
/** After it no country dated by the Julian calendar. */
const LAST_JULIAN = 1923;

/** A date, or a weekday that is none by itself ("a Tuesday"). */
type Told = TimeMatch | (Stretch & { readonly expression?: undefined });

/** The dates of a passage and its other weekdays, in order. */
function toldIn({ times, keys }: Passage): Told[] {
  const inDates = new Set(
    times.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k)),
  );
  const others = keys.flatMap((key, at) =>
    weekdayNamed(key) === undefined || inDates.has(at) ? [] : [{ from: at, to: at + 1 }],
  );
  return others.length === 0 ? [...times] : [...times, ...others].sort((a, b) => a.from - b.from);
}

function* namedIn(passage: Passage): Generator<Named> {
  const { keys } = passage;
  const all = toldIn(passage);
  const between = (a: Told | undefined, b: Told | undefined) =>
    a === undefined || b === undefined
      ? undefined
      : keys
          .slice(a.to, b.from)
          .map((key) => `${key} `)
          .join("");
  const joins = (a: Told | undefined, b: Told | undefined, joint: RegExp) => joint.test(between(a, b) ?? "?");
  for (const [i, match] of all.entries()) {
    const tokens = weekdayTokens(keys, match);
    // "each Tuesday, 3 March to 4 April": a span of time in which there are many.
    if (/^(?:each|every|any|most)$/.test(keys[(tokens[0] ?? match.from) - 1] ?? "")) continue;
    if (isDay(match)) {
      const { stated, statedEnd } = match.expression;
      const isSecond = tokens.length > 0 && isSecondOfRange(keys, tokens[0]!);
      if (stated.weekday !== undefined && !isSecond) yield { token: tokens[0]!, date: match, side: "start" };
      if (statedEnd?.weekday !== undefined) yield { token: tokens.at(-1)!, date: match, side: "end" };
    } else if (isBare(match) && tokens.length > 0) {
      const next = all[i + 1];
      const before = all[i - 1];
      const isSecond = isBare(before) && joins(before, match, BETWEEN_WEEKDAYS);
      if (isDated(next) && joins(match, next, AFTER_WEEKDAY)) {
        if (tokens.length > 1 || isSecond) {
          if (!isRange(next)) continue;
          const first = isSecond ? weekdayTokens(keys, before)[0]! : tokens[0]!;
          yield { token: first, date: next, side: "start" };
          yield { token: tokens.at(-1)!, date: next, side: "end" };
        } else if (isRange(next) || keys[match.to] !== ",")
          yield { token: tokens[0]!, date: next, side: "start" };
      } else if (isDated(before) && !isRange(before) && joins(before, match, BEFORE_WEEKDAY)) {
        if (endsThere(keys, match)) yield { token: tokens[0]!, date: before, side: "start" };
      }
    }
  }
}

function weekdayTokens(keys: readonly string[], { from, to }: Stretch): number[] {
  return keys.slice(from, to).flatMap((key, k) => (weekdayNamed(key) === undefined ? [] : [from + k]));
}

function isDay(match: Told | undefined): match is TimeMatch {
  return match?.expression?.stated.day !== undefined;
}

function isDated(match: Told | undefined): match is TimeMatch {
  return isDay(match) && match.expression.boundary === undefined;
}

function isBare(match: Told | undefined): match is Told {
  return match !== undefined && (match.expression === undefined || isWeekday(match));
}

function isWeekday({ expression: { stated } }: TimeMatch): boolean {
  return stated.weekday !== undefined && stated.day === undefined;
}

function isRange({ expression }: TimeMatch): boolean {
  return expression.statedEnd !== undefined;
}

/** "Monday–Friday, 5 March to 9 April": the days of a week, not of the date. */
function isSecondOfRange(keys: readonly string[], token: number): boolean {
  return (
    BETWEEN_WEEKDAYS.test(`${keys[token - 1]} `) &&
    weekdayNamed((keys[token - 2] ?? "").replace(/(?<=day)s$/, "")) !== undefined
  );
}

/** "…, a Tuesday meeting" is about a meeting. */
function endsThere(keys: readonly string[], { to }: Stretch): boolean {
  return keys[to] === undefined || /^(?:[.,;:!?)\]-]|and|when|which|that|but|in)$/.test(keys[to]);
}

/** A weekday is wrong in a plan as well. */
function isSaid({ scopes }: Passage, token: number): boolean {
  return scopes[token] === undefined || scopes[token] === "planned";
}

/** "Bloody Sunday, 31 January": the name is right, whatever the date. */
function isOfName({ tokens, keys, tags }: Passage, token: number): boolean {
  const before = tokens[token - 1];
  if (before === undefined || before.kind !== "word" || !isCapitalized(before.text)) return false;
  return token - 1 > 0 ? !/^(?:on|by|from|the)$/.test(keys[token - 1]!) : tags[token - 1] === "word";
}

/** "before Saturday", "the week of": what is meant is another day. */
function isBefore({ keys }: Passage, token: number): boolean {
  return /^(?:week|weekend)$/.test(keys[token - 2] ?? "") && keys[token - 1] === "of";
}

/** The day that one end of a date means, if the draft gives it. */
function dayOf(
  { value, stated, statedEnd, problem, approximate }: TimeMention,
  side: "start" | "end",
): Day | undefined {
  const parts = side === "start" ? stated : (statedEnd ?? stated);
  if (value === undefined || problem !== undefined || approximate === true || parts.day === undefined)
    return undefined;
  return value.precision === "day" && Number.isFinite(value[side]) ? value[side] : undefined;
}

/** The day that is meant if the date is one of the Julian calendar. */
function inJulian(day: Day): Day {
  const { year, month } = calendarDate(day);
  if (year > LAST_JULIAN) return day;
  const century = Math.floor((month > 2 ? year : year - 1) / 100);
  return day + century - Math.floor(century / 4) - 2;
}

/** An inferred year must be near at hand, and the years beside it must not make the weekday right. */
function isYearSure(time: TimeMention, day: Day, isRight: (day: Day) => boolean, block: Span): boolean {
  const { inferred } = time;
  if (inferred === undefined) return true;
  if (inferred.part !== "year") return false;
  if (inferred.from === "range") return true;
  if (
    inferred.from === "previous-date" &&
    !(inferred.origin !== undefined && contains(block, inferred.origin))
  )
    return false;
  const { year, month, day: ofMonth } = calendarDate(day);
  return ![year - 1, year + 1].some((other) => isRight(dayNumber(other, month, ofMonth)));
}
