import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { overlaps } from "../../text/span.ts";
import { agrees } from "../../time/compare.ts";
import type { StatedParts } from "../../time/time.ts";
import type { EventDateStatement, EventPlaceStatement, Reading } from "../reading.ts";
import type { Account, DateAccount } from "./account.ts";
import { isPlainDate } from "./events.ts";

/** Where an account stands: in which of the readings. */
export interface Placed {
  readonly account: Account;
  readonly reading: Reading;
}

/** Two accounts of one thing that cannot both hold. */
export interface Contradiction {
  readonly here: Placed;
  readonly other: Placed;
}

/** Different tellings of one thing that are kept apart; beyond them a draft is about something else. */
const MOST_TELLINGS = 8;

/**
 * What readings tell of one thing in two ways, the knowledge base being silent about it: each telling with the first
 * one that it contradicts, in both directions. Within one reading and between them. Linear in the number of accounts.
 */
export function contradictionsIn(readings: readonly Reading[], knowledge: Knowledge): Contradiction[] {
  const tellings = new Map<string, Placed[][]>();
  const found: Contradiction[] = [];
  for (const reading of readings) {
    for (const account of accountsOf(reading, knowledge)) {
      const key = `${account.slot} ${account.how} ${account.subject}`;
      const known = tellings.get(key) ?? [];
      if (known.length === 0) tellings.set(key, known);
      const placed = { account, reading };
      const alike = known.find(([first]) => !contradicts(first!.account, account, knowledge));
      const others = known.filter(
        (telling) => telling !== alike && contradicts(telling[0]!.account, account, knowledge),
      );
      for (const [first] of others) found.push({ here: placed, other: first! });
      if (alike !== undefined) alike.push(placed);
      else if (known.length < MOST_TELLINGS) known.push([placed]);
      // The first telling is contradicted as soon as there is a second one.
      if (alike === undefined || alike.length === 1)
        for (const telling of others) found.push(...telling.map((each) => ({ here: each, other: placed })));
    }
  }
  return found;
}

/** An account's own words, and what statements say of facts that the knowledge base leaves open. */
function* accountsOf(reading: Reading, knowledge: Knowledge): Generator<Account> {
  const linked = reading.events.map(({ span }) => span);
  for (const account of reading.accounts)
    if (!linked.some((span) => overlaps(span, account.subjectSpan))) yield account;
  for (const statement of reading.statements) {
    if (statement.verdict !== "unverified") continue;
    if (statement.kind === "event-date") yield* dateOf(statement, reading, knowledge);
    if (statement.kind === "event-place") yield* placeOf(statement, reading, knowledge);
  }
}

/** Of an event without a date, or with a coarser one, that is no matter of days. */
function* dateOf(statement: EventDateStatement, reading: Reading, knowledge: Knowledge): Generator<Account> {
  const event = knowledge.events.get(statement.event);
  if (event === undefined || !isNamed(statement, reading) || !isPlainDate(statement.time)) return;
  if (event.date?.range === true || event.date?.precision === "day" || event.date?.approximate === true)
    return;
  if (knowledge.vocabulary.eventTypes[event.type]?.lasting === true) return;
  yield {
    ...factOf(statement),
    how: statement.aspect ?? "whole",
    slot: "date",
    time: statement.time,
  };
}

function* placeOf(
  statement: EventPlaceStatement,
  reading: Reading,
  knowledge: Knowledge,
): Generator<Account> {
  const event = knowledge.events.get(statement.event);
  if (statement.place === undefined || event === undefined || event.place.length > 0) return;
  if (isNamed(statement, reading))
    yield { ...factOf(statement), how: "whole", slot: "place", place: statement.place };
}

function factOf({ event, eventSpan, span }: EventDateStatement | EventPlaceStatement) {
  return {
    subject: `#${event}`,
    by: "fact" as const,
    subjectSpan: eventSpan,
    span,
    recurs: false,
    restrictive: false,
  };
}

function isNamed(
  { eventSpan, event }: { eventSpan: Account["span"]; event: string },
  { events }: Reading,
): boolean {
  return events.some(
    ({ id, span, anchors }) => id === event && span.start === eventSpan.start && anchors.includes("name"),
  );
}

function contradicts(a: Account, b: Account, knowledge: Knowledge): boolean {
  if (a.slot === "place" || b.slot === "place") {
    if (a.slot !== "place" || b.slot !== "place" || a.place === b.place) return false;
    const questions = questionsOf(knowledge);
    return !questions.isWithin(a.place, b.place) && !questions.isWithin(b.place, a.place) && !a.recurs;
  }
  const [x, y] = [a.time.value!, b.time.value!];
  if (agrees(a.time, y) !== "no" || agrees(b.time, x) !== "no") return false;
  return a.by === "fact" || isSlip(a, b);
}

/** Years between two people of one name. */
const GENERATION = 12;
const NEAR_YEARS = 2;
const NEAR_DAYS = 45;
/** Of what recurs, only this many days apart are a slip. */
const FEW_DAYS = 3;

/** Whether two dates are so much alike that one of them is a mistake, rather than the date of another thing of that name. */
function isSlip(a: DateAccount, b: DateAccount): boolean {
  const { years, months, days } = differing(a.time.stated, b.time.stated);
  const gap = Math.max(a.time.value!.start - b.time.value!.end, b.time.value!.start - a.time.value!.end);
  if (a.by === "person") return years <= GENERATION;
  // "the Harl summit of 3 May", "the Harl summit of 5 May": each date tells which one.
  if (a.recurs) return !(a.restrictive && b.restrictive) && years === 0 && months === 0 && days <= FEW_DAYS;
  if (years > 0) {
    const isOnly = months === 0 && days === 0 && !(a.restrictive && b.restrictive);
    return a.by === "name" && isOnly && years <= NEAR_YEARS;
  }
  return gap <= NEAR_DAYS || months === 0 || days === 0;
}

function differing(a: StatedParts, b: StatedParts): { years: number; months: number; days: number } {
  const by = (part: "year" | "month" | "day") =>
    a[part] === undefined || b[part] === undefined ? 0 : Math.abs(a[part] - b[part]);
  return { years: by("year"), months: by("month"), days: by("day") };
}
