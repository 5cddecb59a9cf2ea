import type { Event, Knowledge } from "../../knowledge-base/knowledge.ts";
import { lastBefore, type Span } from "../../text/span.ts";
import type { EventDateStatement, EventPlaceStatement, Reading } from "../reading.ts";
import type { Account } from "./account.ts";
import { isPlainDate } from "./events.ts";

/** An account's own words, and what statements say of facts that the knowledge base leaves open. */
export function* accountsOf(
  reading: Pick<Reading, "events" | "accounts" | "statements">,
  knowledge: Knowledge,
): Generator<Account> {
  const linked = reading.events.map(({ span }) => span);
  const isLinked = ({ start, end }: Span) => (linked[lastBefore(linked, end - 1)]?.end ?? start) > start;
  for (const account of reading.accounts) if (!isLinked(account.subjectSpan)) yield account;
  const named = new Set(
    reading.events.flatMap(({ id, span, anchors }) =>
      anchors.includes("name") ? [`${id} ${span.start}`] : [],
    ),
  );
  for (const statement of reading.statements) {
    if (statement.verdict !== "unverified" || !("event" in statement)) continue;
    // An event that is only described may be another one.
    if (!named.has(`${statement.event} ${statement.eventSpan.start}`)) continue;
    if (statement.kind === "event-date") yield* dateOf(statement, knowledge);
    if (statement.kind === "event-place") yield* placeOf(statement, knowledge);
  }
}

/** Of an event without a date, or with a coarser one, that is no matter of days. */
function* dateOf(statement: EventDateStatement, knowledge: Knowledge): Generator<Account> {
  const event = knowledge.events.get(statement.event);
  if (event === undefined || !isPlainDate(statement.time)) return;
  if (event.date?.range === true || event.date?.precision === "day" || event.date?.approximate === true)
    return;
  if (knowledge.vocabulary.eventTypes[event.type]?.lasting === true) return;
  const { aspect, time } = statement;
  yield { slot: "date", time, how: aspect ?? "whole", ...factOf(statement, event, knowledge) };
}

function* placeOf(statement: EventPlaceStatement, knowledge: Knowledge): Generator<Account> {
  const event = knowledge.events.get(statement.event);
  if (statement.place === undefined || event === undefined || event.place.length > 0) return;
  yield { slot: "place", place: statement.place, how: "whole", ...factOf(statement, event, knowledge) };
}

function factOf(
  { eventSpan, span }: EventDateStatement | EventPlaceStatement,
  { id, type }: Event,
  { vocabulary }: Knowledge,
) {
  return {
    subject: `#${id}`,
    by: "fact" as const,
    subjectSpan: eventSpan,
    span,
    // Its name may be that of a row of them, of which the knowledge base has one.
    recurs: vocabulary.eventTypes[type]?.recurring ?? false,
    restrictive: false,
  };
}
