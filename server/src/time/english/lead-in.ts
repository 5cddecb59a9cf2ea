import type { Boundary, Modifier, Relative, WeekDay } from "../time.ts";
import { closedMark, keyAt, type Tokens } from "./atoms.ts";
import {
  APPROXIMATE,
  BOUNDARIES,
  DATE_PREPOSITIONS,
  DEICTICS,
  MODIFIERS,
  PART_ORDER,
  PARTS,
} from "./cues.ts";

/** What the words before a date add to it. */
export interface LeadIn {
  /** The index of the first token that belongs to the expression. */
  readonly start: number;
  readonly modifier?: Modifier;
  readonly approximate?: boolean;
  readonly week?: WeekDay;
  readonly boundary?: Boundary;
  readonly relative?: Relative;
  /** Something before it asks for a date: a preposition, a modifier, "last". */
  readonly introduced: boolean;
}

/** Reads backwards from a date's first token, no further than `floor`: "since about the end of", "mid-", "last". */
export function readLeadIn(tokens: Tokens, first: number, floor: number): LeadIn {
  const state: State = { tokens, at: first, floor };
  takeModifier(state);
  if (state.modifier === undefined) takeDeictic(state);
  if (state.modifier === undefined) takePart(state);
  take(state, "the");
  takeApproximation(state);
  takeBoundary(state);
  const before = state.at > floor ? keyAt(tokens, state.at - 1) : "";
  const taken = state.modifier !== undefined || state.boundary !== undefined || state.relative !== undefined;
  return {
    start: state.at,
    ...(state.modifier && { modifier: state.modifier }),
    ...(state.approximate && { approximate: true }),
    ...(state.week && { week: state.week }),
    ...(state.boundary && { boundary: state.boundary }),
    ...(state.relative && { relative: state.relative }),
    introduced: taken || DATE_PREPOSITIONS.has(before),
  };
}

interface State {
  readonly tokens: Tokens;
  readonly floor: number;
  at: number;
  modifier?: Modifier;
  approximate?: boolean;
  week?: WeekDay;
  boundary?: Boundary;
  relative?: Relative;
}

function back(state: State, distance: number): string {
  return state.at - distance >= state.floor ? keyAt(state.tokens, state.at - distance) : "";
}

function take(state: State, key: string): boolean {
  if (back(state, 1) !== key) return false;
  state.at--;
  return true;
}

/** "late May", "mid-October", "early in 2014". */
function takeModifier(state: State): void {
  const joined = back(state, 1) === "-" && closedMark(state.tokens, state.at - 1, "-");
  const distance = joined || back(state, 1) === "in" ? 2 : 1;
  const modifier = MODIFIERS.get(back(state, distance));
  if (modifier !== undefined && !(distance === 1 && back(state, 1) === "middle")) {
    state.at -= distance;
    if (!takeOtherModifier(state)) state.modifier = modifier;
  } else if (distance === 2 && (back(state, 2) === "later" || back(state, 2) === "earlier")) {
    state.at -= 2;
  } else if (back(state, 1) === "the" && back(state, 2) === "in") {
    const outer = MODIFIERS.get(back(state, 3));
    if (outer !== undefined) state.modifier = outer;
    if (outer !== undefined || back(state, 3) === "later" || back(state, 3) === "earlier") state.at -= 3;
  } else if (back(state, 1) === "year" || back(state, 1) === "years") {
    state.at--;
  }
}

/** "mid-to-late October", "early or mid-May" leave most of the month open. */
function takeOtherModifier(state: State): boolean {
  const spaced = back(state, 1) === "-" ? 2 : 1;
  const joint = back(state, spaced);
  if (joint !== "to" && joint !== "or" && joint !== "/") return false;
  const other = back(state, spaced + 1) === "-" ? spaced + 2 : spaced + 1;
  if (!MODIFIERS.has(back(state, other))) return false;
  state.at -= other;
  return true;
}

