import { VERDICT_WORDS } from "../pages/verdicts.ts";
import type { Mark } from "./lanes.ts";
import type { Timeline, TimelineItem } from "./timeline.ts";

/** All of an item in a sentence, for those who hear the drawing, and for the list beside it. */
export function spoken(item: TimelineItem): string {
  const { origin, label, when, verdict, note, told } = item;
  const kind =
    origin === "knowledge" ? (told ? "Known event, told by the draft" : "Known event") : "The draft";
  const judged = verdict === undefined ? "" : ` ${VERDICT_WORDS[verdict]}.`;
  const date = label.endsWith(when) ? "" : `, ${when}`;
  return `${kind}: ${label}${date}${doubt(item)}.${judged}${note === "" ? "" : ` ${note}`}`;
}

export function spokenMark({ items }: Mark): string {
  const [first, last] = [items[0]!, items.at(-1)!];
  return items.length === 1
    ? spoken(first)
    : `${items.length} ${first.origin === "knowledge" ? "known events" : "statements"} close together, ${first.when} to ${last.when}. Enter zooms in.`;
}

/** How sure the date is, where it is not: for lists, which show no dashes. */
export function doubt({ margins, uncertain, start, end }: TimelineItem): string {
  const parts = [
    ...(margins === undefined ? [] : ["approximate"]),
    ...(uncertain ? ["uncertain"] : []),
    ...(start === undefined ? ["beginning open"] : []),
    ...(end === undefined ? ["end open"] : []),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** What is on it, in a sentence. */
export function countOf({ items, left }: Timeline): string {
  const events = items.filter(({ origin }) => origin === "knowledge").length;
  const statements = items.length - events;
  const wrong = items.filter(({ verdict }) => verdict === "contradicted").length;
  const counted = `${many(events, "known event")}, ${many(statements, "dated statement")} of the draft`;
  const more =
    left === 0 ? "" : ` ${many(left, "more event")} of the knowledge base lie farther off and are left out.`;
  return `${counted}, ${wrong === 0 ? "none" : wrong} of them contradicted.${more}`;
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
