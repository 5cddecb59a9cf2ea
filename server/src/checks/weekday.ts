import type { Id, Knowledge } from "../knowledge-base/knowledge.ts";
import { questionsOf } from "../knowledge-base/questions.ts";
import { Mentioned } from "../reading/mentioned.ts";
import type { Verdict, WeekdayStatement } from "../reading/reading.ts";
import type { PartReading } from "../reading/whole.ts";
import { slice } from "../text/span.ts";
import { weekdayOf } from "../time/calendar.ts";
import { timeValue } from "../time/edtf.ts";
import { type Day, Interval, type TimeValue } from "../time/time.ts";
import { describeTime, weekdayName, writeTime, writeWeekday } from "../time/write.ts";
import type { AroundPart, Check, Fix } from "./check.ts";
import { evidenceOf } from "./wording.ts";

export const weekday: Check = {
  id: "weekday",
  title: "A weekday does not fall on its date",
  severity: "warning",
  ofContradicted: true,
  *part(reading, knowledge, { ask }) {
    const verdicts = verdictsIn(reading);
    for (const statement of reading.statements) {
      if (statement.kind !== "weekday" || statement.verdict !== "contradicted") continue;
      const verdict = verdicts.get(statement.time.span.start);
      // What is wrong with the date is said by the check of events' dates.
      if (verdict?.verdict === "contradicted") continue;
      const event = verdict && knowledge.events.get(verdict.event);
      const supported = supportedDay(statement, ask, knowledge);
      const instead = supported === undefined ? undefined : dateFix(statement, supported);
      yield {
        message: messageFor(statement),
        span: statement.span,
        knowledge: event === undefined ? [] : [event.id],
        evidence: event === undefined ? [] : evidenceOf([event], [describeTime(dayValue(statement.day))]),
        fixes: [
          {
            newText: writeWeekday(statement.day, slice(reading.draft.text, statement.span)),
            safe: event !== undefined,
          },
          ...(instead === undefined ? [] : [instead]),
        ],
        related: relatedTo(statement),
      };
    }
  },
};

function messageFor({ day, weekday, time }: WeekdayStatement): string {
  const year = time.inferred === undefined ? "" : ", if that year is meant";
  return `${describeTime(dayValue(day))} is a ${weekdayName(weekdayOf(day))}, not a ${weekdayName(weekday)}${year}.`;
}

function relatedTo({ time: { inferred } }: WeekdayStatement) {
  return inferred?.origin === undefined
    ? []
    : [{ span: inferred.origin, message: "The year comes from here." }];
}

/** What is known of the event that a date is given to, by where the date begins. */
function verdictsIn({ statements }: PartReading): ReadonlyMap<number, { verdict: Verdict; event: Id }> {
  const verdicts = new Map<number, { verdict: Verdict; event: Id }>();
  for (const statement of statements) {
    if (statement.kind !== "event-date" || statement.verdict === "unverified") continue;
    const { start } = statement.time.span;
    if (!verdicts.has(start)) verdicts.set(start, statement);
  }
  return verdicts;
}

/** The day nearest by that has the stated weekday, if the draft gives it elsewhere, or speaks of what happened on it. */
function supportedDay(
  { day, weekday }: WeekdayStatement,
  ask: AroundPart["ask"],
  knowledge: Knowledge,
): Day | undefined {
  const later = day + ((weekday - weekdayOf(day) + 7) % 7);
  const nearest = later - day <= 3 ? later : later - 7;
  const isTold = ask((whole) => {
    const mentioned = whole.follower(Mentioned);
    if (mentioned.statesDay(nearest)) return true;
    const events = questionsOf(knowledge).eventsOn(dayValue(nearest));
    return events.some(({ id, date }) => date?.precision === "day" && mentioned.speaksOf(id));
  });
  return isTold ? nearest : undefined;
}

function dateFix({ time }: WeekdayStatement, day: Day): Fix | undefined {
  if (time.statedEnd !== undefined) return undefined;
  const newText = writeTime(dayValue(day), time);
  return newText === undefined ? undefined : { newText, safe: false, span: time.core };
}

function dayValue(day: Day): TimeValue {
  return timeValue(new Interval(day, day), "day");
}
