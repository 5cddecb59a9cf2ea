import { theEvent } from "../../checks/wording.ts";
import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type {
  EventDateStatement,
  EventParticipantStatement,
  OfficeStatement,
  Statement,
} from "../../reading/reading.ts";
import type { Draft } from "../../text/draft.ts";
import { blockAt } from "../../text/draft.ts";
import type { Span } from "../../text/span.ts";
import { describeTime, weekdayName } from "../../time/write.ts";
import { wordsOf } from "../cards/event-card.ts";
import { nameOf } from "../facts.ts";
import { proseIn } from "./context.ts";

/** What a statement says, in plain words that would follow "the draft": "dates the Doha ceasefire 19 October 2025". */
export function phraseFor(statement: Statement, draft: Draft, knowledge: Knowledge): string {
  const name = (id: Id) => nameOf(knowledge, id);
  const event = (id: Id) => eventName(id, knowledge);
  const text = (span: Span) => proseIn(draft, blockAt(draft, span.start), span).trim();
  const words = `“${text(statement.span)}”`;
  switch (statement.kind) {
    case "event-date":
      return dated(statement, event(statement.event), words);
    case "event-place": {
      const place = statement.place === undefined ? undefined : name(statement.place);
      return `puts ${event(statement.event)} in ${place ?? text(statement.placeSpan ?? statement.span)}`;
    }
    case "event-participant":
      return `names ${name(statement.participant)} as ${partIn(statement, knowledge)}`;
    case "office":
      return `calls ${name(statement.person)} ${officeIn(statement, knowledge)}`;
    case "figure":
      return `gives ${words} for “${name(statement.figure)}”`;
    case "acronym":
      return `takes “${text(statement.shortSpan)}” to stand for “${text(statement.longSpan)}”`;
    case "event-order":
      return `puts ${event(statement.event)} ${statement.order} ${event(statement.other)}`;
    case "affiliation":
      return `counts ${name(statement.actor)} to ${name(statement.body)}`;
    case "confusion":
      return `names ${name(statement.actor)} where ${name(statement.meant)} would fit`;
    case "event-outcome":
      return `tells how ${event(statement.event)} came out: ${words}`;
    case "event-name":
      return `calls ${event(statement.event)} ${words}`;
    case "claim":
      return `${statement.verdict === "contradicted" ? "denies" : "states"} that “${unstopped(name(statement.claim))}”`;
    case "attribution":
      return `tells the ${knowledge.claims.get(statement.claim)?.status ?? "contested"} claim “${unstopped(name(statement.claim))}”`;
    case "quotation":
      return `quotes “${knowledge.sources.get(statement.source)?.title ?? statement.source}”`;
    case "uncovered":
      return `says something of ${name(statement.about)}${statement.how === "dated" ? `, dated ${words}` : " as its own claim"}`;
    case "weekday":
      return `calls ${statement.time.text.replace(/^\p{L}+,? (?=.*\d)/u, "")} a ${weekdayName(statement.weekday)}`;
    case "calendar":
      return `gives the date ${words}`;
  }
}

/** An event's name with its article; its id, where the entry was lost. */
export function eventName(id: Id, { events }: Knowledge): string {
  const event = events.get(id);
  return event === undefined ? id : theEvent(event);
}

function dated({ time, aspect, kind: _, ...rest }: EventDateStatement, event: string, words: string): string {
  const counted = time.offset !== undefined || time.relative !== undefined || rest.beside !== undefined;
  const isDay = time.value?.precision === "day" && !time.value.range;
  const plain = counted ? words : isDay ? time.text : `to ${time.text}`;
  const inferred = (counted || time.inferred !== undefined) && time.value !== undefined;
  const date = `${time.approximate === true && !counted && isDay ? "about " : ""}${plain}${inferred ? ` (${describeTime(time.nominal ?? time.value!)})` : ""}`;
  switch (aspect) {
    case "begin":
      return `dates the beginning of ${event} ${date}`;
    case "end":
      return `dates the end of ${event} ${date}`;
    case "announced":
      return `dates the announcement of ${event} ${date}`;
    case "inForce":
      return `has ${event} in force from ${date}`;
    default:
      return `dates ${event} ${date}`;
  }
}

function partIn({ role, event }: EventParticipantStatement, knowledge: Knowledge): string {
  const title = knowledge.vocabulary.participantRoles[role]?.titles[0] ?? wordsOf(role);
  return `${title} of ${eventName(event, knowledge)}`;
}

function officeIn({ title, of, at }: OfficeStatement, knowledge: Knowledge): string {
  const owner = of === undefined ? undefined : nameOf(knowledge, of);
  const body = owner === undefined || title.includes(owner) ? "" : ` of ${owner}`;
  return `${title}${body}${at === undefined ? "" : ` (${describeTime(at)})`}`;
}

/** A statement as part of a longer sentence. */
function unstopped(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
