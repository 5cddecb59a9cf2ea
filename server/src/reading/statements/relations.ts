import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import { overlaps } from "../../text/span.ts";
import type { TimeMention } from "../../time/time.ts";
import type { Stretch } from "../events/attachment.ts";
import type { Link } from "../events/link.ts";
import { type Spoken, spanOf } from "../events/spoken.ts";
import type { CellPassage } from "../events/tables.ts";
import { framesOf } from "../grammar/frames.ts";
import type { Passage } from "../grammar/passage.ts";
import type { BlockMemory } from "../memory/block-memory.ts";
import type { EventNameStatement, Statement } from "../reading.ts";
import { type ClaimContext, mayClaim } from "../relations/claims.ts";
import { decidedEvents, mayDecide } from "../relations/decided-events.ts";
import { mayMixNames, mixedNames } from "../relations/mixed-names.ts";
import { outcomeOfCell } from "../relations/outcome-cells.ts";
import { partiesOf } from "../relations/parties.ts";
import { type Told, toldEvents } from "../relations/told-events.ts";
import { claimStatements } from "./claims.ts";
import { eventOrders } from "./event-orders.ts";
import { eventOutcomes, outcomeStatement } from "./event-outcomes.ts";

/** Reads what passages say of events and actors in their relation to each other, once their events are linked. */
export class RelationsReader {
  readonly #knowledge: Knowledge;
  /** The sentence at hand, and the last ones of its block before it. */
  #sentences: Sentence[] = [];
  #block: Block | undefined;
  readonly #memory: BlockMemory;
  #links: { spoken: Spoken; link: Link }[] = [];

  constructor(knowledge: Knowledge, memory: BlockMemory) {
    this.#knowledge = knowledge;
    this.#memory = memory;
  }

  /** Takes down an event that has been found in the passage at hand. */
  link(spoken: Spoken, link: Link): void {
    this.#links.push({ spoken, link });
  }

