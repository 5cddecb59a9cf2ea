import type { Draft } from "../../text/draft.ts";
import type { Lines } from "../../text/lines.ts";
import { placeIn, placeLabel } from "../../text/place.ts";
import type { Span } from "../../text/span.ts";
import { placeOf } from "../frame.ts";

/** A stretch of a draft as editors count: from 1, columns in UTF-16 code units, the end behind its last character. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where something stands in a document, whose lines are our own making: in words. Undefined for a text. */
export function placeInWords(draft: Draft, span: Span): string | undefined {
  return draft.madeOf === undefined ? undefined : placeLabel(placeIn(draft, span));
}

/** A message, with the place before it where no line can tell it. */
export function placedMessage(message: string, draft: Draft, span: Span): string {
  const place = placeInWords(draft, span);
  return place === undefined ? message : `${place}: ${message}`;
}

export function regionOf(lines: Lines, { start, end }: Span): Region {
  const from = placeOf(lines, { start, end: start });
  const to = placeOf(lines, { start: Math.max(start, end), end });
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
