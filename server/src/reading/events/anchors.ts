import { type Change, GONE } from "../../knowledge-base/change.ts";
import { type Numbered, numberedKeys } from "../../knowledge-base/computed-map.ts";
import { type GroupTable, groupTable } from "../../knowledge-base/group-table.ts";
import type { Entity, Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { NOT_ASCII, namesOf, spellingsOf } from "../../knowledge-base/names/name.ts";
import { RECORD, WORD } from "../../knowledge-base/names/name-table.ts";
import { spellingKeys } from "../../knowledge-base/names/spellings.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { PACE } from "../../knowledge-base/steps.ts";
import { tableOf } from "../../knowledge-base/tables.ts";
import { eventNames } from "../event-names.ts";
import { type NameIndex, nameIndex } from "../names/name-index.ts";

/** A date may be meant loosely, or be that of a stage: so far beside it, in days, an event is still looked at. */
export const MARGIN = 800;

/**
 * The events that each thing speaks for: an actor or a place that has to do with it, or to which one of these belongs or in
 * which it lies; a word of its names; and those for which more may speak than can be looked up.
 */
export const ANCHORS = groupTable({
  name: "anchors of events",
  of: "events",
  *keysOf(knowledge) {
    const names = nameIndex(knowledge);
    return (event) => anchorsIn(event, names, knowledge);
  },
  *alsoChanged(change, table) {
    const changed = yield* changedActors(change);
    const involved = [...changed.keys()].flatMap((id) =>
      Array.from(table.of(actorKey(id)), (old) => change.events.now[old]!),
    );
    const naming = yield* eventsNaming([...changed.values()].flat(), change.after);
    return [...involved.filter((number) => number !== GONE), ...naming];
  },
});

function* anchorsIn(event: Event, names: NameIndex, knowledge: Knowledge): Generator<string> {
  const { named, nameWords, tellingWords, ownWords } = eventNames(event, names);
  const related = [...Object.values(event.participants).flat(), ...event.place, ...event.about, ...named];
  const all = new Set(related);
  for (const one of related) for (const other of beyond(one, knowledge)) all.add(other);
  for (const one of all) yield actorKey(one);
  const words = [...nameWords, ...tellingWords, ...ownWords.flatMap((own) => [...own.proper, ...own.common])];
  for (const word of new Set(words)) yield wordKey(word);
  if (event.place.some((place) => isLost(place, knowledge))) yield LOST;
  if (isFarStaged(event)) yield STAGED;
}

/** The actors, by id, that have come, gone or changed: each as it was and as it is. */
function* changedActors({ before, after, entities }: Change): Generator<undefined, Map<Id, Entity[]>> {
  const changed = new Map<Id, Entity[]>();
  const add = (knowledge: Knowledge, ids: Numbered<Id>, number: number) => {
    const actor = knowledge.entities.get(ids.at(number)!)!;
    changed.set(actor.id, [...(changed.get(actor.id) ?? []), actor]);
  };
  const [olds, news] = [before, after].map((knowledge) => numberedKeys(knowledge.entities));
  for (const [old, number] of entities.now.entries()) if (number === GONE) add(before, olds!, old);
  yield;
  for (const number of entities.fresh) add(after, news!, number);
  return changed;
}

/** The numbers of the events in whose names one of these actors may be named; now and then one too many. */
function* eventsNaming(actors: Iterable<Entity>, knowledge: Knowledge): Generator<undefined, Set<number>> {
  const numbers = new Set<number>();
  const firsts = new Set<string>();
  for (const actor of actors)
    for (const name of namesOf(actor)) {
      firsts.add(name.keys[0]!);
      for (const { spellings } of spellingsOf(name)) for (const key of spellings[0]!) firsts.add(key);
    }
  const names = nameIndex(knowledge);
  /** For each word 1 if it begins a name of theirs, 2 if it does not, 0 until it is asked for. */
  const known = new Uint8Array(names.words.size);
  const begins = (word: number) => {
    if (known[word] === 0) {
      const text = names.words.at(word);
      known[word] = [text, ...spellingKeys(text)].some((key) => firsts.has(key)) ? 1 : 2;
    }
    return known[word] === 1;
  };
  for (let at = 0, steps = 1; at < names.records.length; at = names.end(at), steps++) {
    if (steps % PACE === 0) yield;
    if (names.isEvent(at) && names.wordsAt(at).some((word) => begins(word & WORD)))
      numbers.add(names.records[at + RECORD.entry]! - knowledge.entities.size);
  }
  let number = 0;
  for (const { name, aliases } of knowledge.events.values()) {
    // What letters with accents may be spelt with, the table of names does not tell.
    if ([name, ...aliases].some((text) => NOT_ASCII.test(text))) numbers.add(number);
    if (++number % PACE === 0) yield;
  }
  return numbers;
}

/** An id stands for itself, because there are so many of them; everything else, for no id begins so, has a space before it. */
const actorKey = (id: Id) => id;
const wordKey = (word: string) => ` ${word}`;
/** Those in places of which no country is known: they may lie in any. */
export const LOST = "  lost";
/** Those with stages far from their date. */
export const STAGED = "  staged";

const known = new WeakMap<Knowledge, Anchors>();

export function anchorsOf(knowledge: Knowledge): Anchors {
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

/** What an actor belongs to, and what a place lies in; some of it twice. */
export function* beyond(id: Id, knowledge: Knowledge): Generator<Id> {
  const entity = knowledge.entities.get(id);
  if (entity !== undefined) {
    for (const bodies of [entity.country, entity.memberOf, entity.roles])
      for (const { of } of bodies) yield of;
    if (entity.partOf !== undefined) yield entity.partOf;
    if (entity.formerly !== undefined) yield entity.formerly;
  }
  yield* questionsOf(knowledge).placesAround(id);
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
