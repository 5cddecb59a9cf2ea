import { addMonths } from "../calendar.ts";
import { applyOffset } from "../offsets.ts";
import type { Day, Offset, TimeValue } from "../time.ts";
import { DAYS_IN } from "../units.ts";
import { CARDINALS } from "./words.ts";

/** A count of days, weeks, months or years. */
interface Count {
  readonly unit: "day" | "week" | "month" | "year";
  readonly amount: number;
}

/** What should stand in place of the words of `text` that begin at `start`, best first. */
export interface RewrittenOffset {
  readonly start: number;
  readonly written: string;
  readonly instead: readonly string[];
}

/** Counts of days up to here are easily grasped ("seventeen days later"); beyond it coarser ones are. */
const MOST_DAYS = 20;
const MOST_WEEKS = 16;

/**
 * What an offset's words should be so that they lead from `base` to `known`, each with the words that it replaces:
 * "A week after" → "The day after", "three months" (later) → "nine weeks". The natural unit comes first, the writer's
 * own after it. None where either of the dates is vague, or where the words say more than a number and a unit.
 */
export function writeOffset(
  text: string,
  offset: Offset,
  base: TimeValue,
  known: TimeValue,
): RewrittenOffset | undefined {
  const words = WORDS.exec(text);
  const isExact = [base, known].every(
    ({ precision, approximate, start, end }) =>
      precision === "day" && !approximate && Number.isFinite(end - start),
  );
  if (words === null || !isExact) return undefined;
  const { lead, told, count, after } = words.groups as {
    lead: string;
    told: string;
    count: string;
    after?: string;
  };
  const isPhrase = after !== undefined && /^(?:after|before)$/i.test(after);
  const written = isPhrase ? `${told}${words.groups!.gap}${after}` : told;
  const [from, to] = offset.direction > 0 ? [base.end, known.start] : [known.end, base.start];
  const counts = to - from > 0 ? countsBetween(from, to, offset) : [];
  const instead = counts
    .filter((each) => {
      const { start, end } = applyOffset(base, { ...offset, ...each });
      return start <= known.end && known.start <= end;
    })
    .map((each) => {
      const isNextDay = isPhrase && each.unit === "day" && each.amount === 1 && offset.bound === "exact";
      const number = isNextDay ? "the" : numberLike(each.amount, count);
      const unit = each.amount === 1 ? each.unit : `${each.unit}s`;
      const right = `${number} ${unit}${isPhrase ? ` ${after}` : ""}`;
      return /^\p{Lu}/u.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
    });
  if (instead.length === 0) return undefined;
  return { start: lead.length, written, instead: [...new Set(instead)].slice(0, 2) };
}

const NUMBER = `an?|one|\\d+|(?:${[...CARDINALS.keys()].join("|")})(?:-(?:${[...CARDINALS.keys()].join("|")}))?`;
const LEADS =
  "more than|less than|fewer than|at least|at most|over|under|about|around|some|roughly|nearly|almost|only|just|exactly|barely|hardly";
const WORDS = new RegExp(
  `^(?<lead>(?:(?:${LEADS})\\s+)?)(?<told>(?<count>${NUMBER})\\s+(?:days?|weeks?|fortnights?|months?|years?))(?:(?<gap>\\s+)(?<after>later|after|afterwards|earlier|before|previously)\\b|$)`,
  "iu",
);

/** The best first: what comes out even, then the writer's own unit, then weeks. */
function countsBetween(from: Day, to: Day, { unit, bound }: Offset): Count[] {
  const days = to - from;
  const months = wholeMonths(from, to);
  const even = addMonths(from, months) === to;
  const weeks: Count = { unit: "week", amount: rounded(days / DAYS_IN.week, bound) };
  const own: Count | undefined =
    unit === "month" || unit === "year"
      ? {
          unit,
          amount:
            bound === "exact" || bound === "about"
              ? Math.round(days / DAYS_IN[unit])
              : wholeOf(unit, months, even, bound),
        }
      : unit === "week"
        ? weeks
        : undefined;
  const found: Count[] = [];
  if (even && months > 0)
    found.push(months % 12 === 0 ? { unit: "year", amount: months / 12 } : { unit: "month", amount: months });
  if (days % 7 === 0 && weeks.amount <= MOST_WEEKS) found.push({ unit: "week", amount: days / 7 });
  if (days <= MOST_DAYS || unit === "day") found.push({ unit: "day", amount: days });
  if (own !== undefined && own.amount > 1) found.push(own);
  if (weeks.amount > 1 && weeks.amount <= MOST_WEEKS) found.push(weeks);
  const coarse = { unit: "month" as const, amount: Math.round(days / DAYS_IN.month) };
  if (found.length === 0 && coarse.amount > 0) found.push(coarse);
  return bound === "exact" ? found : found.filter(({ amount }) => amount > 1);
}

function wholeMonths(from: Day, to: Day): number {
  let months = Math.max(0, Math.floor((to - from) / 31));
  while (addMonths(from, months + 1) <= to) months++;
  return months;
}

/** "more than two months" for two and a half, "less than three". */
function wholeOf(unit: "month" | "year", months: number, even: boolean, bound: Offset["bound"]): number {
  const whole = unit === "year" ? months / 12 : months;
  if (bound === "atMost") return even && Number.isInteger(whole) ? whole : Math.floor(whole) + 1;
  return Math.floor(whole);
}

function rounded(amount: number, bound: Offset["bound"]): number {
  if (bound === "atLeast") return Math.floor(amount);
  return bound === "atMost" ? Math.ceil(amount) : Math.round(amount);
}

/** In digits where the writer has digits, else in words as far as they are short. */
function numberLike(amount: number, like: string): string {
  if (/^\d/.test(like) || amount > 99) return String(amount);
  if (amount === 1) return like.toLowerCase() === "one" ? "one" : "a";
  const word = (number: number) => [...CARDINALS].find(([, value]) => value === number)?.[0];
  const tens = Math.floor(amount / 10) * 10;
  return word(amount) ?? `${word(tens)}-${word(amount % 10)}`;
}
