import type { Lines } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { placeOf } from "../frame.ts";

/** A stretch of a draft as editors count: from 1, columns in UTF-16 code units, the end behind its last character. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function regionOf(lines: Lines, { start, end }: Span): Region {
  const from = placeOf(lines, { start, end: start });
  const to = placeOf(lines, { start: Math.max(start, end), end });
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
