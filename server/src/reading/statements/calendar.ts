import type { Block } from "../../text/draft.ts";
import type { Span } from "../../text/span.ts";
import type { TimeMention } from "../../time/time.ts";
import { BACKWARDS, NUMBERED, speaksOfDates } from "../english/calendar-talk.ts";
import { spanOf } from "../events/spoken.ts";
import type { Passage, TimeMatch } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import type { CalendarStatement } from "../reading.ts";

/** The dates of a passage that the calendar does not have, and its ranges that run backwards. */
export function calendarMistakes(
  block: Block,
  passage: Passage,
  timeAt: (offset: number) => TimeMention | undefined,
): CalendarStatement[] {
  const statements: CalendarStatement[] = [];
  if ((passage.times.length === 0 && !hasClass(passage, YEAR)) || speaksOfDates(passage)) return statements;
  for (const match of passage.times) {
    const time = timeAt(block.span.start + match.expression.span.start);
    if (time?.problem === undefined || !isSaid(passage, match.from) || !isDate(passage, match)) continue;
    if (isOfJulianTime(time)) continue;
    statements.push({ kind: "calendar", span: time.core, time, verdict: "contradicted" });
  }
  for (const span of [...daysBeyondMonths(block, passage), ...yearsBackwards(block, passage)])
    statements.push({ kind: "calendar", span, verdict: "contradicted" });
  return statements;
}

/** There is no such day in a plan either. */
function isSaid({ scopes }: Passage, token: number): boolean {
  return scopes[token] === undefined || scopes[token] === "planned";
}

/** "In April 31 people came": an American date without a year, before something that can be counted, is none. */
function isDate({ tokens, keys, tags }: Passage, { from, to, expression }: TimeMatch): boolean {
  const { stated, statedEnd, text } = expression;
  if (NUMBERED.test(keys[from - 1] ?? "") || NUMBERED.test(keys[from - 2] ?? "")) return false;
  if (statedEnd !== undefined || stated.year !== undefined || !/^\p{L}.*\d$/u.test(text)) return true;
  const next = tokens[to];
  if (next === undefined) return true;
  if (next.kind === "mark")
    return !(next.key === "," && tokens[to + 1]?.kind === "number") && next.key !== "%";
  return /^(?:prep|conj)$/.test(tags[to]!) && !/^(?:of|per|percent|in)$/.test(next.key);
}

/** The Julian calendar has a leap day in every fourth year. */
function isOfJulianTime({ stated, statedEnd }: TimeMention): boolean {
  return [stated.year, statedEnd?.year].some((year) => year !== undefined && year < LAST_ENGLISH_JULIAN);
}

const LAST_ENGLISH_JULIAN = 1753;

/** "on 32 March 2020", "by March 35, 2020": no date at all, so that only the month and the year are read as one. */
function daysBeyondMonths(block: Block, passage: Passage): Span[] {
  const spans: Span[] = [];
  const { keys, times, tokens } = passage;
  for (const { from, expression } of times) {
    const { stated } = expression;
    const at =
      keys[from - 1] === undefined || stated.month === undefined || stated.day !== undefined ? -1 : from - 1;
    if (at < 1 || stated.year === undefined || !/^(?:3[2-9]|[4-9]\d)$/.test(keys[at]!)) continue;
    const isDated = /^(?:on|by|dated|until|since|from)$/.test(keys[at - 1]!) && tokens[at]!.kind === "number";
    if (isDated && isSaid(passage, at)) spans.push(spanOf(block, passage, { from: at, to: at + 1 }));
  }
  return spans;
}

/** "from 1998 to 1989", "(1998–1989)": ranges of years whose end comes first, which are read as no range at all. */
function yearsBackwards(block: Block, passage: Passage): Span[] {
  const spans: Span[] = [];
  if (!hasClass(passage, YEAR)) return spans;
  const { keys, tokens } = passage;
  for (let i = 1; i + 2 < tokens.length; i++) {
    if (!isYear(keys[i]!) || !isYear(keys[i + 2]!) || Number(keys[i + 2]) >= Number(keys[i])) continue;
    const [before, joint, after] = [keys[i - 1]!, keys[i + 1]!, keys[i + 3]];
    const isWord = before === "from" && /^(?:to|until|till|through)$/.test(joint);
    const isBetween = before === "between" && joint === "and";
    const isBracketed = before === "(" && joint === "-" && after === ")";
    const isDash = /^(?:in|of|during|from)$/.test(before) && joint === "-" && !tokens[i + 2]!.spaced;
    if (!isWord && !isBetween && !isBracketed && !isDash) continue;
    if (!isSaid(passage, i) || keys.some((key) => BACKWARDS.test(key) || /^b\.?c/.test(key))) continue;
    // "from 2019 to 2010 levels": not the end of a time, but what is had then.
    if (passage.tags[i + 3] === "word" || passage.tags[i + 3] === "name") continue;
    spans.push(spanOf(block, passage, { from: i, to: i + 3 }));
  }
  return spans;
}

const YEAR = wordClass(({ key }) => isYear(key));

function isYear(key: string): boolean {
  return /^(?:1[0-9]|20|21)\d\d$/.test(key);
}
