import { type CalendarDate, calendarDate, weekdayOf } from "../calendar.ts";
import type { Day } from "../time.ts";
import { ordinalSuffix } from "./describe.ts";
import type { Slot } from "./slots.ts";
import { MONTH_NAMES, ORDINALS, QUARTER_CODES, SEASON_NAMES, WEEKDAY_NAMES } from "./words.ts";

/** What belongs in a slot for a day of the calendar, spelt as the slot's own text was; undefined where it cannot be. */
export function spell(slot: Slot, day: Day): string | undefined {
  const date = calendarDate(day);
  switch (slot.kind) {
    case "weekday":
      return inCase(abbreviate(WEEKDAY_NAMES[weekdayOf(day) - 1]!, slot), slot);
    case "day":
      return spellDay(slot, date.day);
    case "month":
      return inCase(abbreviate(MONTH_NAMES[date.month - 1]!, slot), slot);
    case "season":
      return inCase(spellSeason(slot, date), slot);
    case "part":
      return inCase(spellPart(slot, date), slot);
    case "year":
      return String(date.year);
    case "shortYear":
      return String(date.year % 100).padStart(2, "0");
    case "years":
      return spellYears(slot, date.year);
  }
}

function spellDay({ text }: Slot, day: number): string | undefined {
  if (/^\d+$/.test(text)) return text.startsWith("0") ? String(day).padStart(2, "0") : String(day);
  if (/^\d/.test(text)) return `${day}${ordinalSuffix(day)}`;
  const words = [...ORDINALS].find(([, number]) => number === day)?.[0];
  if (words !== undefined) return words;
  const ones = [...ORDINALS].find(([, number]) => number === day % 10)?.[0];
  return ones && `${day > 30 ? "thirty" : "twenty"}-${ones}`;
}

/** Three letters where the writer used three or four; "Sept." as most do; May is never abbreviated. */
function abbreviate(name: string, { text, kind, stop }: Slot): string {
  const short = text.length <= (kind === "weekday" ? 5 : 4) && !FULL_SHORT.has(text.toLowerCase());
  if (!short || name.length <= 3) return name;
  if (name === "September" && (stop || text.length === 4)) return "Sept";
  return name.slice(0, 3);
}

/** Names so short that they do not tell whether the writer abbreviates. */
const FULL_SHORT: ReadonlySet<string> = new Set(["may", "june", "july"]);

function spellSeason({ text }: Slot, { month }: CalendarDate): string {
  const season = SEASON_NAMES[(Math.floor(month / 3) + 3) % 4]!;
  return season === "autumn" && text.toLowerCase() === "fall" ? "fall" : season;
}

function spellPart({ text }: Slot, { month }: CalendarDate): string {
  const key = text.toLowerCase();
  if (QUARTER_CODES.has(key)) {
    return key[0] === "q" ? `q${Math.ceil(month / 3)}` : `h${Math.ceil(month / 6)}`;
  }
  return key;
}

/** "first" to "fourth", or "1st" to "4th". */
export function spellOrder(slot: Slot, order: number): string {
  if (/^\d/.test(slot.text)) return `${order}${ordinalSuffix(order)}`;
  return inCase([...ORDINALS].find(([, number]) => number === order)![0], slot);
}

function spellYears({ text }: Slot, year: number): string | undefined {
  if (text.endsWith("s")) return `${Math.floor(year / 10) * 10}s`;
  const century = Math.floor(year / 100) + 1;
  return /^\d/.test(text)
    ? `${century}${ordinalSuffix(century)}`
    : spellDay({ kind: "day", text, start: 0, end: 0 }, century);
}

/** Capitals as in the text that is replaced. */
function inCase(word: string, { text, kind }: Slot): string {
  if (text.length > 1 && text === text.toUpperCase()) return word.toUpperCase();
  const first = text[0]!;
  if (first !== first.toLowerCase()) return word[0]!.toUpperCase() + word.slice(1);
  return kind === "season" || kind === "part" ? word.toLowerCase() : word;
}
