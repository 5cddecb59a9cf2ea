import type { Span } from "../text/span.ts";

/**
 * A plain value with all that is a place in it moved by so many code units: what was read in a part of a draft, put where
 * the part stands. What stands in it more than once is still one thing afterwards. Stretches of days are no places.
 */
export function placed<T>(value: T, by: number, done = new Map<object, object>()): T {
  return by === 0 ? value : (move(value, by, done) as T);
}

function move(value: unknown, by: number, done: Map<object, object>): unknown {
  if (typeof value !== "object" || value === null || value instanceof Set || "edtf" in value) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const moved = Array.isArray(value)
    ? value.map((item) => move(item, by, done))
    : isSpan(value)
      ? { start: value.start + by, end: value.end + by }
      : movedParts(value, by, done);
  done.set(value, moved);
  return moved;
}

function movedParts(value: object, by: number, done: Map<object, object>): object {
  const moved: Record<string, unknown> = { ...value };
  for (const key in moved) {
    const part = moved[key];
    if (typeof part === "object") moved[key] = move(part, by, done);
    else if (key === "anchorStart") moved[key] = (part as number) + by;
  }
  return moved;
}

function isSpan(value: object): value is Span {
  return "start" in value && "end" in value && Object.keys(value).length === 2;
}
