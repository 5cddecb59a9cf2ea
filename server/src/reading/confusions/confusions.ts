import { numberedKeys } from "../../knowledge-base/computed-map.ts";
import { groupTable } from "../../knowledge-base/group-table.ts";
import type { Entity, Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { tableOf } from "../../knowledge-base/tables.ts";
import { nameTokens } from "../../text/name-words.ts";
import type { TimeMention } from "../../time/time.ts";
import type { Passage } from "../grammar/passage.ts";
import { type Lexicon, phraseAt } from "../lexicon.ts";
import type { Name } from "../names/name-index.ts";
import type { NameMatch } from "../names/name-mentions.ts";

/** An actor named where only one that it is easily taken for fits. */
export interface Confusion {
  readonly named: NameMatch;
  readonly actor: Entity;
  /** Who fits. */
  readonly meant: Entity;
  /** What tells so: the words, as tokens, and the facts that they rest on. */
  readonly sign: { readonly from: number; readonly to: number };
  readonly facts: readonly Id[];
}

/** Someone who is named, and whoever is told apart from them. */
interface Suspect {
  readonly passage: Passage;
  readonly named: NameMatch;
  readonly actor: Entity;
  readonly rivals: readonly Entity[];
  /** Those of the rivals that the passage does not name. */
  readonly unnamed: readonly Entity[];
  readonly timeOf: (time: Passage["times"][number]) => TimeMention["value"];
  readonly lexicon: Lexicon;
  readonly knowledge: Knowledge;
}

/** "the A government in K", "A, that is the forum,", "A sent its chairman P", "A faced B at K on the day": what does not fit A. */
export function confusionsIn(
  passage: Passage,
  timeOf: Suspect["timeOf"],
  lexicon: Lexicon,
  knowledge: Knowledge,
): Confusion[] {
  const found: Confusion[] = [];
  for (const named of passage.names) {
    const actor = onlyActor(named, knowledge);
    const rivals = actor === undefined ? [] : rivalsOf(actor, knowledge);
    if (actor === undefined || rivals.length === 0) continue;
    const scope = passage.scopes[named.from];
    if (scope !== undefined && scope !== "negated") continue;
    const unnamed = rivals.filter(
      ({ id }) =>
        !passage.names.some(({ names }) => names.some((name) => name.id === id && name.form !== "metonym")),
    );
    const suspect = { passage, named, actor, rivals, unnamed, timeOf, lexicon, knowledge };
    // Who governs is said by the way: "nobody trusts the A government in K" does not deny it.
    const signs = scope === "negated" ? [governs] : [governs, isCalled, isDescribed, hasOfficer, tookPart];
    for (const sign of signs) {
      const confusion = sign(suspect);
      if (confusion === undefined) continue;
      found.push({ named, actor, ...confusion });
      break;
    }
  }
  return found;
}

type Found = Pick<Confusion, "meant" | "sign" | "facts">;

function onlyActor({ names }: NameMatch, knowledge: Knowledge): Entity | undefined {
  const [{ id, form }] = names as [Name, ...Name[]];
  if (form === "demonym" || form === "metonym" || form === "misnomer") return undefined;
  return names.every((name) => name.id === id) ? knowledge.entities.get(id) : undefined;
}

function rivalsOf(actor: Entity, knowledge: Knowledge): Entity[] {
  const mutual = distinct(knowledge).get(actor.id);
  return mutual === undefined ? [] : [...mutual].flatMap((id) => knowledge.entities.get(id) ?? []);
}

function theOnly([one, ...others]: readonly Entity[]): Entity | undefined {
  return others.length === 0 ? one : undefined;
}

/** The numbers of the actors that say from whom they are to be told apart: few of many. */
export const TOLD_APART = groupTable({
  name: "told apart",
  of: "entities",
  *keysOf() {
    return ({ distinctFrom }) => (distinctFrom.length > 0 ? [ALL] : []);
  },
});

const ALL = "";

const built = new WeakMap<Knowledge, ReadonlyMap<Id, ReadonlySet<Id>>>();

/** Who is told apart from whom, in both directions. */
function distinct(knowledge: Knowledge): ReadonlyMap<Id, ReadonlySet<Id>> {
  let all = built.get(knowledge);
  if (all !== undefined) return all;
  const { entities } = knowledge;
  const ids = numberedKeys(entities);
  const made = new Map<Id, Set<Id>>();
  const add = (a: Id, b: Id) => made.set(a, (made.get(a) ?? new Set()).add(b));
  for (const number of tableOf(TOLD_APART, knowledge).of(ALL)) {
    const { id, distinctFrom } = entities.get(ids.at(number)!)!;
    for (const other of distinctFrom) {
      add(id, other);
      add(other, id);
    }
  }
  built.set(knowledge, (all = made));
  return all;
}

/** "written in May 1902 by the botanist A": by the other one's calling, where the date is that of something that one did. */
function isDescribed({ passage, named, actor, unnamed, timeOf, knowledge }: Suspect): Found | undefined {
  const { keys, tags, times } = passage;
  const at = named.from - 1;
  if (actor.type !== "person" || tags[at] !== "word" || tags[at - 1] !== "det") return undefined;
  const isCalling = (entity: Entity) => {
    const texts = [
      entity.description ?? "",
      ...entity.roles.flatMap(({ title, aliases }) => [title, ...aliases]),
    ];
    return texts.some((text) => nameTokens(text).some(({ key }) => key === keys[at]));
  };
  const days = times.flatMap((time) => timeOf(time) ?? []).filter(({ precision }) => precision !== "year");
  const didThen = ({ id }: Entity) =>
    eventsOf(id, knowledge).find(
      ({ date, participants }) =>
        date !== undefined &&
        days.some((day) => day.start <= date.start && date.end <= day.end) &&
        Object.values(participants).flat().includes(id),
    );
  const isKnown = actor.description !== undefined || actor.roles.length > 0;
  if (!isKnown || isCalling(actor) || didThen(actor) !== undefined) return undefined;
  const meant = theOnly(unnamed.filter((rival) => rival.type === "person" && isCalling(rival)));
  const event = meant && didThen(meant);
  if (event === undefined) return undefined;
  return { meant: meant!, sign: { from: at - 1, to: named.from }, facts: [meant!.id, event.id] };
}

const RULE = /^(?:government|regime|administration|authorities|rulers|cabinet|leadership|rule)$/;

/** "the A government in K", where another one governs from K. */
function governs({ passage, named, actor, unnamed }: Suspect): Found | undefined {
  const { keys, names } = passage;
  if (!RULE.test(keys[named.to] ?? "") || !/^(?:in|of|at)$/.test(keys[named.to + 1] ?? "")) return undefined;
  const seat = names.find(
    ({ from }) => from === named.to + 2 || (keys[named.to + 2] === "the" && from === named.to + 3),
  );
  if (seat === undefined) return undefined;
  const places = seat.names.flatMap(({ id, text }) => [id, text]);
  const rules = ({ metonyms, country, aliases, name }: Entity) =>
    metonyms.some((metonym) => places.includes(metonym)) ||
    (country.some(({ of }) => places.includes(of)) &&
      [name, ...aliases].some((form) => RULE.test(form.split(" ").at(-1)!)));
  const meant = theOnly(unnamed.filter(rules));
  if (meant === undefined || rules(actor)) return undefined;
  return { meant, sign: { from: named.to, to: seat.to }, facts: [meant.id] };
}

/** "the A, that is the forum,": by the noun of the other one's name. */
function isCalled({ passage, named, actor, rivals }: Suspect): Found | undefined {
  const { keys, tokens, tags } = passage;
  let at = named.to;
  if (!/^[,(]$/.test(tokens[at]?.text ?? "")) return undefined;
  at++;
  if (keys[at] === "that" && keys[at + 1] === "is") at += 2;
  else if (keys[at] === "namely") at += 1;
  else if (keys[at] === "i" && keys[at + 2] === "e") at += 4;
  else if (keys[at] === "ie") at += 1;
  else return undefined;
  if (keys[at] === ",") at++;
  if (keys[at] !== "the" || tags[at + 1] !== "word" || !/^[,).;]$/.test(tokens[at + 2]?.text ?? ""))
    return undefined;
  const noun = keys[at + 1]!;
  const has = (entity: Entity) =>
    [entity.name, ...entity.aliases].some((form) => nameTokens(form).some(({ key }) => key === noun));
  const meant = theOnly(rivals.filter(has));
  if (meant === undefined || has(actor)) return undefined;
  return { meant, sign: { from: at, to: at + 2 }, facts: [meant.id] };
}

/** "A sent its chairman P", where P is chairman of the other one. */
function hasOfficer({ passage, named, actor, rivals, lexicon, knowledge }: Suspect): Found | undefined {
  const { keys, tags, names, clauses } = passage;
  for (let its = named.to; its < Math.min(keys.length, named.to + 14); its++) {
    if (keys[its] === ";" || names.some(({ from }) => from === its)) return undefined;
    if (!/^(?:its|their|whose)$/.test(keys[its]!) || clauses.at[its] === undefined) continue;
    const title = phraseAt(lexicon.offices, keys, its + 1);
    const behind = title === undefined ? 0 : its + 1 + title.length;
    const comma = keys[behind] === "," ? 1 : 0;
    const person = title && names.find(({ from }) => from === behind + comma);
    const holder = person && onlyActor(person, knowledge);
    if (holder?.type !== "person" || tags[behind + comma] !== "name") return undefined;
    const bodies = new Set([...holder.roles, ...holder.memberOf].map(({ of }) => of));
    const meant = theOnly(rivals.filter(({ id }) => holder.roles.some((role) => role.of === id)));
    if (meant === undefined || bodies.has(actor.id)) return undefined;
    return { meant, sign: { from: its, to: person!.to }, facts: [meant.id, holder.id] };
  }
  return undefined;
}

/** Verbs that say that those who are named met, on whatever terms. */
const ENCOUNTER =
  /^(?:face|faced|fight|fought|clash|clashed|battle|battled|meet|met|play|played|negotiate|negotiated|talk|talked|confront|confronted|compete|competed|duel|duelled|race|raced|debate|debated|skirmish|skirmished)$/;

/** "A faced B at K from 9 to 11 March": place and days are those of an event in which the other one took part. */
function tookPart({ passage, named, actor, unnamed, timeOf, knowledge }: Suspect): Found | undefined {
  const { keys, tags, times, names, clauses } = passage;
  const [time, ...more] = times;
  const value = time && more.length === 0 ? timeOf(time) : undefined;
  if (value?.precision !== "day" || unnamed.length === 0) return undefined;
  const clause = clauses.at[named.from]!;
  const verb =
    clauses.all[clause]!.verbs.find((at) => ENCOUNTER.test(keys[at]!)) ??
    keys.findIndex((key, at) => ENCOUNTER.test(key) && tags[at] !== "name" && clauses.at[at] === clause);
  if (verb < 0 || verb < named.to || !isSubject(passage, named, verb)) return undefined;
  const places = new Set(names.flatMap(({ names: forms }) => forms.map(({ id }) => id)));
  for (const meant of unnamed) {
    const event = eventsOf(meant.id, knowledge).find(
      (one) =>
        one.date?.start === value.start &&
        one.date.end === value.end &&
        one.place.some((id) => places.has(id)),
    );
    const all = event && Object.values(event.participants).flat();
    if (all === undefined || event!.openRoles.length > 0 || all.includes(actor.id) || !all.includes(meant.id))
      continue;
    return { meant, sign: { from: verb, to: verb + 1 }, facts: [event!.id] };
  }
  return undefined;
}

/** One of the names before the verb, with nothing but nouns, "and" and prepositions between ("soldiers and fighters of A"). */
function isSubject({ tags }: Passage, named: NameMatch, verb: number): boolean {
  return tags
    .slice(named.to, verb)
    .every((tag) => tag === "adverb" || tag === "aux" || tag === "name" || tag === "conj" || tag === "det");
}

function eventsOf(id: Id, knowledge: Knowledge): readonly Event[] {
  return questionsOf(knowledge).eventsInvolving(id);
}
