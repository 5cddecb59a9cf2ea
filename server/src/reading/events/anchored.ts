import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { lexiconOf } from "../lexicon.ts";
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
  const index = indexOf(knowledge);
  const found = new Set<Id>();
  const take = (events: Iterable<Id> | undefined) => {
    for (const id of events ?? []) if (ids.has(id)) found.add(id);
  };
  for (const id of actorsIn(spoken)) {
    take(index.byActor.get(id));
    for (const other of beyond(id, knowledge)) take(index.byActor.get(other));
    if (knowledge.entities.get(id)?.type === "country") take(index.lost);
  }
  for (const key of spoken.passage.keys) take(index.byWord.get(key));
  for (const { value } of [...spoken.around, ...spoken.times.map(({ time }) => time)]) {
    if (value === undefined) continue;
    const around = { start: value.start - MARGIN, end: value.end + MARGIN };
    take(
      questionsOf(knowledge)
        .eventsOn(around)
        .map(({ id }) => id),
    );
  }
  take(index.staged);
  const last = memory.lastOf(typesOf(ids, knowledge))?.event;
  take([last, memory.before?.event].filter((id) => id !== undefined));
  return found;
}

const typesOfSets = new WeakMap<ReadonlySet<Id>, ReadonlySet<string>>();

/** The types of events; of the same set, gathered once. */
function typesOf(ids: ReadonlySet<Id>, { events }: Knowledge): ReadonlySet<string> {
  let types = typesOfSets.get(ids);
  if (types === undefined) {
    types = new Set([...ids].flatMap((id) => events.get(id)?.type ?? []));
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

interface AnchorIndex {
  /** The events that have something to do with an actor or place, or with one that belongs to it or lies in it. */
  readonly byActor: ReadonlyMap<Id, readonly Id[]>;
  /** The events with a word in one of their names. */
  readonly byWord: ReadonlyMap<string, readonly Id[]>;
  /** Those in places of which no country is known: they may lie in any. */
  readonly lost: readonly Id[];
  /** Those with stages far from their date. */
  readonly staged: readonly Id[];
}

const built = new WeakMap<Knowledge, AnchorIndex>();

function indexOf(knowledge: Knowledge): AnchorIndex {
  let index = built.get(knowledge);
  if (index === undefined) built.set(knowledge, (index = build(knowledge)));
  return index;
}

function build(knowledge: Knowledge): AnchorIndex {
  const lexicon = lexiconOf(knowledge);
  const byActor = new Map<Id, Id[]>();
  const byWord = new Map<string, Id[]>();
  const lost: Id[] = [];
  const staged: Id[] = [];
  for (const event of knowledge.events.values()) {
    const { id } = event;
    const related = [
      ...Object.values(event.participants).flat(),
      ...event.place,
      ...event.about,
      ...(lexicon.named.get(id) ?? []),
    ];
    const all = new Set(related.flatMap((one) => [one, ...beyond(one, knowledge)]));
    for (const one of all) addTo(byActor, one, id);
    for (const word of wordsOf(id, knowledge)) addTo(byWord, word, id);
    if (event.place.some((place) => isLost(place, knowledge))) lost.push(id);
    if (isFarStaged(event)) staged.push(id);
  }
  return { byActor, byWord, lost, staged };
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

function wordsOf(id: Id, knowledge: Knowledge): Set<string> {
  const { nameWords, ownWords, tellingWords } = lexiconOf(knowledge);
  return new Set([
    ...(nameWords.get(id) ?? []),
    ...(tellingWords.get(id) ?? []),
    ...(ownWords.get(id) ?? []).flatMap(({ proper, common }) => [...proper, ...common]),
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

function addTo(map: Map<string, Id[]>, key: string, id: Id): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [id]);
  else known.push(id);
}
