import type { Knowledge } from "../knowledge-base/knowledge.ts";
import { bisect } from "../text/bisect.ts";
import type { Draft } from "../text/draft.ts";
import { byStart, type FarSpan, type Span } from "../text/span.ts";
import type { TimeMention } from "../time/time.ts";
import { type Follower, type FollowerKind, Ledger, type ReadPart } from "./ledger.ts";
import { type Left, leftOf, noNotes } from "./memory/notes.ts";
import { placedSpan, type Standing } from "./placed.ts";
import type { PartRead } from "./reader.ts";
import type { EntityMention, Reading } from "./reading.ts";
import { NO_WORDS } from "./words.ts";

/** What was read in one part of a draft. Places count from where the part begins. */
export interface PartReading extends Omit<Reading, "draft"> {
  readonly draft: Pick<Draft, "text" | "parts">;
}

/** A reading by its parts: what is kept of all of them, and where each stands. */
export class WholeReading {
  readonly draft: Draft;
  readonly #parts: readonly ReadPart[];
  readonly #ledger: Ledger;
  readonly #starts: ArrayLike<number>;
  /** The misspelt names, which depend on all parts. */
  readonly near: ReadonlyMap<ReadPart, readonly EntityMention[]>;

  constructor(
    { draft, parts, starts }: { draft: Draft; parts: readonly ReadPart[]; starts: ArrayLike<number> },
    ledger: Ledger,
    near: ReadonlyMap<ReadPart, readonly EntityMention[]>,
  ) {
    this.draft = draft;
    this.#parts = parts;
    this.#starts = starts;
    this.#ledger = ledger;
    this.near = near;
  }

  follower<Kind extends Follower>(kind: FollowerKind<Kind>): Kind {
    return this.#ledger.follower(kind);
  }

  /** A part as a reading of its own. */
  readingOf(read: ReadPart): PartReading {
    const { part, found } = read;
    const { text } = part;
    const entities = withNear(found.entities, this.near.get(read));
    const { discouraged, events, times, statements, accounts, acronyms } = found;
    const draft = { text, parts: { all: [part], starts: [0] } };
    return { draft, entities, discouraged, events, times, statements, accounts, acronyms };
  }

  standing(part: ReadPart): Standing {
    return { part: this.#placeOf(part), starts: this.#starts };
  }

  /** A place in a part as one in the draft. */
  placed(part: ReadPart, span: FarSpan): Span {
    return placedSpan(span, this.standing(part));
  }

  /** The dates that stand at a place, as the part has it to which that belongs. */
  timesAt(part: ReadPart, { start, back, part: number }: FarSpan): readonly TimeMention[] {
    const far = number !== undefined || back !== undefined;
    const other = far ? this.#parts[number ?? this.#placeOf(part) - back!] : part;
    return other?.found.times.filter(({ span }) => span.start === start) ?? [];
  }

  #placeOf({ order }: ReadPart): number {
    return bisect(this.#parts.length, (i) => this.#parts[i]!.order < order);
  }
}

/** The names of a part with those that are misspelt. */
export function withNear(
  entities: readonly EntityMention[],
  near: readonly EntityMention[] | undefined,
): readonly EntityMention[] {
  return near === undefined ? entities : [...entities, ...near].sort(byStart);
}

/** A reading of which the parts are not known, as one part. */
export function asOnePart(reading: Reading, knowledge: Knowledge): WholeReading {
  const { draft, ...lists } = reading;
  const found: PartRead = {
    ...lists,
    entities: [...lists.entities],
    near: [],
    unknown: [],
    discouraged: [...lists.discouraged],
  };
  const left: Left = leftOf(noNotes());
  const part: ReadPart = {
    part: { text: draft.text, blocks: draft.blocks },
    words: NO_WORDS,
    times: [],
    asked: [],
    left,
    found,
    order: 0,
  };
  const ledger = new Ledger(knowledge);
  ledger.add(part);
  return new WholeReading({ draft, parts: [part], starts: [0] }, ledger, new Map());
}
