import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import { disjoint } from "../../time/algebra.ts";
import type { TimeMention } from "../../time/time.ts";
import type { CellPassage } from "../events/tables.ts";
import type { Passage } from "../grammar/passage.ts";
import type { BlockMemory } from "../memory/block-memory.ts";
import { mayHoldQuantity, quantitiesOf } from "../numbers/quantities.ts";
import type { FigureStatement } from "../reading.ts";
import { figureStatement } from "../statements/figures.ts";
import { type Candidate, FigureLinker, type Spot } from "./figure-linker.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import { rowPassage } from "./table-row.ts";

/** An event that a sentence tells of, and the token that tells it. */
export interface Told {
  readonly event: Id;
  readonly at: number;
}

/** Finds what a paragraph or a table says about known figures. */
export class FigureReader {
  readonly #knowledge: Knowledge;
  readonly #linker: FigureLinker | undefined;
  readonly #memory: BlockMemory;

  constructor(knowledge: Knowledge, memory: BlockMemory) {
    this.#knowledge = knowledge;
    this.#memory = memory;
    this.#linker = FigureLinker.of(knowledge);
  }

  /** What a sentence says about known figures. Linear in its tokens. */
  passage(
    block: Block,
    passage: Passage,
    told: readonly Told[],
    timeAt: (offset: number) => TimeMention | undefined,
  ): FigureStatement[] {
    if (this.#linker === undefined) return [];
    const statements = block.quoted ? [] : this.#statements(block, passage, told, timeAt);
    if (passage.names.length + passage.eventNames.length + told.length === 0) return statements;
    const ids = new Set<Id>();
    for (const { names } of passage.names) for (const { id } of names) ids.add(id);
    for (const { names } of passage.eventNames) for (const { id } of names) ids.add(id);
    for (const { event } of told) ids.add(event);
    this.#memory.notes.sentences.push(ids);
    return statements;
  }

  /** What the rows of a table say about known figures; the first row is its head. */
  table(
    [head, ...rows]: readonly (readonly CellPassage[])[],
    timeAt: (offset: number) => TimeMention | undefined,
  ): FigureStatement[] {
    if (this.#linker === undefined || head === undefined) return [];
    return rows.flatMap((row) => {
      const passage = rowPassage(row, head, this.#knowledge);
      const [first] = row;
      return passage === undefined || first === undefined || first.block.quoted
        ? []
        : this.#statements(first.block, passage, [], timeAt);
    });
  }

  #statements(
    block: Block,
    passage: Passage,
    told: readonly Told[],
    timeAt: (offset: number) => TimeMention | undefined,
  ): FigureStatement[] {
    if (!mayHoldQuantity(passage)) return [];
    const { tags, eventNames } = passage;
    const inName = (i: number) => eventNames.some(({ from, to }) => from <= i && i < to);
    const quantities = quantitiesOf(
      passage.tokens,
      (i) => tags[i] === "time" || tags[i] === "name" || inName(i),
    );
    if (quantities.length === 0) return [];
    const spots = this.#spots(block, passage, told, timeAt);
    const segments = segmentsOf(passage, quantities);
    const linked = segments.map((segment, k) => ({
      segment,
      found: this.#isStated(passage, segment)
        ? this.#linker!.link(passage, segment, segments[k - 1], spots, this.#earlier(passage))
        : [],
    }));
    const statements = linked.flatMap(({ segment, found }) => this.#judged(block, segment, found));
    return statements.filter((one) => {
      const same = statements.filter(({ figure }) => figure === one.figure);
      // Two numbers for one thing: the draft tells more than we know of it.
      return one.verdict !== "contradicted" || same.length === 1;
    });
  }

  #isStated(passage: Passage, { quantity }: Segment): boolean {
    const scopes = passage.scopes.slice(quantity.from, quantity.to);
    return scopes.every((scope) => scope === undefined);
  }

  #judged(block: Block, { quantity }: Segment, found: readonly Candidate[]): FigureStatement[] {
    const all = found.map(({ words }) => figureStatement(quantity, words, block.span.start));
    const right = all.find(({ verdict }) => verdict === "supported");
    if (right !== undefined) return [right];
    return all.length === 1 ? all : [];
  }

  /** Where in the sentence actors and events stand, and which of its dates cannot be a figure's. */
  #spots(
    block: Block,
    passage: Passage,
    told: readonly Told[],
    timeAt: (offset: number) => TimeMention | undefined,
  ): Spot {
    const events = [
      ...passage.eventNames.flatMap(({ from, to, names }) => names.map(({ id }) => ({ id, at: from, to }))),
      ...told.map(({ event, at }) => ({ id: event, at, isTold: true })),
    ];
    // "the Talgar Bridge disaster" is not about the bridge.
    const inEvent = (at: number) => passage.eventNames.some(({ from, to }) => from <= at && at < to);
    const actors = passage.names.flatMap(({ from, names }) =>
      inEvent(from) ? [] : names.map(({ id, form }) => ({ id, at: from, form })),
    );
    const times = passage.times.flatMap(({ from, expression }) => {
      const value = timeAt(block.span.start + expression.span.start)?.value;
      // "the year before", beside the name of what is meant, may count from another sentence.
      const isRelative = expression.offset !== undefined || expression.relative !== undefined;
      const isUpTo = /^(?:by|until|before)$/.test(expression.boundary ?? "");
      return value === undefined ? [] : [{ at: from, value, isRelative, isUpTo }];
    });
    const isOtherTime: Spot["isOtherTime"] = ({ of: id, asOf, label }, { from, to }, isNamed) => {
      const event: Event | undefined = this.#knowledge.events.get(id);
      const own = asOf ?? event?.date;
      const inside = times.filter(({ at, isRelative }) => {
        const isInLabel = label.includes(passage.tokens[at]!.text);
        return at >= from && at < to && !(isRelative && isNamed) && !isInLabel;
      });
      // Of a number for 2100 one for 2050 says nothing.
      const isOtherYear = (key: string) =>
        /^\d{4}$/.test(key) && !label.includes(key) && !own?.edtf.startsWith(key);
      if (/\b\d{4}\b/.test(label) && passage.keys.slice(from, to).some(isOtherYear)) return true;
      if (own === undefined) return event === undefined && inside.length > 0;
      // "by August": of what had been counted then, where it went on.
      return inside.some(({ value, isUpTo }) => disjoint(value, own) || (isUpTo && value.end < own.end));
    };
    return { events, actors, isOtherTime };
  }

  /** What "its" and "the turnout" take up: whatever the sentences before spoke of, in this block or, for "its", the last. */
  #earlier({ keys, tags }: Passage): ReadonlySet<Id> {
    const refers = keys
      .slice(0, 4)
      .some((key, i) => /^(?:its|it|their|they|his|her)$/.test(key) && tags[i] !== "name");
    return new Set(this.#memory.lastSentences(refers).flatMap((ids) => [...ids]));
  }
}
