import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { Interval } from "../../time/time.ts";
import { anchorsOf, beyond, LOST, MARGIN, STAGED } from "./anchors.ts";
import type { Memory } from "./score.ts";
import type { Spoken } from "./spoken.ts";

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
    const around = new Interval(value.start - MARGIN, value.end + MARGIN);
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
