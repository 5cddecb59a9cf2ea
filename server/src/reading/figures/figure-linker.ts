import type { Figure, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { ELSEWHERE, measureOf, OTHERS_WORD, TOTALLING } from "../english/measures.ts";
import type { Passage } from "../grammar/passage.ts";
import type { Quantity } from "../numbers/quantity.ts";
import { isSameUnit } from "../numbers/units.ts";
import type { NameForm } from "../reading.ts";
import { type FigureLabel, type FigureWords, figureWords, type Side, sideOf } from "./figure-words.ts";
import type { Segment } from "./segments.ts";

/** Who and what a sentence names, and where. */
export interface Spot {
  readonly events: readonly { readonly id: Id; readonly at: number }[];
  readonly actors: readonly { readonly id: Id; readonly at: number; readonly form: NameForm }[];
  /** Whether a stretch of the sentence tells of another time than that of a figure of `id`. */
  readonly isOtherTime: (figure: Figure, segment: Segment, isNamed: boolean) => boolean;
}

export interface Candidate {
  readonly words: FigureWords;
  readonly score: number;
}

/** What a number's surroundings say is counted. */
interface Counted {
  /** Sorts of all words of the part. */
  readonly all: ReadonlySet<string>;
  /** Sorts of the nouns right behind the number. */
  readonly nouns: ReadonlySet<string>;
  readonly hasNoun: boolean;
  readonly isPersons: boolean;
  readonly side: Side | undefined;
  /** The second number of "by 103 votes to 88". */
  readonly isScore: boolean;
}

const PERSONS =
  /^(?:people|persons|person|lives|life|dead|deaths|victims|fatalities|souls|human|individuals)$/;
/** Nouns of the whole: "71 percent of the vote" is one of "votes". */
const APPROVING =
  /^(?:pass|passed|passes|adopt|adopted|approve|approved|carried|ratified|endorsed|backed|elected|won)$/;
const REJECTING = /^(?:reject|rejected|defeated|turned|threw|voted)$/;

/**
 * Which known figure a number can be. Two anchors are asked for: what the figure is of, and what is counted or measured
 * there; the number itself is none. Several that fit alike are all given.
 */
export class FigureLinker {
  readonly #knowledge: Knowledge;
  /** By each sort of word that a label or unit has. */
  readonly #bySort = new Map<string, Set<FigureWords>>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    for (const words of figureWords(knowledge)) {
      const sorts = [
        ...words.labels.flatMap(({ measures }) => [...measures]),
        ...(words.counted ? [words.counted] : []),
      ];
      for (const sort of sorts) {
        const known = this.#bySort.get(sort);
        if (known === undefined) this.#bySort.set(sort, new Set([words]));
        else known.add(words);
      }
    }
  }

  link(
    passage: Passage,
    segment: Segment,
    before: Segment | undefined,
    spot: Spot,
    earlier: ReadonlySet<Id>,
  ): Candidate[] {
    if (isElsewhere(passage, segment)) return [];
    const own = countedIn(passage, segment);
    const found = this.#candidates(passage, segment, own, spot, earlier);
    if (found.length > 0 || before === undefined || own.hasNoun) return best(found);
    if (before.quantity.unit.kind !== segment.quantity.unit.kind && segment.quantity.unit.kind !== "none")
      return [];
    // "with 131 votes, the other one with 113": what is counted is not said again.
    const last = countedIn(passage, before);
    const isSecond = isScore(passage, before, segment);
    const carried: Counted = {
      ...last,
      all: new Set([...last.all, ...own.all]),
      isScore: isSecond,
      side: isSecond ? other(last.side) : (own.side ?? last.side),
    };
    const whole = isSecond ? { ...segment, from: before.from } : segment;
    return best(this.#candidates(passage, whole, carried, spot, earlier));
  }

  #candidates(
    passage: Passage,
    segment: Segment,
    counted: Counted,
    spot: Spot,
    earlier: ReadonlySet<Id>,
  ): Candidate[] {
    const near = new Set(
      [...counted.all, ...counted.nouns].flatMap((sort) => [...(this.#bySort.get(sort) ?? [])]),
    );
    return [...near].flatMap((words) => {
      const { figure } = words;
      if (!hasUnit(words, segment.quantity, counted)) return [];
      const ids = new Set([figure.of, ...words.labels.flatMap(({ scope }) => scope)]);
      const isNamed = [...spot.actors, ...spot.events].some(
        ({ id, at }) => at >= segment.from && at < segment.to && ids.has(id),
      );
      if (spot.isOtherTime(figure, segment, isNamed)) return [];
      let top = 0;
      for (const label of words.labels) {
        const measure = this.#measured(passage, segment, words, label, counted);
        const subject = measure === 0 ? 0 : this.#subject(segment, words, label, spot, earlier, measure);
        top = Math.max(top, subject === 0 ? 0 : subject + measure);
      }
      return top === 0 ? [] : [{ words, score: top }];
    });
  }

  /** How much of what a label counts is said; 0 where too little. */
  #measured(
    passage: Passage,
    segment: Segment,
    words: FigureWords,
    label: FigureLabel,
    counted: Counted,
  ): number {
    const said = (sort: string) => counted.all.has(sort) || counted.nouns.has(sort);
    if (label.measures.size === 0) return 0;
    const found = [...label.measures].filter(said);
    const share = found.length / label.measures.size;
    if (share < 0.5 || (label.head !== undefined && !said(label.head) && share < 1)) {
      if (!(words.counted !== undefined && counted.nouns.has(words.counted) && share >= 0.5)) return 0;
    }
    if (label.side !== undefined && counted.side !== label.side) return 0;
    if (label.side === undefined && counted.side !== undefined && words.counted === "vote") return 0;
    const isBare = segment.quantity.unit.kind === "none" || segment.quantity.unit.kind === "noun";
    const onlyNouns = found.every((sort) => counted.nouns.has(sort) || sort === words.counted);
    if (isBare && onlyNouns && !counted.isScore && !isTotal(passage, segment)) return 0;
    return share;
  }

  /** How surely the number is about the figure's subject; 0 where nothing ties it to that. */
  #subject(
    { quantity, from, to }: Segment,
    { figure }: FigureWords,
    { scope }: FigureLabel,
    spot: Spot,
    earlier: ReadonlySet<Id>,
    measure: number,
  ): number {
    const isEvent = this.#knowledge.events.has(figure.of);
    const inside = <T extends { at: number }>(all: readonly T[]) =>
      all.filter(({ at }) => at >= from && at < to);
    const named = isEvent ? spot.events : spot.actors;
    const here = inside(named).filter(({ id }) => id === figure.of);
    const distance = (at: number) => Math.abs(at - quantity.from);
    const nearest = (all: readonly { at: number }[]) => Math.min(...all.map(({ at }) => distance(at)));
    const rivalEvents = isEvent
      ? inside(spot.events).filter(({ id }) => this.#isRivalEvent(id, figure.of))
      : [];
    if (rivalEvents.length > 0 && (here.length === 0 || nearest(rivalEvents) <= nearest(here))) return 0;
    const allowed = this.#belongsTo(figure.of, scope);
    const rivals = inside(spot.actors).filter(({ id }) => this.#isRival(id, figure.of, scope, allowed));
    const missing = scope.filter((id) => !spot.actors.some((actor) => actor.id === id));
    const present = new Set(inside(spot.actors).map(({ id }) => id));
    // "The one bill passed with 131 votes, the other …": the scope stands elsewhere, its like here.
    const isScoped = scope.length > 0 && missing.length === 0 && this.#hasAllLike(scope, rivals, present);
    if (rivals.length > 0 && !isScoped && (isEvent || here.length === 0 || nearest(rivals) < nearest(here)))
      return 0;
    if (
      quantity.compound !== undefined &&
      isEvent &&
      !here.some(({ at }) => at >= quantity.to && at < quantity.to + 4)
    )
      return 0;
    if (here.length > 0) return 4;
    if (scope.length > 0 && missing.length === 0 && scope.some((id) => present.has(id))) return 3;
    if (named.some(({ id }) => id === figure.of)) return 2;
    const isAlone = inside(spot.events).length === 0 && rivals.length === 0;
    return earlier.has(figure.of) && measure === 1 && isAlone ? 1 : 0;
  }

  /** Whether of the scope all those stand here that have a rival here. */
  #hasAllLike(
    scope: readonly Id[],
    rivals: readonly { readonly id: Id }[],
    present: ReadonlySet<Id>,
  ): boolean {
    const type = (id: Id) => sortOf(this.#knowledge.entities.get(id)?.type);
    return scope.every((id) => present.has(id) || !rivals.some((rival) => type(rival.id) === type(id)));
  }

  #isRivalEvent(id: Id, of: Id): boolean {
    if (id === of) return false;
    const { events } = this.#knowledge;
    return events.get(id)?.partOf !== of && events.get(of)?.partOf !== id;
  }

  /** Whoever takes part in what the figure is of, where it was, and what that belongs to. */
  #belongsTo(of: Id, scope: readonly Id[]): ReadonlySet<Id> {
    const { entities, events } = this.#knowledge;
    const event = events.get(of);
    const ids = event ? [...Object.values(event.participants).flat(), ...event.place, ...event.about] : [of];
    const around = [...ids, ...scope].flatMap((id) => {
      const entity = entities.get(id);
      return entity === undefined
        ? []
        : [
            ...entity.country.map((c) => c.of),
            ...entity.memberOf.map((m) => m.of),
            ...(entity.partOf ? [entity.partOf] : []),
          ];
    });
    return new Set([of, ...scope, ...ids, ...around]);
  }

  /** Another one of the kind that the figure is of, or that its scope names. */
  #isRival(id: Id, of: Id, scope: readonly Id[], allowed: ReadonlySet<Id>): boolean {
    if (allowed.has(id)) return false;
    const { entities } = this.#knowledge;
    const type = (entity: Id) => sortOf(entities.get(entity)?.type);
    const own = [of, ...scope].map(type);
    const event = this.#knowledge.events.get(of);
    if (event !== undefined) own.push(...event.place.map(type), ...event.about.map(type));
    return type(id) !== undefined && own.includes(type(id));
  }
}

