import type { Event, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { weekdayOf } from "../../time/calendar.ts";
import type { InferredFrom, TimeMention, TimeValue } from "../../time/time.ts";
import { describeTime } from "../../time/write.ts";
import { eventLine } from "./event-card.ts";
import { bold, list, paragraphs, plain } from "./markdown.ts";

const MOST_EVENTS = 5;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** What a date comes to, why, and which known events fall on it. */
export function dateCard(mention: TimeMention, knowledge: Knowledge): string {
  const { value, problem } = mention;
  if (problem !== undefined) return paragraphs(bold(mention.text), plain(problem));
  if (value === undefined) return paragraphs(bold(mention.text), reasonOfSilence(mention));
  const events = eventsWithin(value, knowledge);
  return paragraphs(
    bold(titleOf(value)),
    reasonOf(mention),
    events.length === 0 ? "No known event falls on it." : list(events.map(eventLine), MOST_EVENTS),
  );
}

function titleOf(value: TimeValue): string {
  const date = describeTime(value);
  const day = value.precision === "day" && value.start === value.end && !value.approximate;
  return day ? `${WEEKDAYS[weekdayOf(value.start) - 1]}, ${date}` : date;
}

function reasonOf({ text, inferred, offset, relative }: TimeMention): string {
  if (inferred === undefined) return "";
  const from = FROM[inferred.from];
  if (inferred.part === "year" && offset === undefined && relative === undefined)
    return `“${plain(text)}” gives no year; it is taken from ${from}.`;
  return `“${plain(text)}” is counted from ${from}.`;
}

const FROM: Readonly<Record<InferredFrom, string>> = {
  "draft-date": "the draft’s date",
  "previous-date": "the date before it",
  heading: "the heading",
  range: "the other end of the range",
  table: "the table",
};

function reasonOfSilence({ offset, relative }: TimeMention): string {
  return offset === undefined && relative === undefined
    ? "Nothing in the draft says which year is meant."
    : "Nothing in the draft says from when this is counted.";
}

/** The events whose date meets the given one: those that lie within it first, in the order of time. */
function eventsWithin(value: TimeValue, knowledge: Knowledge): Event[] {
  const met = questionsOf(knowledge).eventsOn(value);
  const within = ({ date }: Event) => date!.start >= value.start && date!.end <= value.end;
  return [...met.filter(within), ...met.filter((event) => !within(event))];
}
