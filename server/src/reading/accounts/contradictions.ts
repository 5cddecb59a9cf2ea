import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { overlaps } from "../../text/span.ts";
import { agrees } from "../../time/compare.ts";
import type { StatedParts } from "../../time/time.ts";
import { verbsOfNoun } from "../english/nominals.ts";
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
  const deeds = new Map<string, Placed[]>();
  const described: Placed[] = [];
  const found: Contradiction[] = [];
  for (const reading of readings) {
    for (const account of accountsOf(reading, knowledge)) {
      const placed = { account, reading };
      if (account.by === "deed") remember(deeds, placed);
      else found.push(...compared(placed, tellings, knowledge));
      if (account.by === "description") described.push(placed);
    }
  }
  return [...found, ...described.flatMap((placed) => againstDeeds(placed, deeds, knowledge))];
}

/** Against what was told before of the same thing. */
function compared(placed: Placed, tellings: Map<string, Placed[][]>, knowledge: Knowledge): Contradiction[] {
  const { slot, how, subject } = placed.account;
  const key = `${slot} ${how} ${subject}`;
  const known = tellings.get(key) ?? [];
  if (known.length === 0) tellings.set(key, known);
  const isAgainst = (telling: readonly Placed[]) =>
    contradicts(telling[0]!.account, placed.account, knowledge);
  const alike = known.find((telling) => !isAgainst(telling));
  const others = known.filter((telling) => telling !== alike && isAgainst(telling));
  if (alike !== undefined) alike.push(placed);
  else if (known.length < MOST_TELLINGS) known.push([placed]);
  const here = others.map(([first]) => ({ here: placed, other: first! }));
  // The earlier ones are contradicted as soon as there is another telling.
  const isNew = alike === undefined || alike.length === 1;
  return isNew
    ? [...here, ...others.flatMap((telling) => telling.map((each) => ({ here: each, other: placed })))]
    : here;
}

/** Deeds of one verb and word that are looked at. */
const MOST_DEEDS = 20;

function remember(deeds: Map<string, Placed[]>, placed: Placed): void {
  const { account } = placed;
  if (account.slot !== "date" || account.words === undefined) return;
  for (const word of account.words) {
    const key = `${account.subject} ${word}`;
    const known = deeds.get(key) ?? [];
    if (known.length === 0) deeds.set(key, known);
    if (known.length < MOST_DEEDS) known.push(placed);
  }
}

/** "the Harl weavers' meeting of 14 May" against "Weavers met in Harl on 12 May": all its words, and the verb of its noun. */
function againstDeeds(
  placed: Placed,
  deeds: ReadonlyMap<string, readonly Placed[]>,
  knowledge: Knowledge,
): Contradiction[] {
  const words = placed.account.subject.split(" ");
  const head = words.pop()!;
  if (words.length < 2 || placed.account.slot !== "date" || placed.account.how !== "held") return [];
  const told = verbsOfNoun(head)
    .flatMap((verb) => deeds.get(`${verb} ${words[0]}`) ?? [])
    .filter(({ account }) => account.slot === "date" && words.every((word) => account.words?.has(word)));
  const isAgainst = ({ account }: Placed) => contradicts(account, placed.account, knowledge);
  if (told.length === 0 || !told.every(isAgainst)) return [];
  return told.flatMap((deed) => [
    { here: placed, other: deed },
    { here: deed, other: placed },
  ]);
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
  if (a.recurs || b.recurs)
    return !(a.restrictive && b.restrictive) && years === 0 && months === 0 && days <= FEW_DAYS;
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
