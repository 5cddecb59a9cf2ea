import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { KnowledgeFile } from "../../server/src/knowledge-base/loading/load.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { LOADING_PROBLEMS, type Problem } from "../../server/src/knowledge-base/problems.ts";
import type { TextEdit } from "../../server/src/knowledge-base/yaml/edits.ts";
import { applyEdits } from "../../server/src/knowledge-base/yaml/rewrites.ts";
import { slice } from "../../server/src/text/span.ts";
import { type BrokenBase, readBrokenBases } from "../support/broken-knowledge.ts";

const LOG = "The truce was signed in Port Kess – “at last” –\n on 4 May 2021.";
const WORLD = {
  file: "world.yaml",
  text: readFileSync(join(import.meta.dirname, "world.yaml"), "utf8"),
};
const BASES = readBrokenBases(join(import.meta.dirname, "broken"));

const load = (files: readonly KnowledgeFile[]) =>
  loadKnowledge(files, { readText: (file) => (file === "log.txt" ? LOG : undefined) });
const filesOf = ({ files, alone }: BrokenBase) => (alone ? files : [WORLD, ...files]);
const idsOf = (files: readonly KnowledgeFile[]) => {
  const { sources, entities, events, claims, figures } = load(files).knowledge;
  return [sources, entities, events, claims, figures].flatMap((map) => [...map.keys()]).sort();
};

/** What a problem says and where, with the text there, for a message that can be read. */
function shown(files: readonly KnowledgeFile[], problem: Problem) {
  const { file, span } = problem.origin;
  const { text } = files.find((each) => each.file === file)!;
  return { code: problem.code, severity: problem.severity, file, text: slice(text, span), start: span.start };
}

test("the world beside the broken ones is sound", () => {
  expect(load([WORLD]).problems).toEqual([]);
});

describe("a broken knowledge base brings its problems, in their places, and loses nothing else:", () => {
  test.each(BASES.map((base) => [base.name, base] as const))("%s", (_, base) => {
    const files = filesOf(base);
    const { problems } = load(files);
    const expected = base.expected.map(({ file, at, code, severity }) => {
      const { text } = files.find((each) => each.file === file)!;
      return { code, severity, file, text: slice(text, at), start: at.start };
    });
    expect(problems.map((problem) => shown(files, problem))).toEqual(expected);
    for (const [i, { says, first }] of base.expected.entries()) {
      const { message, related } = problems[i]!;
      expect(message).toContain(says);
      expect(message).toMatch(/^.{1,400}[.?]$/su);
      if (first) {
        expect(related?.[0]?.origin).toEqual({ file: base.first?.file, span: base.first?.at });
      }
    }
    expect(idsOf(files)).toEqual([...(base.alone ? [] : idsOf([WORLD])), ...base.keeps].sort());
  });
});

describe("the way out of each problem removes it, brings no other and keeps the comments:", () => {
  const fixes = BASES.flatMap((base) => base.expected.map((expected, i) => ({ base, expected, i })));
  test.each(fixes.map((each) => [`${each.base.name}, ${each.i + 1}: ${each.expected.fixed}`, each] as const))(
    "%s",
    (_, { base, expected, i }) => {
      const files = filesOf(base);
      const { problems } = load(files);
      const problem = problems[i]!;
      expect(problem.fix?.title).toBe(expected.fixed);
      if (problem.fix === undefined) return;
      const { edits } = problem.fix;
      const mended = files.map((each) =>
        each.file === problem.origin.file ? { ...each, text: applyEdits(each.text, edits) } : each,
      );
      const left = problems.filter((each) => each !== problem).map(({ code, message }) => [code, message]);
      const after = load(mended).problems.map(({ code, message }) => [code, message]);
      const expectedAfter =
        expected.leaves === undefined ? left : [...left, [expected.leaves, expect.any(String)]];
      expect(after.sort(), mended.map(({ text }) => text).join("\n---\n")).toEqual(expectedAfter.sort());
      const kept = commentsOf(files, problem.origin.file, edits);
      const { text } = mended.find(({ file }) => file === problem.origin.file)!;
      for (const comment of kept) expect(text).toContain(comment);
    },
  );
});

/** The comments of a file, but for those on what is taken out. */
function commentsOf(files: readonly KnowledgeFile[], file: string, edits: readonly TextEdit[]): string[] {
  const { text } = files.find((each) => each.file === file)!;
  return Array.from(text.matchAll(/(?<= |^)#.*$/gm))
    .filter(({ index }) => !edits.some(({ span }) => span.start <= index && index < span.end))
    .map(([comment]) => comment);
}

test("every code is there several times", () => {
  const codes = BASES.flatMap(({ expected }) => expected.map(({ code }) => code));
  const times = (code: string) => codes.filter((each) => each === code).length;
  expect(Object.keys(LOADING_PROBLEMS).filter((code) => times(code) < 2)).toEqual([]);
  expect(BASES.length).toBeGreaterThanOrEqual(120);
});
