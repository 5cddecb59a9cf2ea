/**
 * A plain value with all that is a place in it moved by so many code units: what was read in a part of a draft, put where
 * the part stands. What stands in it more than once is still one thing afterwards. Stretches of days are no places.
 */
export function placed<T>(value: T, by: number, done = new Map<object, object>()): T {
  return by === 0 ? value : (move(value, by, done) as T);
}

function move(value: unknown, by: number, done: Map<object, object>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.length === 0 ? value : value.map((item) => move(item, by, done));
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown };
  if (typeof start === "number" && typeof end === "number")
    return "edtf" in value ? value : { start: start + by, end: end + by };
  if (value instanceof Set) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const moved = movedParts(value, by, done);
  done.set(value, moved);
  return moved;
}

function movedParts(value: object, by: number, done: Map<object, object>): object {
  const moved: Record<string, unknown> = { ...value };
  for (const key in moved) {
    const part = moved[key];
    if (typeof part === "object" && !isUnplaced(key)) moved[key] = move(part, by, done);
    else if (key === "anchorStart") moved[key] = (part as number) + by;
  }
  return moved;
}

/** What has no place in it, and would only be copied. */
function isUnplaced(key: string): boolean {
  return key === "ids" || key === "keys" || key === "stated" || key === "instead" || key === "anchors";
}
