import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { meaningsOf } from "../../knowledge-base/vocabulary/kinds.ts";
import { agrees } from "../../time/compare.ts";
import { type Lexicon, lexiconOf } from "../lexicon.ts";
import type { CueTrace } from "../trace.ts";
import { anchoredEvents } from "./anchored.ts";
import { objectFits, subjectFits } from "./arguments.ts";
import type { Cue } from "./cues.ts";
import { canTell, isPassive, type Predicate } from "./predicates.ts";
import { agentOf, isSameSide } from "./roles.ts";
import type { Memory } from "./score.ts";
import type { AttachedPlace, Spoken } from "./spoken.ts";

/** The events that a cue's words can mean, without those that its sentence rules out from the start. */
export function candidates(spoken: Spoken, knowledge: Knowledge, memory: Memory, trace?: CueTrace): Event[] {
  const lexicon = lexiconOf(knowledge);
  const all = worthWeighing(ofCue(spoken.cue, knowledge, memory), spoken, knowledge, memory);
  const told = all.filter((event) => isToldByVerb(event, spoken, lexicon));
  return (told.length > 0 ? told : all).filter((event) => {
    const open = mayTell(spoken, event, lexicon, knowledge);
    if (!open) trace?.closed.push({ gate: "ruled-out", event: event.id });
    return open;
  });
}

/** "renewed its ceasefire", of the one that is called the renewed ceasefire. */
function isToldByVerb({ id }: Event, { cue, passage }: Spoken, { nameWords }: Lexicon): boolean {
  const verb = cue.start - 1;
  if (cue.how !== "noun" || passage.tags[verb] !== "verb") return false;
  return nameWords.get(id)?.has(passage.keys[verb]!) === true;
}

/** What a cue's sentence says, as far as it says it of this event: not what was only said to be agreed of a sale. */
export function saidOf(spoken: Spoken, event: Event): Spoken {
  const tells = ({ predicate }: { readonly predicate?: Predicate | undefined }) =>
    predicate === undefined || canTell(predicate, event);
  // Where something was announced, or entered into force, is not where it took place.
  const isThere = ({ predicate }: { readonly predicate?: Predicate | undefined }) =>
    predicate?.aspect !== "announced" && predicate?.aspect !== "inForce";
  const isOfIt = (place: AttachedPlace) => tells(place) && isThere(place);
  const { times, places } = spoken;
  if (times.every(tells) && places.every(isOfIt)) return spoken;
  return { ...spoken, times: times.filter(tells), places: places.filter(isOfIt) };
}

/** "Audley's own bankruptcy filing": a known actor who has nothing to do with the event has it. */
function isOfAnother(
  { cue, passage }: Spoken,
  event: Event,
  lexicon: Lexicon,
  knowledge: Knowledge,
): boolean {
  const owner = passage.names.find(
    ({ from, to }) => from >= cue.start && to < cue.from && passage.keys[to] === "'s",
  );
  if (owner === undefined) return false;
  const related = [
    ...Object.values(event.participants).flat(),
    ...event.place,
    ...event.about,
    ...(lexicon.named.get(event.id) ?? []),
  ];
  const isRelated = ({ id }: { readonly id: Id }) =>
    related.some((other) => isSameSide(knowledge, id, other));
  return (
    agentOf(event, knowledge.vocabulary) === undefined &&
    related.length > 0 &&
    !owner.names.some(isRelated) &&
    cue.how === "name"
  );
}

/** What speaks against an event from the start: another object of the verb, another year in the noun phrase. */
function mayTell(spoken: Spoken, event: Event, lexicon: Lexicon, knowledge: Knowledge): boolean {
  const { cue, passage, times } = spoken;
  if (cue.how === "verb") {
    const own = lexicon.ownWords.get(event.id) ?? [];
    if (!subjectFits(passage, cue, own)) return false;
    const related = [
      ...Object.values(event.participants).flat(),
      ...event.place,
      ...(lexicon.named.get(event.id) ?? []),
    ];
    const words = lexicon.nameWords.get(event.id) ?? new Set<string>();
    // "was elected president": what follows a passive is not its object.
    const passive = isPassive(passage, passage.clauses.all[cue.clause]!, cue.from);
    if (passive && passage.keys[cue.to] !== "for") return true;
    return objectFits(passage, cue, { ids: new Set(related), words, own });
  }
  if (isOfAnother(spoken, event, lexicon, knowledge)) return false;
  if (event.date === undefined || cue.how === "pronoun") return true;
  // "the 1974 elections", "the November talks": a year or month in the noun phrase tells which one, and is not wrong of another.
  const known = event.date;
  return !times.some(
    ({ time, closeness }) =>
      (closeness === "modifier" || (closeness === "phrase" && cue.how === "noun")) &&
      (time.value?.precision === "year" || (cue.how === "noun" && time.value?.precision === "month")) &&
      agrees(time, known) === "no",
  );
}

/** More events of a kind than these are not all weighed. */
const MANY = 50;

function worthWeighing(ids: ReadonlySet<Id>, spoken: Spoken, knowledge: Knowledge, memory: Memory): Event[] {
  const worth = ids.size > MANY ? anchoredEvents(ids, spoken, knowledge, memory) : ids;
  return [...worth].flatMap((id) => knowledge.events.get(id) ?? []);
}

function ofCue(cue: Cue, knowledge: Knowledge, memory: Memory): ReadonlySet<Id> {
  if (cue.inner && memory.before?.isMain !== true) return new Set();
  const before = cue.how === "pronoun" ? memory.before?.event : undefined;
  const own = before === undefined ? cue.events : [...cue.events, before];
  const types = cue.how === "pronoun" && own.length === 0 ? (memory.before?.types ?? []) : cue.types;
  if (types.length === 0) return new Set(own);
  const ofKind = eventsOfTypes(types, knowledge);
  return own.length === 0 ? ofKind : new Set([...own, ...ofKind]);
}

const gathered = new WeakMap<Knowledge, Map<string, ReadonlySet<Id>>>();

/** The events of these types and of those that their words can mean. Gathered once: there may be thousands. */
function eventsOfTypes(types: readonly string[], knowledge: Knowledge): ReadonlySet<Id> {
  let sets = gathered.get(knowledge);
  if (sets === undefined) gathered.set(knowledge, (sets = new Map()));
  const key = types.join("\n");
  let ids = sets.get(key);
  if (ids === undefined) {
    const meant = new Set(types.flatMap((type) => meaningsOf(type, knowledge.vocabulary)));
    const questions = questionsOf(knowledge);
    ids = new Set([...meant].flatMap((type) => questions.idsOfType(type)));
    sets.set(key, ids);
  }
  return ids;
}