function sortOf(type: string | undefined): string | undefined {
  if (type === undefined) return undefined;
  if (/^(?:organization|group|country)$/.test(type)) return "actor";
  if (/^(?:place|facility|boundary)$/.test(type)) return "place";
  return /^(?:agreement|document)$/.test(type) ? "document" : type;
}

function best(found: readonly Candidate[]): Candidate[] {
  const top = Math.max(...found.map(({ score }) => score));
  return found.filter(({ score }) => score > top - 0.05);
}

function countedIn(passage: Passage, { from, to, nouns, quantity }: Segment): Counted {
  const { keys, tags } = passage;
  const all = new Set<string>(isDuration(passage, quantity) ? ["length"] : []);
  for (let i = from; i < to; i++) {
    if (tags[i] === "name" || tags[i] === "time" || (i >= quantity.from && i < quantity.afterNumber))
      continue;
    const sort = measureOf(keys[i]!);
    if (sort !== undefined) all.add(sort);
  }
  const sorts = nouns.flatMap((at) => measureOf(keys[at]!) ?? []);
  if (quantity.unit.kind === "noun") sorts.push(measureOf(quantity.unit.base) ?? quantity.unit.base);
  const last = nouns.at(-1);
  const part = keys.slice(from, to);
  return {
    all,
    nouns: new Set(sorts),
    hasNoun: nouns.length > 0,
    isPersons: last !== undefined && PERSONS.test(keys[last]!),
    side: sideOf(part) ?? sideOfVerb(part),
    isScore: false,
  };
}

