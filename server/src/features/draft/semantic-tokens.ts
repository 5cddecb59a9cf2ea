import { lastStarting, overlaps, type Span, span } from "../../text/span.ts";
import { apart, namedIn } from "./named.ts";
import type { Snapshot } from "./snapshot.ts";

/** Words of a draft that mean something, for their colour. */
export interface DraftToken {
  readonly span: Span;
  /** A claim: one that is contested or alleged, told as the draft has it. */
  readonly type: "actor" | "event" | "date" | "claim";
}

const EVERYWHERE = span(0, Number.POSITIVE_INFINITY);

/**
 * The actors, events and dates of a draft, or of a part of it, and what is left of contested claims around them, in the
 * order of the text. None overlaps another, none goes over more than one line. O(mentions × log mentions).
 */
export function draftTokens({ draft, knowledge, reading }: Snapshot, within = EVERYWHERE): DraftToken[] {
  const isHere = ({ span }: { readonly span: Span }) => overlaps(span, within);
  const words = apart<DraftToken>([
    ...namedIn(reading).map(({ kind, span }) => ({ type: kind, span })),
    ...reading.times.map(({ span }) => ({ type: "date", span }) as const),
  ]).filter(isHere);
  const contested = reading.statements.filter(
    (statement) =>
      statement.kind === "attribution" && knowledge.claims.get(statement.claim)?.status !== "established",
  );
  const claims = apart(contested.filter(isHere)).flatMap(({ span }) => between(words, span));
  return [...words, ...claims]
    .sort((a, b) => a.span.start - b.span.start)
    .flatMap((token) => linesOf(token, draft.text))
    .filter(isHere);
}

/** What of a claim no other words take. */
function between(words: readonly DraftToken[], claim: Span): DraftToken[] {
  const first = Math.max(
    0,
    lastStarting(words, claim.start, (word) => word.span.start),
  );
  const after = lastStarting(words, claim.end, (word) => word.span.start) + 1;
  const inside = words.slice(first, after).filter((word) => overlaps(word.span, claim));
  const starts = [claim.start, ...inside.map((word) => word.span.end)];
  const ends = [...inside.map((word) => word.span.start), claim.end];
  return starts.flatMap((start, i) =>
    start < ends[i]! ? [{ type: "claim" as const, span: span(start, ends[i]!) }] : [],
  );
}

/** A token line by line, without the white space at its ends. */
function linesOf({ type, span: { start, end } }: DraftToken, text: string): DraftToken[] {
  const lines = text.slice(start, end).matchAll(/\S(?:[^\r\n]*\S)?/g);
  return Array.from(lines, ({ 0: line, index }) => {
    return { type, span: span(start + index, start + index + line.length) };
  });
}
