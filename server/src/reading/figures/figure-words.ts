import type { Figure, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { tokenize } from "../../text/tokens.ts";
import { measureOf } from "../english/measures.ts";
import { nameIndex } from "../names/name-index.ts";
import { findNames } from "../names/name-mentions.ts";
import type { Unit } from "../numbers/quantity.ts";
import { unitNamed } from "../numbers/units.ts";

/** One of a figure's labels, as the words by which a draft would speak of it. */
export interface FigureLabel {
  /** What is counted or measured ("turnout"), as sorts of words; without the names in the label. */
  readonly measures: ReadonlySet<string>;
  /** The sort of the word that the label is about, the first noun of it. */
  readonly head: string | undefined;
  /** Actors and places named in it beside what the figure is of ("in the House of Deputies"): its scope. */
  readonly scope: readonly Id[];
  /** "for" or "against", "yes" or "no". */
  readonly side: Side | undefined;
}

export type Side = "for" | "against";

/** A known figure with the words by which it is found. */
export interface FigureWords {
  readonly figure: Figure;
  readonly labels: readonly FigureLabel[];
  readonly unit: Unit;
  /** The sort of the unit's noun, where it tells what is counted: "recommendation", not "person". */
  readonly counted: string | undefined;
  readonly isPersons: boolean;
}

const built = new WeakMap<Knowledge, readonly FigureWords[]>();

/** The figures of a knowledge base, ready to be found; built once for each. */
export function figureWords(knowledge: Knowledge): readonly FigureWords[] {
  let all = built.get(knowledge);
  if (all === undefined)
    built.set(knowledge, (all = [...knowledge.figures.values()].map((figure) => wordsOf(figure, knowledge))));
  return all;
}

function wordsOf(figure: Figure, knowledge: Knowledge): FigureWords {
  const unit = unitNamed(
    tokenize(figure.unit)
      .map(({ key }) => key)
      .filter((key) => key !== "-"),
  );
  const isCounted = unit.kind === "noun" && /^(?:person|human|individual)$/.test(unit.base);
  const isPersons =
    isCounted || (unit.kind === "noun" && figure.aliases.some((alias) => /^people\b/i.test(alias)));
  return {
    figure,
    labels: [figure.label, ...figure.aliases].map((label) => labelOf(label, figure.of, knowledge)),
    unit,
    counted: unit.kind === "noun" && !isCounted ? measureOf(unit.base) : undefined,
    isPersons,
  };
}

function labelOf(text: string, of: Id, knowledge: Knowledge): FigureLabel {
  const tokens = tokenize(text);
  const index = nameIndex(knowledge);
  const actors = findNames(tokens, index, "entity");
  const events = findNames(tokens, index, "event").filter(({ names }) => names.some(({ id }) => id === of));
  const isNamed = (at: number) => [...actors, ...events].some(({ from, to }) => from <= at && at < to);
  const measures: string[] = [];
  for (const [at, { key }] of tokens.entries()) {
    const measure = isNamed(at) ? undefined : measureOf(key);
    if (measure !== undefined) measures.push(measure);
  }
  const inEvents = (at: number) => events.some(({ from, to }) => from <= at && at < to);
  const scope = actors
    .filter(({ from }) => !inEvents(from))
    .flatMap(({ names }) => names.map(({ id }) => id))
    .filter((id) => id !== of);
  return {
    measures: new Set(measures),
    head: measures[0],
    scope: [...new Set(scope)],
    side: sideOf(tokens.map(({ key }) => key)),
  };
}

/** "votes for the bill", "voted yes", "97 against". */
export function sideOf(keys: readonly string[]): Side | undefined {
  for (const [at, key] of keys.entries()) {
    if (
      key === "against" ||
      (key === "no" && /^(?:vote|votes|voted|said|share)$/.test(keys[at + 1] ?? keys[at - 1] ?? ""))
    )
      return "against";
    if (key === "yes" || key === "favour" || key === "favor") return "for";
    if (key === "for" && /^(?:votes?|voted|voting|ballots|cast)$/.test(keys[at - 1] ?? "")) return "for";
  }
  return undefined;
}
