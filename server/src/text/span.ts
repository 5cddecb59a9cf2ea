import { bisect } from "./bisect.ts";

/** A half-open range of a text in UTF-16 code units: the only position type of the core. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span that may stand in another part of the draft than what has it; it counts from where that part begins. */
export interface FarSpan extends Span {
  /** How many parts before; a number below 0 is that of a part after it. Absent: in the same part. */
  readonly back?: number;
  /** Instead: the number of the part, from the beginning of the draft. */
  readonly part?: number;
}

/** The same place, as a part has it that comes so many parts later. */
export function fartherBy({ start, end, back = 0, part }: FarSpan, parts: number): FarSpan {
  return part === undefined ? { start, end, back: back + parts } : { start, end, part, back: back + parts };
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** The smallest span that covers both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** For sorting by where things begin, and then by where they end. */
export function byStart(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** Sorts a list in its place, by {@link byStart}; most are in order, and sorting would take memory even for those. */
export function inOrder<T extends { readonly span: Span }>(list: T[]): T[] {
  for (let i = 1; i < list.length; i++) if (byStart(list[i - 1]!, list[i]!) > 0) return list.sort(byStart);
  return list;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a cursor at an offset is on a span: inside it, or at either end. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

export function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The last of some spans that begins at an offset or before it; -1 if none does. */
export function lastBefore(spans: readonly { readonly start: number }[], offset: number): number {
  return lastStarting(spans, offset, ({ start }) => start);
}

/** The same of things that have a span somewhere in them. */
export function lastStarting<T>(things: readonly T[], offset: number, startOf: (thing: T) => number): number {
  return bisect(things.length, (i) => startOf(things[i]!) <= offset) - 1;
}