function sideOfVerb(keys: readonly string[]): Side | undefined {
  if (keys.some((key) => REJECTING.test(key))) return "against";
  return keys.some((key) => APPROVING.test(key)) ? "for" : undefined;
}

function other(side: Side | undefined): Side | undefined {
  return side === undefined ? undefined : side === "for" ? "against" : "for";
}

/** "by 148 votes to 97", "148–97". */
function isScore({ keys }: Passage, before: Segment, { quantity }: Segment): boolean {
  const from = Math.max(before.quantity.to, (before.nouns.at(-1) ?? -1) + 1);
  return quantity.from === from + 1 && /^(?:to|-|against)$/.test(keys[from]!);
}

function hasUnit(
  { unit, isPersons, counted, labels }: FigureWords,
  { unit: stated }: Quantity,
  said: Counted,
): boolean {
  if (stated.kind === "none" || stated.kind === "noun") {
    if (unit.kind !== "noun" && unit.kind !== "none") return false;
    if (!said.hasNoun && stated.kind === "none") return true;
    if (isPersons && said.isPersons) return true;
    if (isPersons && counted === undefined) {
      return labels.some(({ measures }) => [...said.nouns].some((sort) => measures.has(sort)));
    }
    return (counted !== undefined && said.nouns.has(counted)) || unit.kind === "none";
  }
  return isSameUnit(unit, stated);
}

