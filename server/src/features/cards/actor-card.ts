import type { Dated, Entity, Event, Knowledge, Role } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { describeTime } from "../../time/write.ts";
import { nameOf } from "../facts.ts";
import { eventLine, otherNames } from "./event-card.ts";
import { bold, labelled, lines, list, namesText, paragraphs, plain, under } from "./markdown.ts";
import { baseNote, sourcesOf } from "./sources.ts";

const LATEST = 3;

/**
 * An actor's background: names, offices, relations, the latest events, on whose word. `remark` is what is to be said
 * of the form by which the draft names it.
 */
export function actorCard(actor: Entity, knowledge: Knowledge, remark = ""): string {
  const names = (ids: readonly string[]) => namesText(ids.map((id) => nameOf(knowledge, id)));
  const dated = (all: readonly Dated[]) => all.map((one) => datedText(one, knowledge)).join(", ");
  return paragraphs(
    `${bold(actor.name)} · ${[actor.type, dated(actor.country)].filter((part) => part !== "").join(", ")}`,
    remark,
    lines(
      ...actor.roles.map((role) => officeText(role, knowledge)),
      labelled("Also", otherNames(actor)),
      labelled("Member of", dated(actor.memberOf)),
      labelled("Part of", actor.partOf === undefined ? "" : names([actor.partOf])),
      labelled("Formerly", actor.formerly === undefined ? "" : names([actor.formerly])),
      labelled("Existed", actor.exists === undefined ? "" : describeTime(actor.exists)),
      labelled("Not to be confused with", names(actor.distinctFrom)),
    ),
    plain(actor.description ?? ""),
    under("Latest events", list(latestEvents(actor, knowledge).map(eventLine), LATEST)),
    sourcesOf(knowledge, actor.evidence),
    baseNote(knowledge, actor),
  );
}

/** “Information Minister of Pakistan, since March 2024”. */
export function officeText(role: Role, knowledge: Knowledge): string {
  return plain(officeWords(role, knowledge));
}

/** The same without markup. */
export function officeWords(role: Role, knowledge: Knowledge): string {
  const acting = role.acting ? "acting " : "";
  const office = `${acting}${role.title} of ${nameOf(knowledge, role.of)}`;
  return role.during === undefined ? office : `${office}, ${describeTime(role.during)}`;
}

function datedText({ of, during }: Dated, knowledge: Knowledge): string {
  const name = plain(nameOf(knowledge, of));
  return during === undefined ? name : `${name} (${describeTime(during)})`;
}

/** The dated events that it took part in, was the place of, or was concerned by; the latest first. */
function latestEvents({ id }: Entity, knowledge: Knowledge): Event[] {
  const dated = questionsOf(knowledge)
    .eventsInvolving(id)
    .filter(({ date }) => date !== undefined);
  return dated.sort((a, b) => b.date!.start - a.date!.start);
}
