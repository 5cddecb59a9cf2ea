import { type Numbered, numberedKeys } from "../../knowledge-base/computed-map.ts";
import { type GroupTable, groupTable } from "../../knowledge-base/group-table.ts";
import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { PACE, tableOf } from "../../knowledge-base/tables.ts";
import { eventNames } from "../event-names.ts";
import { nameIndex } from "../names/name-index.ts";
import type { Memory } from "./score.ts";
import type { Spoken } from "./spoken.ts";

/** A date may be meant loosely, or be that of a stage: so far beside it, in days, an event is still looked at. */
const MARGIN = 800;

/**
 * Of events that words can mean by their kind, those for which anything else in the sentence may speak: an actor, a place,
 * a word of its name, a date, an earlier mention. The others could never be linked (two anchors are needed); where a
 * knowledge base has thousands of a kind, they need not be weighed. Never one too few, now and then one too many.
 */
export function anchoredEvents(
  ids: ReadonlySet<Id>,
  spoken: Spoken,
  knowledge: Knowledge,
  memory: Memory,
): ReadonlySet<Id> {
  const anchors = anchorsOf(knowledge);
  const found = new Set<Id>();
  const take = (events: Iterable<Id> | undefined) => {
    for (const id of events ?? []) if (ids.has(id)) found.add(id);
  };
  for (const id of actorsIn(spoken)) {
    take(anchors.ofActor(id));
    for (const other of beyond(id, knowledge)) take(anchors.ofActor(other));
    if (knowledge.entities.get(id)?.type === "country") take(anchors.of(LOST));
  }
  for (const key of spoken.passage.keys) take(anchors.ofWord(key));
  for (const { value } of [...spoken.around, ...spoken.times.map(({ time }) => time)]) {
    if (value === undefined) continue;
    const around = { start: value.start - MARGIN, end: value.end + MARGIN };
    take(
      questionsOf(knowledge)
        .eventsOn(around)
        .map(({ id }) => id),
    );
  }
  take(anchors.of(STAGED));
  const last = memory.lastOf(typesOf(ids, knowledge))?.event;
  take([last, memory.before?.event].filter((id) => id !== undefined));
  return found;
}

const typesOfSets = new WeakMap<ReadonlySet<Id>, ReadonlySet<string>>();

/** The types of events, none of which is looked at; of the same set, gathered once. */
function typesOf(ids: ReadonlySet<Id>, knowledge: Knowledge): ReadonlySet<string> {
  let types = typesOfSets.get(ids);
  if (types === undefined) {
    const questions = questionsOf(knowledge);
    const isAmong = (type: string) => questions.idsOfType(type).some((id) => ids.has(id));
    types = new Set(questions.eventTypes.filter(isAmong));
    typesOfSets.set(ids, types);
  }
  return types;
}

/** Everybody and every place that the sentence names, by whatever form. */
function actorsIn({ passage, subject, fillers, places }: Spoken): Set<Id> {
  return new Set([
    ...passage.names.flatMap(({ names }) => names.map(({ id }) => id)),
    ...passage.eventNames.flatMap(({ names }) => names.map(({ id }) => id)),
    ...(subject === undefined ? [] : [subject]),
    ...fillers.flatMap(({ ids }) => ids),
    ...places.flatMap(({ ids, capitalOf }) => (capitalOf === undefined ? ids : [...ids, capitalOf])),
  ]);
}

/**
 * The events that each thing speaks for: an actor or a place that has to do with it, or to which one of these belongs or in
 * which it lies; a word of its names; and those for which more may speak than can be looked up.
 */
export const ANCHORS = groupTable("anchors of events", function* (knowledge, add) {
  const names = nameIndex(knowledge);
  let number = 0;
  for (const event of knowledge.events.values()) {
    const { named, nameWords, tellingWords, ownWords } = eventNames(event, names);
    const related = [...Object.values(event.participants).flat(), ...event.place, ...event.about, ...named];
    const all = new Set(related.flatMap((one) => [one, ...beyond(one, knowledge)]));
    for (const one of all) add(actorKey(one), number);
    const words = [
      ...nameWords,
      ...tellingWords,
      ...ownWords.flatMap((own) => [...own.proper, ...own.common]),
    ];
    for (const word of new Set(words)) add(wordKey(word), number);
    if (event.place.some((place) => isLost(place, knowledge))) add(LOST, number);
    if (isFarStaged(event)) add(STAGED, number);
    if (++number % PACE === 0) yield;
  }
});

const actorKey = (id: Id) => `actor ${id}`;
const wordKey = (word: string) => `word ${word}`;
/** Those in places of which no country is known: they may lie in any. */
const LOST = "lost";
/** Those with stages far from their date. */
const STAGED = "staged";

const known = new WeakMap<Knowledge, Anchors>();

function anchorsOf(knowledge: Knowledge): Anchors {
  let anchors = known.get(knowledge);
  if (anchors === undefined) known.set(knowledge, (anchors = new Anchors(knowledge)));
  return anchors;
}

/** More words than these are not remembered. */
const MOST_WORDS = 20_000;

/** What the table of anchors says, as ids; remembered, because drafts speak of the same things again and again. */
class Anchors {
  readonly #table: GroupTable;
  readonly #events: Numbered<Id>;
  readonly #ofActor = new Map<Id, readonly Id[]>();
  readonly #ofWord = new Map<string, readonly Id[]>();

  constructor(knowledge: Knowledge) {
    this.#table = tableOf(ANCHORS, knowledge);
    this.#events = numberedKeys(knowledge.events);
  }

  ofActor(id: Id): readonly Id[] {
    let events = this.#ofActor.get(id);
    if (events === undefined) this.#ofActor.set(id, (events = this.of(actorKey(id))));
    return events;
  }

  ofWord(word: string): readonly Id[] {
    let events = this.#ofWord.get(word);
    if (this.#ofWord.size > MOST_WORDS) this.#ofWord.clear();
    if (events === undefined) this.#ofWord.set(word, (events = this.of(wordKey(word))));
    return events;
  }

  of(key: string): readonly Id[] {
    return Array.from(this.#table.of(key), (number) => this.#events.at(number)!);
  }
}

/** What an actor belongs to, and what a place lies in. */
function beyond(id: Id, knowledge: Knowledge): Set<Id> {
  const entity = knowledge.entities.get(id);
  const bodies = [...(entity?.country ?? []), ...(entity?.memberOf ?? []), ...(entity?.roles ?? [])];
  const others = [...bodies.map(({ of }) => of), entity?.partOf, entity?.formerly];
  return new Set([
    ...others.filter((other) => other !== undefined),
    ...questionsOf(knowledge).placesAround(id),
  ]);
}

function isLost(place: Id, knowledge: Knowledge): boolean {
  const around = [...questionsOf(knowledge).placesAround(place)];
  return !around.some((outer) => knowledge.entities.get(outer)?.type === "country");
}

function isFarStaged({ date, stages }: Event): boolean {
  const all = Object.values(stages);
  if (all.length === 0) return false;
  return (
    date === undefined || all.some(({ start, end }) => end < date.start - MARGIN || start > date.end + MARGIN)
  );
}
