import type { Change } from "./change.ts";
import type { Span } from "./span.ts";

/**
 * Where a stretch of the older text stands in the newer one; undefined where the change is in it or touches it. The words are
 * the same in both.
 */
export function movedSpan(span: Span, { start, oldEnd, newEnd }: Change): Span | undefined {
  if (span.end < start) return span;
  if (span.start <= oldEnd) return undefined;
  const by = newEnd - oldEnd;
  return { start: span.start + by, end: span.end + by };
}

/** The stretch of the older text that stands in the newer one's now: what was changed counts as a whole. */
export function spanBefore(span: Span, { start, oldEnd, newEnd }: Change): Span {
  const before = (offset: number, changed: number) => {
    if (offset < start) return offset;
    return offset > newEnd ? offset - newEnd + oldEnd : changed;
  };
  return { start: before(span.start, start), end: before(span.end, oldEnd) };
}

/** What `place` makes with a way to move a place as {@link movedSpan} does; undefined if one of the places is no more. */
export function movedWhole<T>(change: Change, place: (moved: (span: Span) => Span) => T): T | undefined {
  let isTouched = false;
  const made = place((span) => {
    const now = movedSpan(span, change);
    isTouched ||= now === undefined;
    return now ?? span;
  });
  return isTouched ? undefined : made;
}
