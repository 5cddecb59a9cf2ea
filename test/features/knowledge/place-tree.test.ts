import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Path } from "../../../server/src/features/knowledge/format.ts";
import { placeAt } from "../../../server/src/features/knowledge/place.ts";
import { parseYaml, type YamlNode } from "../../../server/src/knowledge-base/yaml/tree.ts";

const KNOWLEDGE = join(import.meta.dirname, "../../../knowledge/article");
const CORPUS = join(import.meta.dirname, "../../corpus");

interface Piece {
  readonly path: Path;
  readonly at: "key" | "value";
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

test.each(filesUnder(KNOWLEDGE).concat(filesUnder(CORPUS)))(
  "in %s every key and value is where its tree has it",
  (name) => {
    const file = parseYaml(name, readFileSync(name, "utf8"));
    const pieces = file.roots.flatMap((root) => [...piecesOf(root, [], file.text)]);
    for (const piece of pieces) {
      for (const offset of [piece.start, (piece.start + piece.end) >> 1, piece.end]) {
        const { path, at, span, text } = placeAt(file, offset);
        expect({ path, at, ...span, text }).toEqual(piece);
      }
    }
  },
);

/** All but what is written as a block, of which the tree has another span. */
function* piecesOf(node: YamlNode, path: Path, text: string): Generator<Piece> {
  if (node.kind === "list")
    for (const [i, item] of node.items.entries()) yield* piecesOf(item, [...path, i], text);
  if (node.kind === "map") {
    for (const { key, start, end, value } of node.pairs) {
      yield { path: [...path, key], at: "key", start, end, text: key };
      yield* piecesOf(value, [...path, key], text);
    }
  }
  if (node.kind === "scalar" && (node.plain || /["']/.test(text[node.start - 1]!)))
    yield { path, at: "value", start: node.start, end: node.end, text: node.text };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return name.endsWith(".yaml") ? [path] : [];
  });
}