/** "last", "this", "the following", "that same". */
function takeDeictic(state: State): void {
  const word = back(state, 1);
  const deictic = DEICTICS.get(word);
  if (deictic === undefined) return;
  state.at--;
  const writers = word === "past" || word === "coming" || word === "upcoming";
  if (writers && back(state, 1) === "this") state.at--;
  const same = word === "same" || word === "following" || word === "previous";
  if (same && back(state, 1) === "that") state.at--;
  const fixed = back(state, 1) === "the" && (word === "next" || word === "last");
  state.relative = fixed ? { shift: deictic.shift, from: "previous" } : deictic;
  const modifier = MODIFIERS.get(back(state, 1));
  if (modifier !== undefined) {
    state.modifier = modifier;
    state.at--;
  } else if (back(state, 1) === "later" || back(state, 1) === "earlier") state.at--;
}

/** "the end of", "the first week of the", "the latter half of". */
function takePart(state: State): void {
  const article = back(state, 1) === "the" ? 1 : 0;
  if (back(state, article + 1) !== "of") return;
  const part = PARTS.get(back(state, article + 2));
  if (part === undefined) {
    if (AROUND_A_DAY.has(back(state, article + 2))) {
      state.approximate = true;
      state.at -= article + 2;
    } else if (back(state, article + 2) === "month" || back(state, article + 2) === "year")
      state.at -= article + 2;
    return;
  }
  if (part !== "ordinal") {
    state.modifier = part;
    state.at -= article + 2;
    return;
  }
  const joined = back(state, article + 3) === "-" ? 1 : 0;
  const order = PART_ORDER.get(back(state, article + 3 + joined));
  if (order === undefined) {
    if (back(state, article + 2) !== "week") return;
    state.week = "any";
    state.at -= article + 2;
    return;
  }
  state.modifier =
    order === "late" && back(state, article + 3 + joined) === "second" && back(state, article + 2) !== "half"
      ? "mid"
      : order;
  state.at -= article + 3 + joined;
}

/** "the weekend of 18 October", "the eve of 10 April": a day or a few from it. */
const AROUND_A_DAY: ReadonlySet<string> = new Set(["weekend", "eve"]);

/** "the week beginning 6 October": which day of it that is. */
const WEEK_WORDS: ReadonlyMap<string, WeekDay> = new Map([
  ["beginning", "first"],
  ["starting", "first"],
  ["commencing", "first"],
  ["from", "first"],
  ["ending", "last"],
  ["ended", "last"],
  ["to", "last"],
] as const);

function takeApproximation(state: State): void {
  const on = back(state, 1) === "on" ? 1 : 0;
  const week = back(state, 2 + on) === "week" ? WEEK_WORDS.get(back(state, 1 + on)) : undefined;
  if (week !== undefined) {
    state.week = week;
    state.at -= 2 + on;
    take(state, "the");
    return;
  }
  const stop = back(state, 1) === "." ? 1 : 0;
  const word = back(state, 1 + stop);
  if (word === "c" && back(state, 2) === "/" && back(state, 3) === "w") {
    state.week = "first";
    state.at -= 3;
    return;
  }
  if (!APPROXIMATE.has(word) || (stop === 1 && !/^(?:c|ca|approx)$/.test(word))) return;
  state.approximate = true;
  state.at -= 1 + stop;
  take(state, "the");
}

function takeBoundary(state: State): void {
  const word = back(state, 1);
  if (word === "than" && back(state, 2) === "later" && back(state, 3) === "no") {
    state.boundary = "by";
    state.at -= 3;
  } else if (word === "of" && back(state, 2) === "as") {
    state.boundary = "by";
    state.at -= 2;
  } else if (word === "to" && back(state, 2) === "prior") {
    state.boundary = "before";
    state.at -= 2;
  } else {
    const boundary = BOUNDARIES.get(word);
    if (boundary === undefined) return;
    state.boundary = boundary;
    state.at--;
  }
}
