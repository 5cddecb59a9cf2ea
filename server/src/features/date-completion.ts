import type { Event } from "../knowledge-base/knowledge.ts";
import { span } from "../text/span.ts";
import { fold } from "../text/tokens.ts";
import type { TimeValue } from "../time/time.ts";
import { wordsOf } from "./cards/event-card.ts";
import type { Suggestion } from "./completion.ts";
import { dateText } from "./dates.ts";
import type { Snapshot } from "./snapshot.ts";

/** How far back, in UTF-16 code units, an event may be to which a date is being given. */
const FARTHEST = 300;
const SENTENCE_END = /[.!?]["”’)\]]*\s|\n\s*(?:\n|[-*+#>|]|\d+[.)]\s)/;
/** The words after which a date is expected, and what of the date is already typed. */
const EXPECTED =
  /(?:(?:^|\s)(?:of|on|in|from|since|until|by|dated|for)\s+|[,(]\s*)(?<typed>[\p{L}\p{N}][^\n,;()]{0,30})?$/iu;

/** The dates of the event that the sentence last named, in the draft's own style, where a date may now stand. */
export function dateSuggestions({ draft, knowledge, reading }: Snapshot, offset: number): Suggestion[] {
  const mention = reading.events.findLast(({ span }) => span.end <= offset);
  if (mention === undefined || offset - mention.span.end > FARTHEST) return [];
  const between = draft.text.slice(mention.span.end, offset);
  const expected = SENTENCE_END.test(between) ? null : EXPECTED.exec(between);
  const event = knowledge.events.get(mention.id);
  if (expected === null || event === undefined) return [];
  const typed = expected.groups?.typed ?? "";
  return datesOf(event)
    .map(({ label, date }) => ({ label: dateText(date), detail: label, id: event.id }))
    .filter(({ label }) => fold(label).startsWith(fold(typed)))
    .map((date) => ({
      ...date,
      kind: "date",
      typed: date.label,
      replaced: span(offset - typed.length, offset),
    }));
}

function datesOf(event: Event): { label: string; date: TimeValue }[] {
  const stages = Object.entries(event.stages).map(([stage, date]) => ({
    label: `${event.name}, ${wordsOf(stage)}`,
    date,
  }));
  return event.date === undefined ? stages : [{ label: event.name, date: event.date }, ...stages];
}
