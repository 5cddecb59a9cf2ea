import type { Knowledge } from "../knowledge-base/knowledge.ts";
import { tablesOf } from "../knowledge-base/tables.ts";
import type { Draft } from "../text/draft.ts";
import { readingOf } from "./lists.ts";
import { type Making, remade } from "./making.ts";
import type { Reading } from "./reading.ts";
import { Renewal } from "./renewal.ts";
import { READING_TABLES } from "./tables.ts";
import type { Trace } from "./trace.ts";
import { asOnePart, WholeReading } from "./whole.ts";

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
  yield* making.ledger!.misspelt.prepare();
  const near = making.ledger!.misspelt.mentions();
  const reading = readingOf({ draft, parts: making.parts, near });
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
