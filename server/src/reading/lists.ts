import type { Draft } from "../text/draft.ts";
import { partAt } from "../text/parts.ts";
import type { Span } from "../text/span.ts";
import type { ReadPart } from "./ledger.ts";
import { placedInDraft } from "./placed.ts";
import type { PartRead } from "./reader.ts";
import type { EntityMention, Reading } from "./reading.ts";
import { withNear } from "./whole.ts";

/** Parts that were read, and where they stand. */
interface Listed {
  readonly draft: Draft;
  readonly parts: readonly ReadPart[];
  /** The misspelt names, which depend on all parts. */
  readonly near: ReadonlyMap<ReadPart, readonly EntityMention[]>;
}

const listed = new WeakMap<Reading, Listed>();

/** What was read in the parts of a draft, placed in it when it is asked for. */
export function readingOf(of: Listed): Reading {
  const reading = listing(of, 0, of.parts.length);
  listed.set(reading, of);
  return reading;
}

/**
 * What a reading says of the parts that a stretch of the draft touches, and of those next to them: for a question about a
 * place, which need not have a long draft placed as a whole. All of the reading where its parts are not known.
 */
export function readingAround(reading: Reading, { start, end }: Span): Reading {
  const of = listed.get(reading);
  if (of === undefined) return reading;
  const { parts } = of.draft;
  return listing(
    of,
    Math.max(0, partAt(parts, start) - 1),
    Math.min(of.parts.length, partAt(parts, end) + 2),
  );
}

function listing({ draft, parts, near }: Listed, from: number, to: number): Reading {
  const { starts } = draft.parts;
  // What is the same thing in two lists stays so.
  const done: Map<object, object>[] = [];
  const all = <T>(of: (found: PartRead, part: ReadPart) => readonly T[]) => {
    const list: T[] = [];
    for (let i = from; i < to; i++) {
      const part = parts[i]!;
      const found = of(part.found, part);
      if (found.length === 0) continue;
      done[i - from] ??= new Map();
      for (const one of placedInDraft(found, { part: i, starts }, done[i - from])) list.push(one);
    }
    return list;
  };
  const made: { -readonly [Key in keyof Reading]?: Reading[Key] } = {};
  return {
    draft,
    get entities() {
      return (made.entities ??= all((found, part) => withNear(found.entities, near.get(part))));
    },
    get events() {
      return (made.events ??= all(({ events }) => events));
    },
    get times() {
      return (made.times ??= all(({ times }) => times));
    },
    get statements() {
      return (made.statements ??= all(({ statements }) => statements));
    },
    get discouraged() {
      return (made.discouraged ??= all(({ discouraged }) => discouraged));
    },
    get accounts() {
      return (made.accounts ??= all(({ accounts }) => accounts));
    },
    get acronyms() {
      return (made.acronyms ??= all(({ acronyms }) => acronyms));
    },
  };
}
