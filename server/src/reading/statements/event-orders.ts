import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { before } from "../../time/compare.ts";
import { endOf } from "../../time/edtf.ts";
import type { TimeValue } from "../../time/time.ts";
import type { Passage } from "../grammar/passage.ts";
import type { EventOrderStatement, Verdict } from "../reading.ts";
import type { Happening } from "../relations/happenings.ts";
import { ordersIn } from "../relations/orders.ts";
import type { Told } from "../relations/told-events.ts";
import type { Place } from "./offices.ts";

/** What a passage says of the order of events. */
export function* eventOrders(
  passage: Passage,
  told: readonly Told[],
  place: Place,
  knowledge: Knowledge,
): Generator<EventOrderStatement> {
  const sure = told.filter(({ isDoubtful }) => !isDoubtful);
  const seen = new Set<number>();
  for (const { first, second, order, words, instead } of ordersIn(passage, sure)) {
    if (first.told.event === second.told.event || seen.has(words.from)) continue;
    seen.add(words.from);
    const [early, late] = order === "before" ? [first, second] : [second, first];
    yield {
      kind: "event-order",
      event: first.told.event.id,
      eventSpan: first.told.span,
      order,
      other: second.told.event.id,
      otherSpan: second.told.span,
      span: place(words),
      verdict: judge(early, late, knowledge),
      instead,
    };
  }
}

function judge(early: Happening, late: Happening, knowledge: Knowledge): Verdict {
  if (isPartOf(early.told.event, late.told.event) || isPartOf(late.told.event, early.told.event))
    return "unverified";
  const first = timeOf(early);
  const second = timeOf(late);
  if (first !== undefined && second !== undefined) {
    if (before(first, second) === "yes") return "supported";
    return before(second, first) === "yes" ? "contradicted" : "unverified";
  }
  if (early.told.event.date !== undefined && late.told.event.date !== undefined) return "unverified";
  if (comesAfter(late.told.event, early.told.event.id, knowledge)) return "supported";
  return comesAfter(early.told.event, late.told.event.id, knowledge) ? "contradicted" : "unverified";
}

/** When what is told of an event was: all of it, its beginning or its end; undefined where only another end is known. */
function timeOf({ told: { event }, aspect }: Happening): TimeValue | undefined {
  const { date } = event;
  if (date === undefined || aspect === "whole") return date;
  if (!date.range) return aspect === "begin" ? date : undefined;
  return endOf(date, aspect === "begin" ? "start" : "end");
}

function isPartOf(part: Event, whole: Event): boolean {
  return part.partOf === whole.id;
}

/** How many steps from one event to the one that it follows are taken. */
const STEPS = 20;

/** Whether an event follows another, by what the knowledge base says of what followed what. */
function comesAfter(event: Event, other: Id, { events }: Knowledge): boolean {
  const seen = new Set<Id>([event.id]);
  for (const id of seen) {
    for (const previous of events.get(id)?.follows ?? []) {
      if (previous === other) return true;
      if (seen.size < STEPS) seen.add(previous);
    }
  }
  return false;
}
