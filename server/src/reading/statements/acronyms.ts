import type { Entity, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { nameTokens } from "../../text/name-words.ts";
import type { Definition } from "../acronyms/definitions.ts";
import { isInitialism, isMixedUp, spells } from "../acronyms/spelling.ts";
import type { Stretch } from "../events/attachment.ts";
import type { Passage } from "../grammar/passage.ts";
import { editDistance, tolerance } from "../names/edit-distance.ts";
import type { AcronymStatement } from "../reading.ts";
import type { Place } from "./offices.ts";

interface Judgement extends Pick<AcronymStatement, "verdict" | "entity" | "wrong"> {
  readonly span?: Stretch;
  readonly instead?: readonly string[];
}

/** What a draft says an acronym stands for, held against the abbreviations of known actors and events. */
export function acronymStatement(
  definition: Definition,
  passage: Passage,
  place: Place,
  knowledge: Knowledge,
): AcronymStatement | undefined {
  if (isNotSaid(definition, passage)) return undefined;
  const holders = questionsOf(knowledge)
    .named(definition.text)
    .flatMap(({ entry, good }) => (good === "no" ? [] : [entry.id]));
  const { verdict, entity, wrong, span, instead } = judge(definition, passage, holders, knowledge);
  return {
    kind: "acronym",
    short: definition.text,
    shortSpan: place(definition.short),
    longSpan: place(definition.long),
    verdict,
    span: place(span ?? definition.short),
    instead: instead ?? [],
    ...(entity === undefined ? {} : { entity }),
    ...(wrong === undefined ? {} : { wrong }),
  };
}

/** Quoted, or put in order to be corrected. */
function isNotSaid({ long, isAside }: Definition, { scopes, keys }: Passage): boolean {
  const scope = scopes[long.from];
  if (scope === undefined) return false;
  return scope === "quoted" || !isAside || keys.some((key) => CORRECTING.test(key));
}

const CORRECTING =
  /^(?:wrong|wrongly|mistake|mistaken|mistakenly|erroneous|erroneously|incorrect|incorrectly|false|falsely|misprint|misprinted|typo|misnamed|error)$/;

function judge(
  definition: Definition,
  passage: Passage,
  holders: readonly Id[],
  knowledge: Knowledge,
): Judgement {
  const { name, text, short, long } = definition;
  const named = name && new Set(name.names.map(({ id }) => id));
  if (named === undefined) return judgeUnknown(definition, passage, holders, knowledge);
  const [id] = named;
  const owner = knowledge.entities.get(id!) ?? knowledge.events.get(id!);
  if (
    owner === undefined ||
    named.size > 1 ||
    name!.names.some(({ form }) => form === "misnomer" || form === "demonym" || form === "metonym")
  )
    return { verdict: "unverified" };
  const known = owner.abbreviations.map((form) => form.replaceAll(".", ""));
  if (holders.includes(owner.id) || known.includes(text)) return { verdict: "supported", entity: owner.id };
  // "Hansen (CFA)", "Norway (NATO)": of what somebody is a part.
  if (known.length === 0 || (owner.kind === "entity" && /^(?:person|place)$/.test(owner.type)))
    return { verdict: "unverified" };
  const isOthers = holders.some((holder) => isConfused(owner.id, holder, knowledge));
  const isAnothers = holders.length === 1 && isLike(owner.id, holders[0]!, passage, knowledge);
  if (!isOthers && !isAnothers && !known.some((form) => isMixedUp(form, text)))
    return { verdict: "unverified" };
  if (holders.length === 0 && isInitialism(wordsOf(passage, long), text)) return { verdict: "unverified" };
  if (holders.some((holder) => isMemberOf(owner.id, holder, knowledge))) return { verdict: "unverified" };
  return {
    verdict: "contradicted",
    entity: owner.id,
    wrong: "short",
    span: short,
    instead: owner.abbreviations.filter((form) => !/[a-z]/.test(form)),
  };
}

/** A long form that we do not know, beside an acronym that we do. */
function judgeUnknown(
  { text, long }: Definition,
  passage: Passage,
  holders: readonly Id[],
  knowledge: Knowledge,
): Judgement {
  const [holder, ...others] = holders.flatMap(
    (id) => knowledge.entities.get(id) ?? knowledge.events.get(id) ?? [],
  );
  const words = wordsOf(passage, long);
  if (holder === undefined || others.length > 0 || text.length < 3) return { verdict: "unverified" };
  const right = nameTokens(holder.name).map(({ key }) => key);
  // A name whose acronym comes from another language may have that language's long form, too.
  if (!isInitialism(right, text) && !spells(right, text)) return { verdict: "unverified" };
  // A slip of the pen: the name's own finding speaks.
  if (isSpellingOf(words, right)) return { verdict: "unverified", entity: holder.id };
  if (isAbroad(holder as Entity, passage, long, knowledge)) return { verdict: "unverified" };
  const { span, instead } = differing(passage, long, holder.name);
  return { verdict: "contradicted", entity: holder.id, wrong: "long", span, instead: [instead] };
}

function wordsOf({ tokens }: Passage, { from, to }: Stretch): string[] {
  return tokens.slice(from, to).flatMap(({ kind, key }) => (kind === "word" && key !== "'s" ? [key] : []));
}

/** Slips of the pen are those of the name, not of what the acronym means. */
function isSpellingOf(words: readonly string[], right: readonly string[]): boolean {
  const isNear = (a: string, b: string) => {
    const limit = tolerance(Math.min(a.length, b.length));
    return a === b || (limit > 0 && editDistance(a, b, limit) <= limit);
  };
  return words.length === right.length && words.every((word, k) => isNear(word, right[k]!));
}

/** Another body with the same initials: its name or the words before it tell of another country. */
function isAbroad(holder: Entity, { names }: Passage, { from, to }: Stretch, knowledge: Knowledge): boolean {
  const own = new Set([holder.id, ...(holder.country ?? []).map(({ of }) => of)]);
  const rightNames = new Set(nameTokens(holder.name).map(({ key }) => key));
  const around = names.filter((match) => match.to > from - 2 && match.from < to);
  return around.some((match) =>
    match.names.some(({ id, keys }) => {
      const entity = knowledge.entities.get(id);
      const isPlace = entity?.type === "country" || entity?.type === "place";
      // "the Tollandish Museum of …": told apart even from a body of its own country.
      const tells = !own.has(id) || match.to === from || match.from === from;
      return isPlace && tells && !keys.every((key) => rightNames.has(key));
    }),
  );
}

function isConfused(a: Id, b: Id, { entities, events }: Knowledge): boolean {
  const of = (id: Id) => entities.get(id)?.distinctFrom ?? events.get(id)?.distinctFrom ?? [];
  return of(a).includes(b) || of(b).includes(a);
}

/** Both are bodies, and neither is in the other, so that the acronym can only be meant as the name's own. */
function isLike(a: Id, b: Id, { names }: Passage, knowledge: Knowledge): boolean {
  const isBody = (id: Id) => /^(?:organization|group)$/.test(knowledge.entities.get(id)?.type ?? "");
  const isNamed = names.some((match) =>
    match.names.some(({ id, form }) => id === b && form !== "abbreviation"),
  );
  return isBody(a) && isBody(b) && !isNamed && !isMemberOf(b, a, knowledge);
}

function isMemberOf(a: Id, b: Id, knowledge: Knowledge): boolean {
  return (
    questionsOf(knowledge)
      .membershipsOf(a)
      .some(({ of }) => of === b) || knowledge.entities.get(a)?.partOf === b
  );
}

/** One wrong word: the whole name; several: those from the first to the last. */
function differing(passage: Passage, long: Stretch, right: string): { span: Stretch; instead: string } {
  const { tokens } = passage;
  const shown = right.split(" ");
  const places: number[] = [];
  for (let i = long.from; i < long.to; i++) if (tokens[i]!.spaced || i === long.from) places.push(i);
  const written = places.map((at, k) =>
    tokens
      .slice(at, places[k + 1] ?? long.to)
      .map(({ key }) => key)
      .join(""),
  );
  const same = (word: string | undefined, other: string | undefined) =>
    word !== undefined && other !== undefined && word === other.toLowerCase().replaceAll("’", "'");
  let head = 0;
  while (same(written[head], shown[head])) head++;
  let tail = 0;
  while (
    tail < Math.min(written.length, shown.length) - head &&
    same(written.at(-1 - tail), shown.at(-1 - tail))
  )
    tail++;
  const wrong = Math.max(written.length, shown.length) - head - tail;
  if (wrong < 2 || head + tail >= Math.min(written.length, shown.length))
    return { span: long, instead: right };
  const from = places[head]!;
  const to = tail === 0 ? long.to : places[written.length - tail]!;
  return { span: { from, to }, instead: shown.slice(head, shown.length - tail).join(" ") };
}
