import type { Lines } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";

/** A place of a draft in the line that it stands in, as a list shows it. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** How much of the line is shown on either side, in UTF-16 code units. */
const BEFORE = 30;
const AFTER = 60;

/** What stands around a place, cut at words where the line is long. White space is one space. */
export function excerptOf(text: string, lines: Lines, { start, end }: Span): Excerpt {
  const { line } = lines.positionAt(start);
  const first = lines.offsetAt({ line, character: 0 });
  const whole = lines.line(line);
  const last = Math.max(first + whole.trimEnd().length, end);
  const before = text.slice(first, start).trimStart();
  const after = text.slice(end, last);
  return {
    before: oneLine(before.length > BEFORE ? `…${fromWord(before.slice(-BEFORE))}` : before),
    words: oneLine(text.slice(start, end)),
    after: oneLine(after.length > AFTER ? `${toWord(after.slice(0, AFTER))}…` : after),
  };
}

/** Cut at a word; where there is none, at least not within a character. */
function fromWord(text: string): string {
  return text.replace(/^\S*\s+(?=\S)|^[\uDC00-\uDFFF]/, "");
}

function toWord(text: string): string {
  return text.replace(/(?<=\S)\s+\S*$|[\uD800-\uDBFF]$/, "");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
