import type { Relative } from "../time.ts";
import { keyAt, type Tokens } from "./atoms.ts";
import { DEICTICS } from "./cues.ts";
import type { Point } from "./point.ts";

/** "of that year", "of the same month", after a date that leaves its year or month out. */
export function readReference(
  tokens: Tokens,
  { parts, next }: Point,
): { relative: Relative; next: number } | undefined {
  if (parts.year !== undefined || parts.years !== undefined) return undefined;
  const at = keyAt(tokens, next) === "of" ? next + 1 : next;
  const key = keyAt(tokens, at);
  const article = key === "the" ? at + 1 : at;
  const deictic = DEICTICS.get(keyAt(tokens, article));
  const unit = keyAt(tokens, article + 1);
  if (deictic === undefined || unit !== "year" || (at === next && key === "the")) return undefined;
  return { relative: { unit, ...deictic }, next: article + 2 };
}
