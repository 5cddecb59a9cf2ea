import type { Event, Knowledge } from "../knowledge-base/knowledge.ts";
import type { EventDateStatement } from "../reading/reading.ts";
import { type Span, slice } from "../text/span.ts";
import type { TimeMention, TimeValue } from "../time/time.ts";
import { describeTime, hedged, writeOffset, writeTime } from "../time/write.ts";
import type { AroundPart, Check, Fix, Report } from "./check.ts";
import { evidenceOf, onDate, sentenceStart, theEvent, was } from "./wording.ts";

export const eventDate: Check = {
  id: "event-date",
  title: "A known event is given a date that cannot be its date",
  severity: "error",
  ofContradicted: true,
  *part({ statements, draft }, knowledge, { ask }) {
    for (const statement of statements) {
      if (statement.kind !== "event-date" || statement.verdict !== "contradicted") continue;
      const event = knowledge.events.get(statement.event);
      if (event === undefined || statement.known === undefined) continue;
      if (statement.beside !== undefined) {
        yield besideCount(statement, event, statement.known, statement.beside, draft.text);
        continue;
      }
      const counted = countOf(statement, ask, draft.text, knowledge);
      yield {
        message: `${sentenceStart(theEvent(event))} ${was(event)} ${onDate(statement.known)}, not ${statedAs(statement.time)}.`,
        span: counted?.span ?? statement.span,
        knowledge: [event.id],
        evidence: evidenceOf([event], [describeTime(statement.known)]),
        fixes: counted?.fixes ?? fixesFor(statement),
        related: [{ span: statement.eventSpan, message: `The event meant here: ${event.name}` }],
      };
    }
  },
};

/** "26 March 2007 is not two days after it": which of the two is wrong, only the writer knows. */
function besideCount(
  { time, span, eventSpan }: EventDateStatement,
  event: Event,
  known: TimeValue,
  beside: TimeMention,
  text: string,
): Report {
  const counted = time.value === undefined ? "" : ` (${describeTime(time.value)})`;
  return {
    message: `${sentenceStart(theEvent(event))} ${was(event)} ${onDate(known)}: ${beside.text} is not “${time.text}”${counted}.`,
    span,
    knowledge: [event.id],
    evidence: evidenceOf([event], [describeTime(known)]),
    fixes: [...dateFix(time, beside), ...countFix(time, known, beside, text)],
    related: [{ span: eventSpan, message: `The event meant here: ${event.name}` }],
  };
}

/** The date that the count comes to, where that is a day. */
function dateFix({ value }: TimeMention, beside: TimeMention): readonly Fix[] {
  const isDay = value?.precision === "day" && value.start === value.end;
  const newText = isDay ? writeTime(value, beside) : undefined;
  return newText === undefined ? [] : [{ newText, safe: false, span: beside.core }];
}

/** The count that leads to the date. */
function countFix(
  { offset, core }: TimeMention,
  known: TimeValue,
  { value }: TimeMention,
  text: string,
): readonly Fix[] {
  const right = offset && value && writeOffset(slice(text, core), offset, known, value);
  if (right === undefined) return [];
  const start = core.start + right.start;
  const span = { start, end: start + right.written.length };
  return right.instead.slice(0, 1).map((newText) => ({ newText, safe: false, span }));
}

function isSameYear(a: TimeValue, b: TimeValue | undefined): boolean {
  return b !== undefined && a.edtf.slice(0, 4) === b.edtf.slice(0, 4);
}

/** The draft's words, and for "three weeks later" what they come to. */
function statedAs({ text, offset, value }: TimeMention): string {
  return offset === undefined || value === undefined ? text : `${text} (${describeTime(value)})`;
}

/** The words of a count that comes out wrong ("A week after"), and what they should be. */
function countOf(
  { time, known, span }: EventDateStatement,
  ask: AroundPart["ask"],
  text: string,
  knowledge: Knowledge,
): { readonly span: Span; readonly fixes: readonly Fix[] } | undefined {
  const { offset, inferred, core } = time;
  if (offset === undefined || known === undefined || span.start !== core.start) return undefined;
  const base =
    inferred?.event === undefined
      ? ask((whole, part) => originOf(time, whole.timesAt(part, inferred?.origin ?? NOWHERE)))
      : knowledge.events.get(inferred.event)?.date;
  const right = base && writeOffset(slice(text, core), offset, base, known);
  if (right === undefined) return undefined;
  const start = core.start + right.start;
  const fixes = right.instead.map((newText) => ({ newText, safe: false }));
  return { span: { start, end: start + right.written.length }, fixes };
}

const NOWHERE = { start: -1, end: -1 };

function originOf(time: TimeMention, there: readonly TimeMention[]): TimeValue | undefined {
  return there.find((other) => other !== time)?.value;
}

/** The known date in the writer's own form; a counted date ("three weeks later") can only be rewritten by the writer. */
function fixesFor({ time, known, span, eventSpan }: EventDateStatement): readonly Fix[] {
  if (known === undefined || time.offset !== undefined) return [];
  // "4 August of that year" keeps its last words, if that year is right.
  if (time.relative !== undefined && (time.stated.month === undefined || !isSameYear(known, time.value)))
    return [];
  const written = writeTime(known, time);
  const replacesAll = time.core.start === span.start && time.core.end === span.end;
  if (written === undefined || !replacesAll) return [];
  const newText = time.approximate === true ? written : hedged(written, known, time);
  // "the 12 October talks": no "about" can stand there, and without it the fix would claim more than is known.
  return newText !== written && eventSpan.start === span.end + 1 ? [] : [{ newText, safe: false }];
}
