import type { Path } from "../../../server/src/features/knowledge/format.ts";
import type { YamlFile, YamlNode } from "../../../server/src/knowledge-base/yaml/tree.ts";

/** A key or a value of a file that is written. */
export interface Piece {
  readonly path: Path;
  readonly at: "key" | "value";
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All keys and values of a file; texts that are blocks of lines, of which the tree has another span, only on demand. */
export function piecesIn({ roots, text }: YamlFile, withBlocks = false): Piece[] {
  return roots.flatMap((root) => [...piecesOf(root, [], text, withBlocks)]);
}

function* piecesOf(node: YamlNode, path: Path, text: string, withBlocks: boolean): Generator<Piece> {
  if (node.kind === "list")
    for (const [i, item] of node.items.entries()) yield* piecesOf(item, [...path, i], text, withBlocks);
  if (node.kind === "map") {
    for (const { key, start, end, value } of node.pairs) {
      yield { path: [...path, key], at: "key", start, end, text: key };
      yield* piecesOf(value, [...path, key], text, withBlocks);
    }
  }
  if (node.kind === "scalar" && (node.plain || withBlocks || /["']/.test(text[node.start - 1]!)))
    yield { path, at: "value", start: node.start, end: node.end, text: node.text };
}