/** "three-decade presence", "for two decades", "lasted 90 minutes". */
function isDuration({ keys }: Passage, { unit, compound, from }: Quantity): boolean {
  const isTime = unit.kind === "measure" && (unit.base === "year" || unit.base === "day");
  return (
    isTime &&
    (compound !== undefined || /^(?:for|lasted|lasting|lasts|took|takes)$/.test(keys[from - 1] ?? ""))
  );
}

/** Whether the number tells all there are: "its 157", "the 38", "there were 38", "with 412", "by 148 votes". */
function isTotal({ keys, tags }: Passage, { quantity, nouns }: Segment): boolean {
  if (quantity.compound !== undefined) return true;
  const first = keys[quantity.from - 1] ?? "";
  if (/^(?:the|its|their|his|her|our|these|those|'s|by|with|of|all)$/.test(first)) return true;
  const after = (nouns.at(-1) ?? quantity.to - 1) + 1;
  // "38 members took part" is of some; "took part" has no number behind it.
  let at = quantity.from - 1;
  while (at >= 0 && (tags[at] === "adverb" || tags[at] === "aux" || keys[at] === "a" || keys[at] === "-")) {
    if (tags[at] === "aux") return true;
    at--;
  }
  return TOTALLING.has(keys[at] ?? "") && after > 0;
}

/** "in the first week": of a part of the time. */
const PERIOD =
  /^(?:hours?|days?|weeks?|months?|years?|nights?|morning|evening|minutes?|quarter|half|phase|round|stage|season)$/;

const CHANGED =
  /^(?:by|another|extra|further|up|down|below|additional|every|each|per|than|versus|half|other)$/;

/** Whether the words around say that it is another number: of a part, a change, a plan, an earlier state. */
function isElsewhere({ keys, tags }: Passage, { quantity, nouns, from, to }: Segment): boolean {
  // "Of those killed 12 were children."
  if (/^(?:of|among|amongst)$/.test(keys[from]!) && quantity.from > from) return true;
  const before = keys[quantity.from - 1] ?? "";
  if (quantity.unit.kind !== "none" && before === "by") return true;
  if (before !== "by" && CHANGED.test(before)) return true;
  const isBare = quantity.unit.kind === "none";
  if (isBare && keys[quantity.afterNumber] === "of" && quantity.compound === undefined && !quantity.vague)
    return true;
  const end = Math.max(quantity.to, (nouns.at(-1) ?? -1) + 1);
  if (
    /^(?:more|fewer|less|extra|additional|further|others?|apiece|each|respectively)$/.test(
      keys[quantity.afterNumber] ?? "",
    )
  )
    return true;
  if (/^(?:each|apiece|more|fewer|per|earlier|later|respectively)$/.test(keys[end] ?? "")) return true;
  const start = Math.max(from, quantity.from - 5);
  if (keys.slice(from, quantity.from).some((key, k) => OTHERS_WORD.test(key) && tags[from + k] !== "name"))
    return true;
  for (let i = start; i < Math.min(to, end + 3); i++) {
    if (i >= quantity.from && i < quantity.to) continue;
    if (/^(?:up|down|below|per|fall|still|yet|most|half)$/.test(keys[i]!)) continue;
    if (tags[i] !== "name" && ELSEWHERE.test(keys[i]!)) return true;
    // "by a margin of 15 votes", but "a profit margin of 15 per cent".
    if (/^(?:margin|lead)$/.test(keys[i]!) && /^(?:a|the|by|narrow|wide)$/.test(keys[i - 1] ?? ""))
      return true;
  }
  const part = keys.slice(from, to);
  if (
    part.some(
      (key, k) =>
        /^(?:first|second|third|last|final|opening|early|next)$/.test(key) && PERIOD.test(part[k + 1] ?? ""),
    )
  )
    return true;
  return part.includes("respectively");
}
