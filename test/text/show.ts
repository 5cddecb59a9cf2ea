import type { Block, Format } from "../../server/src/text/draft.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { HIDDEN, OPAQUE } from "../../server/src/text/tokens.ts";

/** A text's blocks as a reader sees them, one a line: "heading 2: Title", "item: …"; what is no prose is one ▢. */
export function shownBlocks(text: string, format: Format = "markdown"): string[] {
  return readDraft({ uri: "draft:", text, format }).blocks.map(
    (block) => `${kindOf(block)}: ${shown(block.prose)}`,
  );
}

/** Prose without its markup. */
export function shown(prose: string): string {
  return prose
    .replaceAll(HIDDEN, "")
    .replace(new RegExp(`${OPAQUE}+`, "g"), "▢")
    .replace(/\s+/g, " ");
}

function kindOf({ kind, level, cell, quoted }: Block): string {
  const at = cell === undefined ? "" : ` ${cell.table}.${cell.row}.${cell.column}`;
  return `${quoted ? "quoted " : ""}${kind}${level === undefined ? "" : ` ${level}`}${at}`;
}
