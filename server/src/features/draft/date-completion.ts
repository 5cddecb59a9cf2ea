import type { Event } from "../../knowledge-base/knowledge.ts";
import { readingAround } from "../../reading/lists.ts";
import type { Reading } from "../../reading/reading.ts";
import { span } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import { hedged, writeInStyle, writeTime } from "../../time/write.ts";
import { wordsOf } from "../cards/event-card.ts";
import type { Suggestion } from "./completion.ts";
import type { Snapshot } from "./snapshot.ts";

/** How far back, in UTF-16 code units, an event may be to which a date is being given. */
const FARTHEST = 300;
const SENTENCE_END = /[.!?]["”’)\]]*\s|\n\s*(?:\n|[-*+#>|]|\d+[.)]\s)/;
/** The words after which a date is expected. */
const EXPECTED = /(?:(?:^|\s)(?:of|on|in|from|since|until|by|dated|for)\s+|[,(]\s*)$/i;

/** The dates of the event that the sentence last named, in the draft's own style, where a date may now stand. */
export function dateSuggestions(snapshot: Snapshot, offset: number): Suggestion[] {
  const { draft, knowledge, reading, dateStyle } = snapshot;
  const { events } = readingAround(reading, span(offset - FARTHEST, offset));
  const mention = events.findLast(({ span }) => span.end <= offset);
  if (mention === undefined || offset - mention.span.end > FARTHEST) return [];
  const between = draft.text.slice(mention.span.end, offset);
  const event = knowledge.events.get(mention.id);
  if (event === undefined || SENTENCE_END.test(between)) return [];
  const like = modelFor(reading, offset);
  return datesOf(event).flatMap(({ about, date }) => {
    const written = like && writeTime(date, like);
    const label = (written && hedged(written, date, like)) ?? writeInStyle(date, dateStyle);
    // Who types "25" is offered "about 25 October" as well.
    const begun = [label, label.replace(/^about /, "")].map((form) => ({
      form,
      typed: typedOf(form, between),
    }));
    const match = begun.find(({ typed }) => typed !== undefined);
    if (match?.typed === undefined) return [];
    return {
      kind: "date",
      id: event.id,
      label,
      about,
      background: "",
      typed: match.form,
      replaced: span(offset - match.typed.length, offset),
    };
  });
}

/** The full date, with day and year, that stands next before the cursor, or else first in the draft: its form is taken over. */
export function modelFor({ times }: Reading, offset: number): TimeMention | undefined {
  const full = times.filter(
    ({ stated, statedEnd, problem }) =>
      stated.day !== undefined &&
      stated.year !== undefined &&
      statedEnd === undefined &&
      problem === undefined,
  );
  return full.findLast(({ span }) => span.end < offset) ?? full[0];
}

/** What of a date is typed already, or undefined where none is expected or another one is being typed. */
function typedOf(date: string, before: string): string | undefined {
  const begins = Array.from(before.matchAll(/(?<=[\s(,])[^\s(,]|$/g), ({ index }) => index);
  const begin = begins.find(
    (at) => fold(date).startsWith(fold(before.slice(at))) && EXPECTED.test(before.slice(0, at)),
  );
  return begin === undefined ? undefined : before.slice(begin);
}

/** The event's date and those of its steps, each date once. */
function datesOf(event: Event): { about: string; date: TimeValue }[] {
  const dates = new Map<string, { about: string; date: TimeValue }>();
  if (event.date !== undefined) dates.set(event.date.edtf, { about: event.name, date: event.date });
  for (const [stage, date] of Object.entries(event.stages)) {
    if (!dates.has(date.edtf)) dates.set(date.edtf, { about: `${event.name}, ${wordsOf(stage)}`, date });
  }
  return [...dates.values()];
}
