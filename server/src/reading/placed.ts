import type { FarSpan, Span } from "../text/span.ts";

/** Where the parts of a draft begin, and the number of one of them. */
export interface Standing {
  readonly part: number;
  readonly starts: ArrayLike<number>;
}

/** Where a place comes to stand. */
type Move = (place: FarSpan) => Span;

/**
 * A plain value with all that is a place in it moved by so many code units: what was read in a part of a draft, put where
 * the part stands. What stands in it more than once is still one thing afterwards. Stretches of days are no places.
 */
export function placed<T>(value: T, by: number): T {
  if (by === 0) return value;
  return placedBy(value, (place) => ({ ...place, start: place.start + by, end: place.end + by }));
}

/** The same for what was read in a part that stands somewhere in a draft: it may have places of other parts in it. */
export function placedInDraft<T>(value: T, standing: Standing, done = new Map<object, object>()): T {
  return placedBy(value, (place) => placedSpan(place, standing), done);
}

/** The same, each place moved by a rule. */
export function placedBy<T>(value: T, move: Move, done = new Map<object, object>()): T {
  return moved(value, move, done) as T;
}

/** A place, counted from the beginning of the draft. */
export function placedSpan({ start, end, back, part }: FarSpan, { part: own, starts }: Standing) {
  const by = starts[part ?? own - (back ?? 0)] ?? 0;
  return { start: start + by, end: end + by };
}

function moved(value: unknown, move: Move, done: Map<object, object>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.length === 0 ? value : value.map((item) => moved(item, move, done));
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown };
  if (typeof start === "number" && typeof end === "number")
    return "edtf" in value ? value : move(value as FarSpan);
  if (value instanceof Set) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const whole = movedParts(value, move, done);
  done.set(value, whole);
  return whole;
}

function movedParts(value: object, move: Move, done: Map<object, object>): object {
  const whole: Record<string, unknown> = { ...value };
  for (const key in whole) {
    const part = whole[key];
    if (typeof part === "object" && !isUnplaced(key)) whole[key] = moved(part, move, done);
    else if (key === "anchorStart") whole[key] = move({ start: part as number, end: part as number }).start;
  }
  return whole;
}

/** What has no place in it, and would only be copied. */
function isUnplaced(key: string): boolean {
  return key === "ids" || key === "keys" || key === "stated" || key === "instead" || key === "anchors";
}
