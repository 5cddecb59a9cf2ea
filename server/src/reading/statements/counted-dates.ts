import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Span } from "../../text/span.ts";
import { disjoint, widened } from "../../time/algebra.ts";
import { agrees } from "../../time/compare.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import type { Passage } from "../grammar/passage.ts";
import type { EventDateStatement, Statement } from "../reading.ts";

/** The dates of one sentence, in the order of the text, with the event that one of them is counted from. */
export interface Counted {
  readonly from: number;
  readonly to: number;
  readonly time: TimeMention;
  readonly anchor?: { readonly event: Id; readonly span: Span };
}

/**
 * "on 26 March, two days after the election of 7 March": a date and a count beside it that cannot come to the same day.
 * Where the date is known to be right, the count is wrong; else both are marked, for nobody can tell which is.
 */
export function* countedDates(
  passage: Passage,
  dates: readonly Counted[],
  stated: readonly Statement[],
  knowledge: Knowledge,
): Generator<EventDateStatement> {
  for (const [k, counted] of dates.entries()) {
    if (counted.time.offset === undefined || counted.time.value === undefined) continue;
    if (passage.scopes[counted.from] !== undefined) continue;
    // "on 13 October, six weeks later": counted from something before; only a date of this sentence is sure.
    const isSure = counted.anchor !== undefined;
    if (!isSure && counted.time.inferred?.from !== "range") continue;
    const beside = [dates[k + 1], isSure ? dates[k - 1] : undefined].find(
      (other) => other !== undefined && isBeside(passage, counted, other),
    );
    if (beside === undefined || !clash(beside.time, counted.time)) continue;
    const said = stated.find(
      (statement) => statement.kind === "event-date" && statement.time.span.start === beside.time.span.start,
    ) as EventDateStatement | undefined;
    // Both are wrong: the count is, where it does not come to the right date either.
    const isWrongAlike = said?.known !== undefined && !isClear(said.known, counted);
    if (said?.verdict === "contradicted" && (isWrongAlike || said.known === undefined || !isSure)) continue;
    if (
      stated.some(({ span, verdict }) => verdict === "contradicted" && span.start === counted.time.core.start)
    )
      continue;
    const { time } = counted;
    if (said?.verdict === "supported" || said?.verdict === "contradicted") {
      const { event, eventSpan, known } = said;
      yield {
        kind: "event-date",
        event,
        eventSpan,
        time,
        span: time.core,
        verdict: "contradicted",
        ...(known && { known }),
      };
    } else if (counted.anchor !== undefined) {
      const known = knowledge.events.get(counted.anchor.event)?.date;
      if (known === undefined) continue;
      const span = {
        start: Math.min(time.core.start, beside.time.core.start),
        end: Math.max(time.core.end, beside.time.core.end),
      };
      const { event, span: eventSpan } = counted.anchor;
      yield {
        kind: "event-date",
        event,
        eventSpan,
        time,
        span,
        verdict: "contradicted",
        known,
        beside: beside.time,
      };
    }
  }
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** Nothing but a comma, a bracket, a preposition or "that is" between them. */
function isBeside({ tags, keys }: Passage, a: Counted, b: Counted): boolean {
  const { stated, offset, relative, boundary } = b.time;
  const isDate = stated.month !== undefined && offset === undefined && relative === undefined;
  if (!isDate || boundary !== undefined) return false;
  const [from, to] = a.to <= b.from ? [a.to, b.from] : [b.to, a.from];
  let marks = 0;
  for (let i = from; i < to; i++) {
    if (tags[i] === "mark") marks++;
    // "14 April, a Saturday, two months after …": the day of the week is no date of its own.
    else if (WEEKDAY.test(keys[i + 1] ?? "") || WEEKDAY.test(keys[i]!)) continue;
    else if (tags[i] !== "prep" && !/^(?:that|is|the|or|exactly|precisely|only)$/.test(keys[i]!))
      return false;
  }
  return marks > 0 && to - from < 6;
}

/** The known date lies outside what the count comes to. */
function isClear(known: TimeValue, { time }: Counted): boolean {
  return time.value !== undefined && disjoint(known, time.value);
}

function clash(date: TimeMention, { value }: TimeMention): boolean {
  if (date.value === undefined || value === undefined) return false;
  if (!Number.isFinite(value.end - value.start)) return disjoint(widened(date.value), value);
  return agrees(date, value) === "no";
}
