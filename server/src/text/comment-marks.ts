import type { Format } from "./draft.ts";

/** How a format writes a comment of its own. */
export interface CommentMarks {
  readonly before: string;
  readonly after: string;
  /** It can stand at the end of a line of prose; else it needs a line to itself. */
  readonly inLine: boolean;
}

const HTML: CommentMarks = { before: "<!-- ", after: " -->", inLine: true };

/** Plain text has no comments of its own; there ours are written as in Markdown. */
export const COMMENT_MARKS: Readonly<Record<Format, CommentMarks>> = {
  markdown: HTML,
  quarto: HTML,
  plaintext: HTML,
  html: HTML,
  latex: { before: "% ", after: "", inLine: true },
  restructuredtext: { before: ".. ", after: "", inLine: false },
  asciidoc: { before: "// ", after: "", inLine: false },
  org: { before: "# ", after: "", inLine: false },
};
