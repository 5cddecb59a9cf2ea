import { evidenceOf, listed, onDate, sentenceStart, theEvent, was } from "../../checks/wording.ts";
import type { Event, Evidence, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { Statement } from "../../reading/reading.ts";
import { weekdayOf } from "../../time/calendar.ts";
import { describeTime, weekdayName } from "../../time/write.ts";
import { roleText } from "../cards/actor-card.ts";
import { capital, wordsOf } from "../cards/event-card.ts";
import { amountOf } from "../cards/figure-card.ts";
import { nameOf } from "../facts.ts";

/** What a statement was held against: the fact in a sentence, the entries, and who says so. */
export interface Known {
  /** Empty, where nothing is known. */
  readonly text: string;
  readonly facts: readonly Id[];
  readonly evidence: readonly Evidence[];
}

/** What is known of that which a statement is about, no more of it than it is about. */
export function knownFor(statement: Statement, knowledge: Knowledge): Known {
  const facts = factsBehind(statement).filter((id) => questionsOf(knowledge).fact(id) !== undefined);
  const text = sentenceFor(statement, knowledge);
  if (statement.kind === "quotation")
    return { text, facts, evidence: [{ source: statement.source, quote: statement.words }] };
  // Of what is not known, nobody says so.
  if (text === "") return { text, facts, evidence: [] };
  const entries = facts.flatMap((id) => questionsOf(knowledge).fact(id) ?? []);
  return { text, facts, evidence: evidenceOf(entries, text.split(" ")) };
}

function factsBehind(statement: Statement): readonly Id[] {
  switch (statement.kind) {
    case "event-order":
    case "event-name":
      return [statement.event, statement.other];
    case "event-date":
    case "event-place":
    case "event-participant":
    case "event-outcome":
      return [statement.event];
    case "office":
      return [statement.person];
    case "figure":
      return [statement.figure];
    case "acronym":
      return statement.entity === undefined ? [] : [statement.entity];
    case "affiliation":
      return [statement.actor];
    case "confusion":
      return [statement.meant, ...statement.facts];
    case "claim":
    case "attribution":
      return [statement.claim];
    case "uncovered":
      return [statement.about];
    default:
      return [];
  }
}

function sentenceFor(statement: Statement, knowledge: Knowledge): string {
  const { events, entities, claims, figures } = knowledge;
  const told = (event: Id, what: (event: Event) => string) => {
    const known = events.get(event);
    return known === undefined ? "" : what(known);
  };
  switch (statement.kind) {
    case "event-date": {
      const date = statement.known;
      return told(statement.event, (event) => dateOf(event, date ?? event.date));
    }
    case "event-place":
      return told(statement.event, (event) => placeOf(event, knowledge));
    case "event-participant":
      return told(statement.event, (event) => partsIn(event, statement.role, knowledge));
    case "event-outcome":
      return told(statement.event, (event) =>
        event.outcome === undefined ? "" : `The outcome of ${theEvent(event)}: ${wordsOf(event.outcome)}.`,
      );
    case "event-order":
      return [statement.event, statement.other]
        .map((id) => told(id, (event) => dateOf(event, event.date)))
        .join(" ")
        .trim();
    case "event-name":
      return told(statement.event, (event) => dateOf(event, event.date) || `${event.name}.`);
    case "office": {
      const roles = entities.get(statement.person)?.roles ?? [];
      const known = roles.map((role) => roleText(role, knowledge));
      return known.length === 0 ? "" : `${nameOf(knowledge, statement.person)}: ${known.join("; ")}.`;
    }
    case "figure": {
      const figure = figures.get(statement.figure);
      if (figure === undefined) return "";
      const time = figure.asOf === undefined ? "" : ` (${describeTime(figure.asOf)})`;
      return `${capital(figure.label)}: ${amountOf(figure)}${time}.`;
    }
    case "acronym": {
      const entity = statement.entity === undefined ? undefined : entities.get(statement.entity);
      if (entity === undefined) return "";
      const short = entity.abbreviations.join(", ");
      return short === "" ? `${entity.name}.` : `${entity.name}: ${short}.`;
    }
    case "affiliation":
      return belongingsOf(statement.actor, knowledge);
    case "confusion":
      return `${nameOf(knowledge, statement.meant)} is known for this.`;
    case "claim":
      return claims.get(statement.claim)?.statement ?? "";
    case "attribution":
      return claimText(statement.claim, knowledge);
    case "quotation":
      return `The source has: “${statement.words.replace(/\s+/g, " ")}”.`;
    case "weekday":
      return `It is a ${weekdayName(weekdayOf(statement.day))}.`;
    case "calendar":
      return statement.time?.problem ?? "";
    default:
      return "";
  }
}

function dateOf(event: Event, date: Event["date"]): string {
  return date === undefined ? "" : `${sentenceStart(theEvent(event))} ${was(event)} ${onDate(date)}.`;
}

function placeOf(event: Event, knowledge: Knowledge): string {
  const places = event.place.map((id) => nameOf(knowledge, id));
  return places.length === 0 ? "" : `${sentenceStart(theEvent(event))} ${was(event)} in ${listed(places)}.`;
}

function partsIn(event: Event, role: string, knowledge: Knowledge): string {
  const names = (event.participants[role] ?? []).map((id) => nameOf(knowledge, id));
  const title = knowledge.vocabulary.participantRoles[role]?.titles[0] ?? wordsOf(role);
  return names.length === 0 ? "" : `${capital(title)} of ${theEvent(event)}: ${listed(names)}.`;
}

function belongingsOf(actor: Id, knowledge: Knowledge): string {
  const { name = actor, country = [], memberOf = [], partOf } = knowledge.entities.get(actor) ?? {};
  const bodies = [...country, ...memberOf].map(({ of }) => of);
  const names = [...bodies, ...(partOf === undefined ? [] : [partOf])].map((id) => nameOf(knowledge, id));
  return names.length === 0 ? "" : `${name} belongs to ${listed(names)}.`;
}

function claimText(id: Id, knowledge: Knowledge): string {
  const claim = knowledge.claims.get(id);
  if (claim === undefined) return "";
  const names = (ids: readonly Id[]) => listed(ids.map((each) => nameOf(knowledge, each)));
  const by = claim.attributedTo.length === 0 ? "" : ` by ${names(claim.attributedTo)}`;
  const denied = claim.deniedBy.length === 0 ? "" : `, denied by ${names(claim.deniedBy)}`;
  const status = claim.status === "established" ? "Known" : capital(claim.status);
  return `${status}${by}${denied}: ${claim.statement}`;
}
