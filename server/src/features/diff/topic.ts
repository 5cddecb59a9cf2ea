import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { numberAt } from "../../reading/numbers/read-number.ts";
import type { EventDateStatement, Statement } from "../../reading/reading.ts";
import { blockAt, type Draft } from "../../text/draft.ts";
import type { Span } from "../../text/span.ts";
import { fold, tokenize } from "../../text/tokens.ts";
import { describeTime, weekdayName } from "../../time/write.ts";
import { wordsOf } from "../cards/event-card.ts";
import { proseIn } from "../fact-sheet/context.ts";
import { eventName } from "../fact-sheet/phrases.ts";
import { nameOf } from "../facts.ts";

/** What may be different of two statements about one thing. */
export type Slot =
  | "date"
  | "place"
  | "participant"
  | "office"
  | "figure"
  | "outcome"
  | "attribution"
  | "quotation"
  | "affiliation"
  | "acronym"
  | "order"
  | "name"
  | "claim";

/** A statement as it is compared: what it is about, and what it says of it. */
export interface Topic {
  readonly slot: Slot;
  /** The same for statements about the same, of which `value` tells what is said. */
  readonly key: string;
  readonly value: string;
  /** "date of the Doha ceasefire". */
  readonly label: string;
  /** The value in words: "18 October 2025". */
  readonly shown: string;
}

/** What a statement is about and says; O(1). */
export function topicOf(statement: Statement, draft: Draft, knowledge: Knowledge): Topic {
  const name = (id: Id) => nameOf(knowledge, id);
  const text = (span: Span) => proseIn(draft, blockAt(draft, span.start), span).trim();
  const words = text(statement.span);
  const topic = (slot: Slot, about: string, label: string, value: string, shown: string): Topic => ({
    ...{ slot, label, value, shown },
    key: `${statement.kind} ${about}`,
  });
  const quoted = (shown: string) => `“${shown}”`;
  const spoken = (slot: Slot, about: string, label: string) =>
    topic(slot, about, label, wording(words), quoted(words));
  switch (statement.kind) {
    case "event-date":
      return dateTopic(statement, words, knowledge, topic);
    case "event-place": {
      const place = statement.place === undefined ? text(statement.placeSpan ?? statement.span) : "";
      const shown = statement.place === undefined ? place : name(statement.place);
      const label = `place of ${eventName(statement.event, knowledge)}`;
      return topic("place", statement.event, label, statement.place ?? wording(place), shown);
    }
    case "event-participant": {
      const { event, role, participant } = statement;
      const title = knowledge.vocabulary.participantRoles[role]?.titles[0] ?? wordsOf(role);
      const label = `${title} of ${eventName(event, knowledge)}`;
      return topic("participant", `${event} ${role}`, label, participant, name(participant));
    }
    case "event-outcome": {
      const { event, outcome } = statement;
      return topic("outcome", event, `outcome of ${eventName(event, knowledge)}`, outcome, wordsOf(outcome));
    }
    case "event-order": {
      const { event, other, order } = statement;
      const isFirst = event < other;
      const [one, two] = isFirst ? [event, other] : [other, event];
      const before = (order === "before") === isFirst;
      const label = `order of ${eventName(one, knowledge)} and ${eventName(two, knowledge)}`;
      return topic(
        "order",
        `${one} ${two}`,
        label,
        String(before),
        before ? "in this order" : "the other way",
      );
    }
    case "event-name":
      return spoken("name", statement.event, `name of ${eventName(statement.event, knowledge)}`);
    case "office": {
      const { person, title, of, at } = statement;
      const body = of === undefined || title.includes(name(of)) ? "" : ` of ${name(of)}`;
      const time = at === undefined ? "" : ` (${describeTime(at)})`;
      const value = `${wording(title)} ${of ?? ""} ${at?.edtf ?? ""}`;
      return topic("office", person, `office of ${name(person)}`, value, `${title}${body}${time}`);
    }
    case "figure":
      return topic("figure", statement.figure, name(statement.figure), amount(words), words);
    case "acronym": {
      const { short, longSpan } = statement;
      const long = text(longSpan);
      return topic("acronym", short, `meaning of ${short}`, wording(long), quoted(long));
    }
    case "affiliation": {
      const { actor, body } = statement;
      return topic("affiliation", actor, `affiliation of ${name(actor)}`, body, name(body));
    }
    case "confusion": {
      const { actor, meant } = statement;
      return topic("name", `${meant} ${actor}`, `name of ${name(meant)}`, actor, name(actor));
    }
    case "claim": {
      const value = statement.verdict === "contradicted" ? "denied" : "stated";
      return topic("claim", statement.claim, claimLabel(statement.claim, knowledge), value, value);
    }
    case "attribution": {
      const value = statement.wrong ?? "attributed";
      const label = `attribution of ${claimLabel(statement.claim, knowledge)}`;
      return topic("attribution", statement.claim, label, value, TOLD[value]);
    }
    case "quotation": {
      const { source, verdict, wrong, words: original } = statement;
      const title = knowledge.sources.get(source)?.title ?? source;
      const value = verdict === "contradicted" ? `${wrong} ${wording(words)}` : "";
      const about = `${source} ${wording(original)}`;
      return topic("quotation", about, `quotation from “${title}”`, value, quoted(words));
    }
    case "uncovered":
      return spoken("claim", `${statement.about} ${statement.how}`, `statement on ${name(statement.about)}`);
    case "weekday": {
      const { weekday, day } = statement;
      const shown = weekdayName(weekday);
      return topic("date", String(day), `weekday of ${statement.time.text}`, String(weekday), shown);
    }
    case "calendar":
      return spoken("date", wording(words), `date ${quoted(words)}`);
  }
}

/** How a claim is told. */
const TOLD = {
  attributed: "told as somebody's",
  plain: "told plainly",
  certain: "told as certain",
  mouth: "put in another mouth",
} as const;

function dateTopic(
  { event, aspect, time }: EventDateStatement,
  words: string,
  knowledge: Knowledge,
  topic: (slot: Slot, about: string, label: string, value: string, shown: string) => Topic,
): Topic {
  const value = time.nominal ?? time.value;
  const stage = aspect === "whole" ? undefined : aspect;
  const what = stage === undefined ? "date" : ASPECTS[stage];
  const label = `${what} of ${eventName(event, knowledge)}`;
  const shown = value === undefined ? words : describeTime(value);
  return topic("date", `${event} ${stage ?? ""}`, label, value?.edtf ?? wording(words), shown);
}

const ASPECTS: Readonly<Record<"begin" | "end" | "announced" | "inForce" | "outcome", string>> = {
  begin: "beginning",
  end: "end",
  announced: "announcement",
  inForce: "entry into force",
  outcome: "outcome",
};

function claimLabel(id: Id, knowledge: Knowledge): string {
  return `“${nameOf(knowledge, id).replace(/\.$/, "")}”`;
}

/** What makes two wordings the same: letters and digits. */
function wording(text: string): string {
  return fold(text.replace(/[^\p{L}\p{N}]+/gu, " ").trim());
}

/** "12,000", "12000" and "twelve thousand" are one amount. */
function amount(words: string): string {
  const tokens = tokenize(words);
  const parts: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const number = numberAt(tokens, at);
    parts.push(number === undefined ? wording(tokens[at]!.text) : String(number.value));
    at = number?.to ?? at + 1;
  }
  return parts.filter((part) => part !== "").join(" ");
}
