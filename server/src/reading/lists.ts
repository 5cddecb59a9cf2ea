import type { Change } from "../text/change.ts";
import type { Draft } from "../text/draft.ts";
import { movedWhole, spanBefore } from "../text/moved.ts";
import { partAt } from "../text/parts.ts";
import type { Span } from "../text/span.ts";
import { finish } from "../text/steps.ts";
import type { ReadPart } from "./ledger.ts";
import { placedBy, placedInDraft } from "./placed.ts";
import type { EntityMention, Reading } from "./reading.ts";
import { withNear } from "./whole.ts";

/** Parts that were read, and where they stand. */
interface Listed {
  readonly draft: Draft;
  readonly parts: readonly ReadPart[];
  /** The misspelt names, which depend on all parts. */
  readonly near: ReadonlyMap<ReadPart, readonly EntityMention[]>;
}

type Lists = Omit<Reading, "draft">;

/** How what is around a place of a draft is found without the rest. */
const around = new WeakMap<Reading, (place: Span) => Reading>();
/** How a list is made with pauses. */
const preparing = new WeakMap<Reading, (key: keyof Lists) => Generator<undefined, unknown>>();
/** How many parts are placed between two pauses. */
const PLACED = 64;

/** What was read in the parts of a draft, placed in it when it is asked for. */
export function readingOf(of: Listed): Reading {
  const { draft, parts } = of;
  const reading = listing(of, 0, parts.length);
  around.set(reading, ({ start, end }) => {
    const from = Math.max(0, partAt(draft.parts, start) - 1);
    return listing(of, from, Math.min(parts.length, partAt(draft.parts, end) + 2));
  });
  return reading;
}

/**
 * What a reading says of the parts that a stretch of the draft touches, and of those next to them: for a question about a
 * place, which need not have a long draft placed as a whole. All of the reading where its parts are not known.
 */
export function readingAround(reading: Reading, place: Span): Reading {
  return around.get(reading)?.(place) ?? reading;
}

/** Makes lists of a reading with pauses, for whoever is to go through them as a whole. */
export function* prepareLists(reading: Reading, ...keys: (keyof Lists)[]): Generator<undefined, void> {
  const prepare = preparing.get(reading);
  if (prepare !== undefined) for (const key of keys) yield* prepare(key);
}

/**
 * What a reading says of a newer text of its draft, but for what has a place that the change between the two touches: it is
 * true of the same words, though more may be known once the newer text has been read.
 */
export function carriedReading(reading: Reading, draft: Draft, change: Change): Reading {
  const carried = moving(reading, draft, change);
  around.set(carried, (place) => moving(readingAround(reading, spanBefore(place, change)), draft, change));
  return carried;
}

function listing({ draft, parts, near }: Listed, from: number, to: number): Reading {
  const { starts } = draft.parts;
  // What is the same thing in two lists stays so.
  const done: Map<object, object>[] = [];
  return lists(draft, function* (key) {
    const list: unknown[] = [];
    for (let i = from; i < to; i++) {
      if ((i - from) % PLACED === PLACED - 1) yield;
      const part = parts[i]!;
      const found = key === "entities" ? withNear(part.found.entities, near.get(part)) : part.found[key];
      if (found.length === 0) continue;
      done[i - from] ??= new Map();
      for (const one of placedInDraft(found, { part: i, starts }, done[i - from])) list.push(one);
    }
    return list;
  });
}

function moving(reading: Reading, draft: Draft, change: Change): Reading {
  return lists(draft, function* (key) {
    yield* prepareLists(reading, key);
    return reading[key].flatMap((one) => movedWhole(change, (moved) => placedBy<unknown>(one, moved)) ?? []);
  });
}

/** A reading of which each list is made when it is first asked for. */
function lists(
  draft: Draft,
  make: (key: keyof Lists) => Generator<undefined, readonly unknown[], undefined>,
): Reading {
  const made: Partial<Record<keyof Lists, readonly unknown[]>> = {};
  const of = <Key extends keyof Lists>(key: Key) => (made[key] ??= finish(make(key))) as Lists[Key];
  const reading: Reading = {
    draft,
    get entities() {
      return of("entities");
    },
    get events() {
      return of("events");
    },
    get times() {
      return of("times");
    },
    get statements() {
      return of("statements");
    },
    get discouraged() {
      return of("discouraged");
    },
    get accounts() {
      return of("accounts");
    },
    get acronyms() {
      return of("acronyms");
    },
  };
  preparing.set(reading, function* (key) {
    made[key] ??= yield* make(key);
  });
  return reading;
}
