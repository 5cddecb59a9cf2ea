import { type Token, tokenize } from "../../text/tokens.ts";
import { closedMark, keyAt, ordinalWordAt, type Tokens } from "./atoms.ts";
import {
  ANNO_DOMINI,
  BEFORE_CHRIST,
  CARDINALS,
  MONTHS,
  QUARTER_CODES,
  SEASONS,
  WEEKDAY_ABBREVIATIONS,
  WEEKDAYS,
} from "./words.ts";

export type SlotKind = "weekday" | "day" | "month" | "season" | "part" | "year" | "shortYear" | "years";

/** A stretch of a written date that says one thing, in offsets of its text. */
export interface Slot {
  readonly kind: SlotKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of an abbreviation: its full stop follows. */
  readonly stop?: boolean;
}

/** What each part of a written date says, in the order of the text; undefined for a form that cannot be taken apart. */
export function slotsOf(text: string): Slot[] | undefined {
  const tokens = tokenize(text);
  const slots: Slot[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (BEFORE_CHRIST.has(token.key) || ANNO_DOMINI.has(token.key)) return undefined;
    const ordinal = token.kind === "word" ? ordinalWordAt(tokens, i) : undefined;
    const last = ordinal === undefined ? i : ordinal.next - 1;
    const kind = ordinal === undefined ? kindOf(tokens, i) : kindOfOrdinal(tokens, ordinal.next);
    if (kind === "unreadable") return undefined;
    if (kind === undefined) continue;
    const { start } = token;
    const { end } = tokens[last]!;
    const stop = (kind === "month" || kind === "weekday") && closedMark(tokens, i + 1, ".");
    slots.push({ kind, start, end, text: text.slice(start, end), ...(stop && { stop }) });
    i = last;
  }
  return slots.some(({ kind }) => kind === "years") ? slots.map(asCentury) : slots;
}

/** "the 17th to 19th centuries": only the last of them tells that they are centuries. */
function asCentury(slot: Slot): Slot {
  return slot.kind === "day" ? { ...slot, kind: "years" } : slot;
}

function kindOf(tokens: Tokens, index: number): SlotKind | "unreadable" | undefined {
  const token = tokens[index]!;
  switch (token.kind) {
    case "number":
      return numberKind(tokens, index, token);
    case "ordinal":
      return kindOfOrdinal(tokens, index + 1);
    case "word":
      return LAST.has(token.key) ? partKind(tokens, index + 1) : wordKind(token.key);
    default:
      return undefined;
  }
}

function wordKind(key: string): SlotKind | "unreadable" | undefined {
  if (MONTHS.has(key)) return "month";
  if (WEEKDAYS.has(key) || WEEKDAY_ABBREVIATIONS.has(key)) return "weekday";
  if (SEASONS.has(key)) return "season";
  if (QUARTER_CODES.has(key)) return "part";
  if (CARDINALS.has(key) || key === "southern" || key === "austral") return "unreadable";
  return /^\d{3,4}s$/.test(key)
    ? "years"
    : key === "latter" || key === "last" || key === "final"
      ? "part"
      : undefined;
}

function numberKind(tokens: Tokens, index: number, { text }: Token): SlotKind | "unreadable" {
  if (text.length === 4) return "year";
  if (text.length > 2) return "unreadable";
  const before = keyAt(tokens, index - 1);
  if (before === "'" || tokens[index - 2]?.text.length === 4) return before === "," ? "day" : "shortYear";
  return "day";
}

/** "the last quarter", "the latter half". */
const LAST: ReadonlySet<string> = new Set(["latter", "last", "final"]);

function partKind(tokens: Tokens, next: number): SlotKind | undefined {
  const name = keyAt(tokens, next) === "-" ? keyAt(tokens, next + 1) : keyAt(tokens, next);
  return name === "quarter" || name === "half" ? "part" : undefined;
}

function kindOfOrdinal(tokens: Tokens, next: number): SlotKind {
  if (partKind(tokens, next) === "part") return "part";
  const name = keyAt(tokens, next) === "-" ? keyAt(tokens, next + 1) : keyAt(tokens, next);
  return name === "century" || name === "centuries" ? "years" : "day";
}
