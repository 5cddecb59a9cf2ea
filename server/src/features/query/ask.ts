import type { Entity, Event, Fact, Knowledge } from "../../knowledge-base/knowledge.ts";
import { nearest } from "../../knowledge-base/nearest.ts";
import { nameFormsOf } from "../../knowledge-base/questions/name-forms.ts";
import type { TenureThen } from "../../knowledge-base/questions/offices.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { read } from "../../reading/read.ts";
import { readDraft } from "../../text/read-draft.ts";
import type { TimeValue } from "../../time/time.ts";
import { namedIn } from "./named-in.ts";

/** What a knowledge base says to a question. At most one of the three has something in it. */
export interface Answer {
  /** Who and what was asked about. */
  readonly entries: readonly Fact[];
  /** Who held an office, the latest first, and whether at that time for sure. */
  readonly offices: readonly TenureThen[];
  /** What happened, in the order of time. */
  readonly events: readonly Event[];
  /** The time that was asked about. */
  readonly on: TimeValue | undefined;
  /** A name that may have been meant, where nothing was found or not for all of the words. */
  readonly meant: string | undefined;
  /** Words that are the name of nothing known. */
  readonly unknown: readonly string[];
}

/**
 * Answers "who is …", "what happened on …", "who was … minister of … in …", or a bare name, date or id. A question is not
 * understood: it is searched for names, offices and dates. Linear in the question, as a rule.
 */
export function ask(question: string, knowledge: Knowledge): Answer {
  const questions = questionsOf(knowledge);
  const none: Answer = { entries: [], offices: [], events: [], on: undefined, meant: undefined, unknown: [] };
  const words = question.trim().replace(/[?!\s]+$/, "");
  const fact = questions.fact(words);
  if (fact !== undefined) return { ...none, entries: [fact] };
  const { entries, titles, unknown } = namedIn(words, knowledge);
  const events = entries.filter((entry) => entry.kind === "event");
  const entities = entries.filter((entry) => entry.kind === "entity");
  const on = dateIn(words, knowledge);
  if (titles.length > 0) {
    const offices = officesOf(titles, entities, on, knowledge);
    if (offices.length > 0) return { ...none, offices, on };
  }
  if (events.length > 0) return { ...none, entries: events };
  if (on !== undefined || ABOUT_EVENTS.test(words)) {
    const found = happened(entities, on, knowledge);
    return { ...none, events: on !== undefined || entities.length > 0 ? found : [], on };
  }
  const meant = unknown.length === 0 ? undefined : nearest(bare(words), namesIn(knowledge));
  return { ...none, entries: entities, meant, unknown };
}

const ABOUT_EVENTS = /^(?:what|which)\b.*\b(?:happen|took place|takes place|occur|event)|^events?\b/i;

function dateIn(words: string, knowledge: Knowledge): TimeValue | undefined {
  const draft = readDraft({ uri: "question:", text: words, format: "plaintext" });
  const work = read(draft, knowledge);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value.times.find(({ value }) => value !== undefined)?.value;
}

/** Of several titles the holders of each; of the bodies that are named, if there are any. */
function officesOf(
  titles: readonly string[],
  bodies: readonly Entity[],
  on: TimeValue | undefined,
  knowledge: Knowledge,
): TenureThen[] {
  const questions = questionsOf(knowledge);
  const places = bodies.filter(({ type }) => type !== "person");
  const filters = places.length === 0 ? [{}] : places.map(({ id }) => ({ of: id, within: true }));
  const held = titles.flatMap((title) =>
    filters.flatMap((filter) => questions.officeHolders(title, { ...filter, on })),
  );
  const startOf = ({ role }: TenureThen) => role.during?.start ?? Number.NEGATIVE_INFINITY;
  return [...new Set(held)].sort((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(b) - startOf(a)));
}

/** The events at a time that all that is named had to do with, or that took place there. */
function happened(entities: readonly Entity[], on: TimeValue | undefined, knowledge: Knowledge): Event[] {
  const questions = questionsOf(knowledge);
  const all = on === undefined ? [...knowledge.events.values()] : questions.eventsOn(on);
  const concerns = (event: Event) => {
    const own = [...Object.values(event.participants).flat(), ...event.about, ...event.place];
    return ({ id }: Entity) => own.includes(id) || event.place.some((place) => questions.isWithin(place, id));
  };
  const found = all.filter((event) => entities.every(concerns(event)));
  const startOf = ({ date }: Event) => date?.start ?? Number.POSITIVE_INFINITY;
  return found.sort((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) - startOf(b)));
}

/** A question without what asks. */
function bare(words: string): string {
  return words
    .replace(/^(?:who|what|when|where|which)\s+(?:is|was|are|were|did|has|had)\s+/i, "")
    .replace(/^(?:the|a|an)\s+/i, "");
}

function* namesIn({ entities, events }: Knowledge): Generator<string> {
  for (const entry of entities.values()) for (const { text } of nameFormsOf(entry)) yield text;
  for (const entry of events.values()) for (const { text } of nameFormsOf(entry)) yield text;
}
