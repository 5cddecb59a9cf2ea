import type { FarSpan } from "../text/span.ts";

/** Where the parts of a draft begin, and the number of one of them. */
export interface Standing {
  readonly part: number;
  readonly starts: ArrayLike<number>;
}

/**
 * A plain value with all that is a place in it moved by so many code units: what was read in a part of a draft, put where
 * the part stands. What stands in it more than once is still one thing afterwards. Stretches of days are no places.
 */
export function placed<T>(value: T, by: number): T {
  return by === 0 ? value : (move(value, by, undefined, new Map()) as T);
}

/** The same for what was read in a part that stands somewhere in a draft: it may have places of other parts in it. */
export function placedInDraft<T>(value: T, standing: Standing, done = new Map<object, object>()): T {
  return move(value, standing.starts[standing.part]!, standing, done) as T;
}

/** A place, counted from the beginning of the draft. */
export function placedSpan({ start, end, back, part }: FarSpan, { part: own, starts }: Standing) {
  const by = starts[part ?? own - (back ?? 0)] ?? 0;
  return { start: start + by, end: end + by };
}

function move(
  value: unknown,
  by: number,
  standing: Standing | undefined,
  done: Map<object, object>,
): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value.length === 0 ? value : value.map((item) => move(item, by, standing, done));
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown };
  if (typeof start === "number" && typeof end === "number") {
    if ("edtf" in value) return value;
    if (standing !== undefined) return placedSpan(value as FarSpan, standing);
    return { ...value, start: start + by, end: end + by };
  }
  if (value instanceof Set) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const moved = movedParts(value, by, standing, done);
  done.set(value, moved);
  return moved;
}

function movedParts(
  value: object,
  by: number,
  standing: Standing | undefined,
  done: Map<object, object>,
): object {
  const moved: Record<string, unknown> = { ...value };
  for (const key in moved) {
    const part = moved[key];
    if (typeof part === "object" && !isUnplaced(key)) moved[key] = move(part, by, standing, done);
    else if (key === "anchorStart") moved[key] = (part as number) + by;
  }
  return moved;
}

/** What has no place in it, and would only be copied. */
function isUnplaced(key: string): boolean {
  return key === "ids" || key === "keys" || key === "stated" || key === "instead" || key === "anchors";
}
