import type { Figure, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { tokenize } from "../../text/tokens.ts";
import { ELSEWHERE } from "../english/measures.ts";
import type { Passage } from "../grammar/passage.ts";
import type { NameForm } from "../reading.ts";
import { type Counted, countedIn, hasUnit, isElsewhere, isScore, isTotal, other } from "./counted.ts";
import { type FigureLabel, type FigureWords, figureWords } from "./figure-words.ts";
import type { Segment } from "./segments.ts";

/** Who and what a sentence names, and where. */
export interface Spot {
  readonly events: readonly {
    readonly id: Id;
    readonly at: number;
    /** One past its name, where it is named. */
    readonly to?: number;
    /** A verb tells it. */
    readonly isTold?: boolean;
  }[];
  readonly actors: readonly { readonly id: Id; readonly at: number; readonly form: NameForm }[];
  /** Whether a stretch of the sentence tells of another time than that of a figure of `id`. */
  readonly isOtherTime: (figure: Figure, segment: Segment, isNamed: boolean) => boolean;
}

export interface Candidate {
  readonly words: FigureWords;
  readonly score: number;
}

/**
 * Which known figure a number can be. Two anchors are asked for: what the figure is of, and what is counted or measured
 * there; the number itself is none. Several that fit alike are all given.
 */
export class FigureLinker {
  static readonly #known = new WeakMap<Knowledge, FigureLinker>();

  readonly #knowledge: Knowledge;
  /** Labels with a word that would else make a number another one ("projected rise"), by their first words. */
  readonly #byFirst = new Map<string, (readonly string[])[]>();
  /** By each sort of word that a label or unit has. */
  readonly #bySort = new Map<string, Set<FigureWords>>();

  private constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    for (const { label, aliases } of knowledge.figures.values())
      for (const text of [label, ...aliases]) this.#addLabel(tokenize(text).map(({ key }) => key));
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

  /** The linker of a knowledge base; undefined where it has no figures. */
  static of(knowledge: Knowledge): FigureLinker | undefined {
    if (figureWords(knowledge).length === 0) return undefined;
    const known = FigureLinker.#known.get(knowledge) ?? new FigureLinker(knowledge);
    FigureLinker.#known.set(knowledge, known);
    return known;
  }

  #addLabel(label: readonly string[]): void {
    if (label.length < 2 || !label.some((key) => ELSEWHERE.has(key))) return;
    const known = this.#byFirst.get(label[0]!);
    if (known === undefined) this.#byFirst.set(label[0]!, [label]);
    else known.push(label);
  }

  link(
    passage: Passage,
    segment: Segment,
    before: Segment | undefined,
    spot: Spot,
    earlier: ReadonlySet<Id>,
  ): Candidate[] {
    if (isElsewhere(passage, segment, this.#inLabels(passage))) return [];
    const own = countedIn(passage, segment);
    const found = this.#candidates(passage, segment, own, spot, earlier);
    if (found.length > 0 || before === undefined || own.hasNoun) return best(found);
    if (before.quantity.unit.kind !== segment.quantity.unit.kind && segment.quantity.unit.kind !== "none")
      return [];
    if (passage.keys[segment.from] === ";" && own.all.size > 0) return [];
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

  /** The tokens of whole labels: "the projected rise" is what is known, not a forecast of it. */
  #inLabels({ keys }: Passage): ReadonlySet<number> {
    const tokens = new Set<number>();
    if (this.#byFirst.size === 0) return tokens;
    for (let at = 0; at < keys.length; at++)
      for (const label of this.#byFirst.get(keys[at]!) ?? [])
        if (label.every((key, k) => keys[at + k] === key)) for (const k of label.keys()) tokens.add(at + k);
    return tokens;
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
        const measure = this.#measured(passage, segment, words, label, counted, spot);
        const subject =
          measure === 0 ? 0 : this.#subject(passage, segment, words, label, spot, earlier, measure);
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
    spot: Spot,
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
    const onlyNouns = found.every(
      (sort) => counted.nouns.has(sort) || (counted.hasNoun && sort === words.counted),
    );
    if (!isBare || !onlyNouns || counted.isScore || isTotal(passage, segment)) return share;
    return isWhoDid(passage, segment, words, spot) ? share : 0;
  }

  /** How surely the number is about the figure's subject; 0 where nothing ties it to that. */
  #subject(
    passage: Passage,
    { quantity, from, to }: Segment,
    { figure }: FigureWords,
    { scope, measures }: FigureLabel,
    spot: Spot,
    earlier: ReadonlySet<Id>,
    measure: number,
  ): number {
    const isEvent = this.#knowledge.events.has(figure.of);
    const inside = <T extends { at: number }>(all: readonly T[]) =>
      all.filter(({ at }) => at >= from && at < to);
    const named = isEvent ? spot.events : spot.actors;
    const here = inside<Spot["events"][number]>(named).filter(
      ({ id, at, to: end }) => id === figure.of && isTied(passage, end ?? at + 1, quantity.from),
    );
    if (here.length === 0 && inside(named).some(({ id }) => id === figure.of)) return 0;
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
    if (!isEvent && this.#isElsewhere(passage, inside(spot.actors), figure.of, scope)) return 0;
    if (here.length > 0) return 4;
    if (scope.length > 0 && missing.length === 0 && scope.some((id) => present.has(id))) return 3;
    if (named.some(({ id }) => id === figure.of)) return 2;
    const isAlone = inside(spot.events).length === 0 && rivals.length === 0;
    // A long label by itself: "umpires who joined the walkout".
    const telling = [...measures].filter((sort) => !LIGHT.test(sort)).length;
    if (isAlone && measure === 1 && telling >= 3) return 1;
    return earlier.has(figure.of) && measure === 1 && isAlone ? 1 : 0;
  }

  /** "employs 90 people at Dorn": of a part, at a place that the label does not name. */
  #isElsewhere(passage: Passage, actors: Spot["actors"], of: Id, scope: readonly Id[]): boolean {
    const { entities } = this.#knowledge;
    if (sortOf(entities.get(of)?.type) !== "actor") return false;
    return actors.some(({ id, at }) => {
      const before = passage.tags[at - 1] === "det" ? at - 2 : at - 1;
      const isAt = /^(?:in|at|on|near|outside)$/.test(passage.keys[before] ?? "");
      return isAt && !scope.includes(id) && /^(?:place|facility|country)$/.test(entities.get(id)?.type ?? "");
    });
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

/** "Some 900 weavers walked out": whoever did what the figure is of, right before the verb that tells it. */
function isWhoDid(
  { tags }: Passage,
  { quantity, nouns }: Segment,
  { figure }: FigureWords,
  { events }: Spot,
): boolean {
  const last = nouns.at(-1);
  if (last === undefined) return false;
  let verb = last + 1;
  while (/^(?:aux|adverb)$/.test(tags[verb] ?? "")) verb++;
  const isFirst = tags.slice(0, quantity.from).every((tag) => tag === "adverb" || tag === "prep");
  return isFirst && events.some(({ id, at, isTold }) => isTold && id === figure.of && at === verb);
}

/** No "than" and no relative pronoun of another noun between the name and the number. */
function isTied({ keys, tags }: Passage, end: number, number: number): boolean {
  for (let i = end; i < number; i++) {
    if (keys[i] === "than") return false;
    const before = keys[i - 1] === "," ? i - 2 : i - 1;
    // "the Second Survey, which put …": of the name itself.
    if (before === end - 1) continue;
    const isPronoun = /^(?:which|who|whose)$/.test(keys[i]!) && tags[i - 1] !== "prep";
    if (isPronoun && tags[before] === "word" && /^(?:det|word)$/.test(tags[before - 1] ?? "")) return false;
  }
  return true;
}

/** Words of a label that tell nothing of what it is about: "volunteers who took part". */
const LIGHT = /^(?:take|took|part|have|had|be|were|come|came|go|went|make|made|number|total)$/;

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
