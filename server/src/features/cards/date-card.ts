import type { Event, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { slice } from "../../text/span.ts";
import { weekdayOf } from "../../time/calendar.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import { describeTime, weekdayName } from "../../time/write.ts";
import type { Snapshot } from "../draft/snapshot.ts";
import { originText } from "./date-origin.ts";
import { capital, eventLine } from "./event-card.ts";
import { bold, list, paragraphs, plain } from "./markdown.ts";

const MOST_EVENTS = 5;

/** What a date comes to, why, and which known events fall on it. */
export function dateCard(mention: TimeMention, snapshot: Snapshot): string {
  const { value, problem } = mention;
  const words = slice(snapshot.draft.text, mention.span);
  if (problem !== undefined) return paragraphs(bold(words), plain(problem));
  if (value === undefined) return paragraphs(bold(words), reasonOfSilence(mention));
  const events = eventsWithin(value, snapshot.knowledge);
  return paragraphs(
    bold(capital(dateTitle(letterOf(mention) ?? value))),
    plain(originText(mention, snapshot)),
    letterOf(mention) === undefined ? "" : `Anything from ${describeTime(value)} can be meant.`,
    events.length === 0 ? "No known event falls on it." : list(events.map(eventLine), MOST_EVENTS),
  );
}

/** What "three weeks later" is to the letter, where it may be a little more or less. */
function letterOf({ nominal, value }: TimeMention): TimeValue | undefined {
  return nominal !== undefined && nominal.edtf !== value?.edtf && Number.isFinite(nominal.start)
    ? nominal
    : undefined;
}

/** A date in words, with its weekday if it is a day. */
export function dateTitle(value: TimeValue): string {
  const date = describeTime(value);
  const day = value.precision === "day" && value.start === value.end && !value.approximate;
  return day ? `${weekdayName(weekdayOf(value.start))}, ${date}` : date;
}

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
