import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { EventDateStatement, Reading, Statement } from "../../reading/reading.ts";
import { marginsOf, parseEdtf } from "../../time/edtf.ts";
import type { Day, TimeMention, TimeValue } from "../../time/time.ts";
import { describeTime } from "../../time/write.ts";
import { wordsOf } from "../cards/event-card.ts";
import type { Snapshot } from "../draft/snapshot.ts";
import { factSheet, type Locate, rangeIn } from "../fact-sheet/fact-sheet.ts";
import type { FactRow } from "../fact-sheet/sheet.ts";
import { nameOf } from "../facts.ts";
import type { Timeline, TimelineItem } from "./timeline.ts";

/** More known events than these nobody can tell apart; they are taken by their nearness to what the draft tells. */
export const MOST_EVENTS = 1000;

/** The known events and the draft's dated statements, in the order of time. */
export function timeline(snapshot: Snapshot, locate: Locate = () => undefined): Timeline {
  const { draft, knowledge, reading } = snapshot;
  const sheet = factSheet(snapshot, locate);
  const rows = new Map(sheet.rows.map((row) => [placeKey(row), row]));
  const stated = datedStatements(reading).map(({ statement, time }, i): TimelineItem => {
    const row = rows.get(placeKey({ kind: statement.kind, range: rangeIn(draft, statement.span) }));
    const event = "event" in statement ? statement.event : undefined;
    const shown = time.nominal ?? time.value!;
    return {
      id: `draft-${i}`,
      origin: "draft",
      label: labelOf(
        statement,
        knowledge,
        statement.kind === "weekday" ? time.text : (row?.words ?? time.text),
      ),
      ...dated(time.value!, describeTime(shown)),
      verdict: statement.verdict,
      note: row?.known ?? "",
      ...(event !== undefined && { about: itemId(event) }),
      at: { uri: draft.uri, range: rangeIn(draft, statement.span) },
    };
  });
  const told = new Set<Id>([
    ...reading.events.map(({ id }) => id),
    ...stated.flatMap(({ about }) => (about === undefined ? [] : [about.slice(EVENT.length)])),
  ]);
  const { events, left } = chosenEvents(knowledge, told, stated);
  const known = events.map(({ event, date, stage }): TimelineItem => {
    const at = locate(event.origin);
    return {
      id: itemId(event.id),
      origin: "knowledge",
      label: stage === undefined ? event.name : `${event.name}: ${wordsOf(stage)}`,
      ...dated(date),
      note: event.description ?? "",
      ...(told.has(event.id) && { told: true as const }),
      ...(at && { at }),
    };
  });
  const written = writtenOn(draft.frontMatter.date);
  return {
    title: sheet.title,
    uri: draft.uri,
    items: [...known, ...stated].sort(byTime),
    left,
    ...(written !== undefined && { written }),
  };
}

const EVENT = "event-";

function itemId(event: Id): string {
  return `${EVENT}${event}`;
}

function placeKey({ kind, range: { start, end } }: Pick<FactRow, "kind" | "range">): string {
  return `${kind} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

interface DatedStatement {
  readonly statement: Statement;
  readonly time: TimeMention;
}

/** The statements that give a date to something, each date once: what is said of an event's date comes first. */
function datedStatements({ statements, times }: Reading): DatedStatement[] {
  const taken = new Set<number>();
  const starting = new Map(times.map((time) => [time.span.start, time]));
  const isDate = (each: Statement): each is EventDateStatement => each.kind === "event-date";
  const timeOf = (statement: Statement): TimeMention | undefined => {
    if (statement.kind === "weekday") return statement.time;
    return statement.kind === "uncovered" && statement.how === "dated"
      ? starting.get(statement.span.start)
      : undefined;
  };
  const dates = statements.filter(isDate).map((statement) => ({ statement, time: statement.time }));
  for (const { time } of dates) taken.add(time.core.start);
  const others = statements.flatMap((statement) => {
    const time = timeOf(statement);
    if (time === undefined || taken.has(time.core.start)) return [];
    taken.add(time.core.start);
    return [{ statement, time }];
  });
  return [...dates, ...others].filter(({ time }) => time.value !== undefined);
}

function labelOf(statement: Statement, knowledge: Knowledge, words: string): string {
  if ("event" in statement) return `${nameOf(knowledge, statement.event)}: ${words}`;
  return statement.kind === "uncovered" ? `${nameOf(knowledge, statement.about)}: ${words}` : words;
}

type DatedPart = Pick<TimelineItem, "when" | "edtf" | "start" | "end" | "lasting" | "margins" | "uncertain">;

function dated(value: TimeValue, when = describeTime(value)): DatedPart {
  const { start, end, edtf, range, precision, approximate } = value;
  return {
    when,
    edtf,
    ...(Number.isFinite(start) && { start }),
    ...(Number.isFinite(end) && { end }),
    lasting: range || (precision === "day" && start !== end),
    ...(approximate && { margins: marginsOf(value) }),
    uncertain: /[?%]/.test(edtf),
  };
}

interface ChosenEvent {
  readonly event: Event;
  readonly date: TimeValue;
  readonly stage?: string;
}

/** The dated events; of very many those that the draft tells, and then those nearest to its dates. */
function chosenEvents(
  { events }: Knowledge,
  told: ReadonlySet<Id>,
  stated: readonly TimelineItem[],
): { readonly events: readonly ChosenEvent[]; readonly left: number } {
  const all = [...events.values()].flatMap((event): ChosenEvent[] => {
    if (event.date !== undefined) return [{ event, date: event.date }];
    const [first] = Object.entries(event.stages);
    return first === undefined ? [] : [{ event, stage: first[0], date: first[1] }];
  });
  if (all.length <= MOST_EVENTS) return { events: all, left: 0 };
  const marks = [
    ...stated.flatMap(({ start, end }) => start ?? end ?? []),
    ...all.flatMap(({ event, date }) => (told.has(event.id) ? middleOf(date) : [])),
  ].sort((a, b) => a - b);
  const farness = new Map(
    all.map((one) => [one, told.has(one.event.id) ? -1 : distance(marks, middleOf(one.date))]),
  );
  const nearest = all.sort((a, b) => farness.get(a)! - farness.get(b)!).slice(0, MOST_EVENTS);
  return { events: nearest, left: all.length - nearest.length };
}

function middleOf({ start, end }: TimeValue): Day {
  if (!Number.isFinite(start)) return end;
  return Number.isFinite(end) ? (start + end) / 2 : start;
}

/** From a day to the nearest of some, which are in order; where there are none, the latest day is the nearest. */
function distance(days: readonly Day[], day: Day): number {
  if (days.length === 0) return Number.MAX_SAFE_INTEGER - day;
  let low = 0;
  let high = days.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return Math.min(Math.abs(days[low]! - day), Math.abs(days[Math.max(0, low - 1)]! - day));
}

function writtenOn(date: string | undefined): Day | undefined {
  const value = date === undefined ? undefined : parseEdtf(date);
  return value === undefined || "problem" in value || value.precision !== "day" ? undefined : value.start;
}

function byTime(a: TimelineItem, b: TimelineItem): number {
  const [from, to] = [a.start ?? -Infinity, b.start ?? -Infinity];
  if (from !== to) return from - to;
  return (a.end ?? Infinity) - (b.end ?? Infinity) || (a.id < b.id ? -1 : 1);
}
