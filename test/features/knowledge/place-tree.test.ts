import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { placeAt } from "../../../server/src/features/knowledge/place.ts";
import { parseYaml } from "../../../server/src/knowledge-base/yaml/tree.ts";
import { piecesIn } from "./pieces.ts";

const KNOWLEDGE = join(import.meta.dirname, "../../../knowledge/article");
const CORPUS = join(import.meta.dirname, "../../corpus");

test.each(filesUnder(KNOWLEDGE).concat(filesUnder(CORPUS)))(
  "in %s every key and value is where its tree has it",
  (name) => {
    const file = parseYaml(name, readFileSync(name, "utf8"));
    for (const piece of piecesIn(file)) {
      for (const offset of [piece.start, (piece.start + piece.end) >> 1, piece.end]) {
        const { path, at, span, text } = placeAt(file, offset);
        expect({ path, at, ...span, text }).toEqual(piece);
      }
    }
  },
);

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return name.endsWith(".yaml") ? [path] : [];
  });
}
