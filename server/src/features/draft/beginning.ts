import { CHECKS } from "../../checks/index.ts";
import { opensAsDateline } from "../../reading/dateline.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Draft } from "../../text/draft.ts";
import { firstParts, partAt } from "../../text/parts.ts";
import { lastStarting } from "../../text/span.ts";
import type { Snapshot } from "./snapshot.ts";

/** What is shorter is read as a whole, in UTF-16 code units: it does not take long. */
const LONG = 100_000;
/** The shortest beginning that is read by itself: more than a screen shows. */
const FIRST = 5_000;
/** So much of a text has to be taken apart to see where the first of its beginnings ends, in UTF-16 code units. */
export const MORE_THAN_FIRST = 2 * FIRST;
/** How many times as long as the one before each further one is. */
const GROWTH = 4;

/**
 * The beginnings of a long draft, each longer than the one before, none with more than half of it: whoever opens it need
 * not wait for its end to hear of its first pages. Those shorter than `from` are left out. A table is not parted from the caption below it.
 */
export function* beginningsOf(draft: Draft, from = 0): Generator<Draft> {
  const { content } = draft;
  if (content.length < LONG) return;
  for (let length = FIRST; length * 2 < content.length; length *= GROWTH) {
    if (length < from) continue;
    const { all, captions } = draft.parts;
    let count = 1 + partAt(draft.parts, length);
    while (captions?.has(count) === true) count++;
    if (count < all.length) yield beginningOf(draft, count);
  }
}

/** A draft that ends after so many of its parts. */
export function beginningOf(draft: Draft, count: number): Draft {
  const { blocks, parts } = draft;
  const next = parts.starts[count] ?? Infinity;
  const end = 1 + lastStarting(blocks, next - 1, ({ span }) => span.start);
  return { ...draft, blocks: blocks.slice(0, end), parts: firstParts(parts, count) };
}

/** What is known of a draft of which this beginning has been read: only that which the rest cannot change. */
export function knownOf(draft: Draft, beginning: Snapshot): Snapshot {
  const { blocks } = beginning.draft;
  return { ...beginning, draft, findings: settledFindings(beginning), readTo: blocks.at(-1)?.span.end ?? 0 };
}

const ABOUT_WHOLE: ReadonlySet<string> = new Set(
  CHECKS.flatMap(({ id, whole }) => (whole === undefined ? [] : [id])),
);

/**
 * A misspelling is none where the word comes again, and a date may be another one; but for these, and for checks of a
 * draft as a whole, what is read depends on nothing that stands after it.
 */
function settledFindings({ draft, reading, findings }: Snapshot): Snapshot["findings"] {
  const near = new Set(reading.entities.flatMap(({ form, span }) => (form === "near" ? [span.start] : [])));
  const end = settledUpTo(draft, reading);
  return findings.filter(
    ({ check, span }) => !ABOUT_WHOLE.has(check) && !near.has(span.start) && span.end <= end,
  );
}

/** Digits of which the draft's other dates tell what is the day and what the month. */
const IN_DIGITS = /(?<!\d)(?:0?[1-9]|1[0-2]) ?[-/] ?(?:0?[1-9]|1[0-2]) ?[-/] ?\d{4}(?!\d)/;

/** Where the block begins that has the first date of which the rest of the draft may make another one. */
function settledUpTo(draft: Draft, { times }: Reading): number {
  const { blocks, text } = draft;
  const end = blocks.at(-1)?.span.end ?? 0;
  const digits = IN_DIGITS.exec(text.slice(0, end))?.index ?? end;
  // Whether a dated draft tells of its own time is told by all its years.
  const isDated = draft.frontMatter.date !== undefined || opensAsDateline(draft, times);
  const open = times.find(({ inferred }) => isDated && inferred !== undefined && inferred.from !== "range");
  const first = Math.min(digits, open?.span.start ?? end);
  return blocks[lastStarting(blocks, first, ({ span }) => span.start)]?.span.start ?? 0;
}
