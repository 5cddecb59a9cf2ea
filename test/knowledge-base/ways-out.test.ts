import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import type { Problem } from "../../server/src/knowledge-base/problems.ts";
import { applyEdits } from "../../server/src/knowledge-base/yaml/rewrites.ts";
import { largeKnowledge } from "../bench/large-knowledge.ts";

const WORLD = readFileSync(join(import.meta.dirname, "world.yaml"), "utf8");
const INVENTED = largeKnowledge({ characters: 2500, files: 1, seed: 3 })[0]!.text;

const load = (text: string) =>
  loadKnowledge([{ file: "a.yaml", text }], {
    readText: (file) => (file === "log.txt" ? "it came at last" : undefined),
  }).problems;

/** A sound knowledge base with one slip in it: a line lost, doubled or moved, a sign put in or taken out. */
const slip = fc
  .tuple(
    fc.constantFrom(WORLD, INVENTED),
    fc.constantFrom("lose", "double", "left", "right", "put", "take"),
    fc.nat(1_000_000),
    fc.constantFrom(..."[]{}\"',:#&*!~|>\t-x".split(""), "\n", "  ", "name: ", "2021-1-1"),
  )
  .map(([text, kind, number, sign]) => {
    const lines = text.split("\n");
    const at = number % lines.length;
    const offset = number % text.length;
    if (kind === "lose") lines.splice(at, 1);
    if (kind === "double") lines.splice(at, 0, lines[at]!);
    if (kind === "left") lines[at] = lines[at]!.replace(/^ /, "");
    if (kind === "right") lines[at] = ` ${lines[at]}`;
    if (kind === "put") return text.slice(0, offset) + sign + text.slice(offset);
    if (kind === "take") return text.slice(0, offset) + text.slice(offset + 1);
    return lines.join("\n");
  });

/** What a way out brings to light, or leaves to the writer, is no fault of it. */
const isBeyond = ({ code, message }: Problem) =>
  code === "missing-text" || code === "quote-not-in-source" || message.includes("has no value");

describe("the way out of any slip", () => {
  test("removes its problem and brings no other", () => {
    fc.assert(
      fc.property(slip, (text) => {
        const problems = load(text);
        for (const problem of problems.filter(({ fix }) => fix !== undefined)) {
          const mended = applyEdits(text, problem.fix!.edits);
          const before = problems.filter((each) => each !== problem).map(({ code }) => code);
          const after = load(mended).filter((each) => !isBeyond(each));
          for (const { code, message } of after) {
            const known = before.indexOf(code);
            expect(
              known,
              `${problem.fix!.title} brings ${code}: ${message}\n${mended}`,
            ).toBeGreaterThanOrEqual(0);
            before.splice(known, 1);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
