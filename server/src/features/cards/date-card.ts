import type { Event, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { slice } from "../../text/span.ts";
import { weekdayOf } from "../../time/calendar.ts";
import type { InferredFrom, Offset, TimeMention, TimeValue } from "../../time/time.ts";
import { describeTime } from "../../time/write.ts";
import type { Snapshot } from "../draft/snapshot.ts";
import { capital, eventLine } from "./event-card.ts";
import { bold, list, paragraphs, plain } from "./markdown.ts";

const MOST_EVENTS = 5;
/** How many UTF-16 code units an event's name may stand behind the beginning of its phrase ("the", "the failed"). */
const NEAR = 30;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** What a date comes to, why, and which known events fall on it. */
export function dateCard(mention: TimeMention, snapshot: Snapshot): string {
  const { value, problem } = mention;
  const words = slice(snapshot.draft.text, mention.span);
  if (problem !== undefined) return paragraphs(bold(words), plain(problem));
  if (value === undefined) return paragraphs(bold(words), reasonOfSilence(mention));
  const events = eventsWithin(value, snapshot.knowledge);
  return paragraphs(
    bold(capital(dateTitle(value))),
    reasonOf(words, mention, snapshot),
    events.length === 0 ? "No known event falls on it." : list(events.map(eventLine), MOST_EVENTS),
  );
}

/** A date in words, with its weekday if it is a day. */
export function dateTitle(value: TimeValue): string {
  const date = describeTime(value);
  const day = value.precision === "day" && value.start === value.end && !value.approximate;
  return day ? `${WEEKDAYS[weekdayOf(value.start) - 1]}, ${date}` : date;
}

/** Where the part that the words do not give comes from; empty where they give all. */
function reasonOf(words: string, { inferred, offset }: TimeMention, snapshot: Snapshot): string {
  const event = inferred === undefined && offset?.from === "phrase" ? anchorOf(offset, snapshot) : undefined;
  if (event?.date !== undefined)
    return `“${plain(words)}” is counted from “${plain(event.name)}”, ${describeTime(event.date)}.`;
  if (inferred === undefined) return "";
  const { date } = snapshot.draft.frontMatter;
  const day = inferred.from === "draft-date" && date !== undefined ? `, ${plain(date)}` : "";
  const from = FROM[inferred.from] + day;
  if (inferred.part === "year") return `“${plain(words)}” gives no year; it is taken from ${from}.`;
  return `“${plain(words)}” is counted from ${from}.`;
}

/** The known event that a distance ("six days after the truce") is counted from. */
function anchorOf({ anchorStart }: Offset, { reading, knowledge }: Snapshot): Event | undefined {
  if (anchorStart === undefined) return undefined;
  const mention = reading.events.find(({ span }) => span.end > anchorStart);
  return mention !== undefined && mention.span.start - anchorStart <= NEAR
    ? knowledge.events.get(mention.id)
    : undefined;
}

const FROM: Readonly<Record<InferredFrom, string>> = {
  "draft-date": "the draft’s date",
  "previous-date": "the date before it",
  heading: "the heading",
  range: "the date beside it",
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
