import type { Block } from "./draft.ts";
import { HIDDEN } from "./tokens.ts";

/** "Table 2. Cabinets since 1998", and Pandoc's own marks, ": Cabinets" and "Table: Cabinets"; white space and markup first. */
const CAPTION = new RegExp(
  `^[\\s${HIDDEN}]*(?::\\s|(?:table|tab\\.)[\\s${HIDDEN}]{0,9}(?:[\\p{N}.]{1,6}|\\p{Lu}{1,4})?[\\s${HIDDEN}]{0,9}[.:—–|-]|(?:table|tab\\.) \\p{N})`,
  "iu",
);

/**
 * The blocks, with each paragraph beside a table that is its caption marked as such. Between two tables it is that of
 * the one below, unless the first table of the draft has its caption below as well. Linear.
 */
export function withCaptions(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(({ cell }) => cell !== undefined);
  if (first < 0) return blocks;
  const isAbove = isCaption(blocks[first - 1]);
  return blocks.map((block, i) => {
    if (!isCaption(block)) return block;
    const above = blocks[i - 1]?.cell?.table;
    const below = blocks[i + 1]?.cell?.table;
    const captionOf = isAbove ? (below ?? above) : (above ?? below);
    return captionOf === undefined ? block : { ...block, captionOf };
  });
}

function isCaption(block: Block | undefined): boolean {
  return block?.kind === "paragraph" && CAPTION.test(block.prose);
}
