import type { Span } from "../../text/span.ts";

/** What is quoted in a block, as offsets of pairs of marks in its order, and which of them are behind a sentence. */
export interface Quotations {
  readonly all: readonly Span[];
  /** The first that does not end before the sentence. */
  readonly first: number;
}

/** Which of a block's characters stand inside quotation marks, as offsets of pairs; unpaired marks quote nothing. */
export function quotationsOf(prose: string, offset: number): Span[] {
  const quotations: Span[] = [];
  let open: { at: number; close: number } | undefined;
  for (let i = 0; i < prose.length; i++) {
    const code = prose.charCodeAt(i);
    if (code < FIRST_CURVED && code !== PLAIN) continue;
    if (open !== undefined) {
      if (code !== open.close || isApostrophe(prose, i)) continue;
      quotations.push({ start: offset + open.at, end: offset + i + 1 });
      open = undefined;
    } else {
      const close = CLOSING.get(code);
      if (close !== undefined && !isApostrophe(prose, i)) open = { at: i, close };
    }
  }
  return quotations;
}

/** By the codes of the opening and the closing mark. */
const CLOSING: ReadonlyMap<number, number> = new Map(
  ['""', "“”", "‘’", "«»", "„“"].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);
const PLAIN = '"'.charCodeAt(0);
/** All other marks come after it in Unicode. */
const FIRST_CURVED = "«".charCodeAt(0);

function isApostrophe(prose: string, i: number): boolean {
  return (
    (prose[i] === "’" || prose[i] === "‘") &&
    /[\p{L}\p{N}]/u.test(prose[i + 1] ?? "") &&
    /[\p{L}\p{N}]/u.test(prose[i - 1] ?? "")
  );
}