  /** The names in a passage that mix two events: what they are said to be is held against neither. */
  names(
    block: Block,
    passage: Passage,
    times: ReadonlyMap<number, TimeMention>,
  ): readonly EventNameStatement[] {
    if (!mayMixNames(passage)) return NONE;
    const timeAt = (token: number) => times.get(block.span.start + timeFrom(passage, token));
    return [...mixedNames(passage, timeAt, this.#knowledge)].map(
      ({ event, other, name, words, instead }) => ({
        kind: "event-name",
        event: event.id,
        eventSpan: spanOf(block, passage, name),
        other: other.id,
        span: spanOf(block, passage, words),
        verdict: "contradicted",
        instead,
      }),
    );
  }

  /** What the passage at hand states, its events having been linked. */
  passage(block: Block, passage: Passage, times: ReadonlyMap<number, TimeMention>): readonly Statement[] {
    const linked = this.#links.length === 0 ? NONE : toldEvents(this.#links, this.#knowledge);
    this.#links = [];
    this.#goOn(block, passage, linked);
    if (linked.length === 0 && !mayClaim(passage) && !mayDecide(passage)) return NONE;
    const place = (tokens: Stretch) => spanOf(block, passage, tokens);
    const timeAt = (token: number) => times.get(block.span.start + timeFrom(passage, token));
    const told = [...linked, ...decidedEvents(passage, linked, timeAt, place, this.#knowledge)];
    const orders = told.length < 2 ? NONE : [...eventOrders(passage, told, place, this.#knowledge)];
    const outcomes = told.length === 0 ? NONE : [...eventOutcomes(passage, told, place, this.#knowledge)];
    if (!mayClaim(passage)) return [...orders, ...outcomes];
    const timesOf = (clause: number) =>
      passage.times.flatMap(({ from }) => (passage.clauses.at[from] === clause ? (timeAt(from) ?? []) : []));
    const claims = claimStatements(passage, this.#context(passage, linked), timesOf, place, this.#knowledge);
    // How a vote ended says more than who was for what.
    const isOutcome = ({ span }: Statement) =>
      outcomes.some((each) => each.verdict !== "unverified" && overlaps(each.span, span));
    return [...orders, ...outcomes, ...[...claims].filter((claim) => !isOutcome(claim))];
  }

  /** Takes down what this passage leaves for the next. */
  #goOn(block: Block, passage: Passage, told: readonly Told[]): void {
    if (block !== this.#block) this.#sentences = [];
    this.#block = block;
    this.#sentences.push({ passage, told });
    if (this.#sentences.length > REACH + 1) this.#sentences.shift();
    for (const { event, cue } of told) if (cue.how !== "verb") this.#memory.noteCalled(event.id);
  }

  /** What pronouns and "the agreement" can take up, once this passage has been taken down. */
  #context(passage: Passage, told: readonly Told[]): ClaimContext {
    const earlier = this.#sentences.slice(0, -1);
    const before = () => {
      const last = earlier.at(-1);
      return last === undefined
        ? []
        : framesOf(last.passage).flatMap((frame) => partiesOf(last.passage, frame, last.told));
    };
    const takenUp = (at: number) => {
      if (passage.keys[at] === "it") return nearest(told, earlier).map(({ id }) => id);
      return passage.keys[at] === "the" ? this.#lastCalled(passage.keys[at + 1] ?? "") : [];
    };
    return { told, before, takenUp };
  }

  /** "the agreement": the last event spoken of that has the word in its name. */
  #lastCalled(noun: string): readonly Id[] {
    const last = this.#memory.lastCalled(noun);
    return last === undefined ? [] : [last];
  }

  /** What the rows of a table state, their events having been linked: the outcome in a column of that name. */
  table(rows: readonly (readonly CellPassage[])[]): readonly Statement[] {
    const links = this.#links;
    this.#links = [];
    const columns = new Set(
      (rows[0] ?? []).flatMap(({ block, passages }) => {
        const keys = passages[0]?.keys ?? [];
        return keys.length > 0 && keys.every((key) => OUTCOME_HEAD.test(key)) ? [block.cell!.column] : [];
      }),
    );
    if (columns.size === 0) return [];
    return rows.slice(1).flatMap((row) => {
      const own = links.filter(({ spoken }) => row.some(({ passages }) => passages.includes(spoken.passage)));
      const [told, ...others] = toldEvents(own, this.#knowledge);
      if (told === undefined || others.length > 0) return [];
      return row
        .filter(({ block }) => columns.has(block.cell!.column))
        .flatMap(({ block, passages }) =>
          passages.slice(0, 1).flatMap((passage) => {
            // A wrong date in its row does not make it another one, if it is named.
            const named = told.cue.how === "name" ? { ...told, isDoubtful: false } : told;
            const outcome = outcomeOfCell(passage, named, this.#knowledge);
            const place = (tokens: Stretch) => spanOf(block, passage, tokens);
            return outcome === undefined ? [] : [outcomeStatement(outcome, passage, place, this.#knowledge)];
          }),
        );
    });
  }
}

/** What a sentence leaves for a pronoun: its subjects, and its events. */
interface Sentence {
  readonly passage: Passage;
  readonly told: readonly Told[];
}

/** The events that a noun or a name speaks of. */
function calledIn(told: readonly Told[]): readonly Told[] {
  return told.filter(({ cue }) => cue.how !== "verb");
}

function eventsOf(told: readonly Told[]): readonly Event[] {
  return [...new Set(calledIn(told).map(({ event }) => event))];
}

const NONE: readonly never[] = [];

/** How many sentences back a pronoun may reach. */
const REACH = 2;

/** What "it" means as an object: the only event of its sentence, or else of the nearest one that has any. */
function nearest(here: readonly Told[], earlier: readonly Sentence[]): readonly Event[] {
  const own = eventsOf(here);
  const before = earlier.findLast(({ told }) => calledIn(told).length > 0)?.told ?? [];
  const events = own.length > 0 ? own : eventsOf(before);
  return events.length === 1 ? events : [];
}

/** Words of a column's head that says how its events ended. */
const OUTCOME_HEAD = /^(?:outcome|outcomes|result|results|fate|how|it|they|ended|end|verdict|decision)$/;

/** Where the date expression that a token begins is written, as an offset in its block. */
function timeFrom({ times }: Passage, token: number): number {
  return times.find(({ from }) => from === token)?.expression.span.start ?? -1;
}
