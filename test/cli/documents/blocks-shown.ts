import { expect } from "vitest";
import { readDocument } from "../../../server/src/cli/documents/read-document.ts";
import type { Block } from "../../../server/src/text/draft.ts";

/** The blocks of a document, each as "kind: words"; what is no prose in them as "…". */
export async function blocksShown(path: string, bytes: Uint8Array): Promise<string[]> {
  const { draft } = await readDocument(path, bytes);
  for (const { span, prose } of draft.blocks) expect(prose).toHaveLength(span.end - span.start);
  return draft.blocks.map((block) => `${told(block)}: ${block.prose.replace(/\uFFFC+/g, "…")}`);
}

function told({ kind, level, number, quoted, cell, aside }: Block): string {
  return [
    kind,
    ...(level === undefined ? [] : [level]),
    ...(number === undefined ? [] : [`no. ${number}`]),
    ...(quoted ? ["quoted"] : []),
    ...(cell === undefined ? [] : [`${cell.table}/${cell.row}/${cell.column}`]),
    ...(aside === undefined ? [] : [`in ${aside.name}`]),
  ].join(" ");
}
