import type { Knowledge } from "../knowledge-base/knowledge.ts";
import { tablesOf } from "../knowledge-base/tables.ts";
import type { Draft } from "../text/draft.ts";
import type { ReadPart } from "./ledger.ts";
import { type Making, remade } from "./making.ts";
import { placedInDraft } from "./placed.ts";
import type { PartRead } from "./reader.ts";
import type { Reading } from "./reading.ts";
import { Renewal } from "./renewal.ts";
import { READING_TABLES } from "./tables.ts";
import type { Trace } from "./trace.ts";
import { asOnePart, WholeReading, withNear } from "./whole.ts";

const makings = new WeakMap<Reading, Making>();

/** What a reading took: its parts, paragraphs and tables, and how many of them had to be read for it. */
export function effortOf(reading: Reading): { readonly parts: number; readonly readAnew: number } {
  const { parts, readAnew } = makings.get(reading) ?? { parts: [], readAnew: 0 };
  return { parts: parts.length, readAnew };
}

/**
 * Reads a draft against knowledge: what it names, when, and what it says of it. First each part by itself, a paragraph or
 * a table; then one pass over all of them for what crosses paragraphs: years, "the truce", "the commission".
 * `earlier` is a reading of an older version of the draft: a part whose words are the same, and its dates, and whatever it
 * asked of the text before it, is not read again. What comes out is the same as without.
 * A `trace` takes down what was made of each mention, and which gate silenced it, for whoever wants it explained.
 * Yields between paragraphs, so that the driver can stop or let others go first.
 */
export function* read(
  draft: Draft,
  knowledge: Knowledge,
  { earlier, trace }: { readonly earlier?: Reading | undefined; readonly trace?: Trace | undefined } = {},
): Generator<undefined, Reading, undefined> {
  yield* tablesOf(READING_TABLES, knowledge);
  const written = draft.frontMatter.date;
  const known = earlier && trace === undefined ? makings.get(earlier) : undefined;
  const isUsable = known?.knowledge === knowledge && known.written === written;
  const renewal = new Renewal(draft, knowledge, isUsable ? known : undefined, trace);
  const making = yield* renewal.run();
  const reading = readingOf(draft, making);
  makings.set(reading, making);
  return reading;
}

/** A reading by its parts. Quick for the newest reading of a draft. */
export function wholeOf(reading: Reading, knowledge: Knowledge): WholeReading {
  const making = makings.get(reading);
  if (making === undefined) return asOnePart(reading, knowledge);
  const { old, ledger } =
    making.ledger === undefined ? remade(making, making.knowledge) : { old: making, ledger: making.ledger };
  const { draft } = reading;
  return new WholeReading(
    { draft, parts: old.parts, starts: draft.parts.starts },
    ledger,
    ledger.misspelt.mentions(),
  );
}

function readingOf(draft: Draft, { parts, ledger }: Making): Reading {
  const near = ledger!.misspelt.mentions();
  const { starts } = draft.parts;
  // What is the same thing in two lists stays so.
  const done: Map<object, object>[] = [];
  const all = <T>(of: (found: PartRead, part: ReadPart) => readonly T[]) => {
    const list: T[] = [];
    for (const [i, part] of parts.entries()) {
      const found = of(part.found, part);
      if (found.length === 0) continue;
      done[i] ??= new Map();
      for (const one of placedInDraft(found, { part: i, starts }, done[i])) list.push(one);
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
