import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Knowledge } from "../server/src/knowledge-base/knowledge.ts";
import { knownEdit } from "../server/src/knowledge-base/lint/known-edit.ts";
import type { Problem } from "../server/src/knowledge-base/problems.ts";
import { parseYaml } from "../server/src/knowledge-base/yaml/tree.ts";
import { checkIds, findingsIn, lintIds, problemsIn, worldOf } from "./support/engine.ts";
import { correct, type Found, markFindings, parseMarks, parsePage, type SpecCase } from "./support/spec.ts";

/** The page of a check or of a lint rule is its specification: what it must flag, and what it must leave alone. */
interface Book {
  readonly folder: URL;
  readonly ids: readonly string[];
  /** How many drafts a page must have in each section. */
  readonly enough: (id: string) => readonly [flags: number, leavesAlone: number];
  readonly testCase: (id: string, specCase: SpecCase) => void;
}

const BOOKS: readonly Book[] = [
  {
    folder: new URL("../server/src/checks/", import.meta.url),
    ids: checkIds,
    enough: () => [10, 15],
    testCase: testDraft,
  },
  {
    folder: new URL("../server/src/knowledge-base/lint/", import.meta.url),
    ids: lintIds,
    // There is but one way in which a text can be missing.
    enough: (id) => (id === "missing-text" ? [2, 5] : [6, 10]),
    testCase: testFile,
  },
];

for (const { folder, ids, enough, testCase } of BOOKS) {
  const pages = readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => ({
      id: file.slice(0, -".md".length),
      ...parsePage(readFileSync(new URL(file, folder), "utf8").replaceAll("\r\n", "\n")),
    }));

  test(`everything in ${folder.pathname.split("/").at(-2)} has a page, and every page is of something`, () => {
    expect(pages.map((page) => page.id).sort()).toEqual([...ids].sort());
  });

  for (const { id, title, cases } of pages) {
    const flags = cases.filter((each) => each.section === "Flags");
    const leavesAlone = cases.filter((each) => each.section === "Leaves alone");

    describe(id, () => {
      test("the page has its name, enough cases in both sections, and a sentence for each", () => {
        const [fewestFlags, fewestLeftAlone] = enough(id);
        expect(title).toBe(id);
        expect(flags.length).toBeGreaterThanOrEqual(fewestFlags);
        expect(leavesAlone.length).toBeGreaterThanOrEqual(fewestLeftAlone);
        expect(new Set(cases.map((each) => `${each.section}: ${each.name}`)).size).toBe(cases.length);
      });

      test("every draft under Flags is marked for it, and none under Leaves alone is marked", () => {
        const marked = (each: SpecCase) =>
          parseMarks(each.draft).marks.some((mark) => mark.checks.includes(id));
        expect(flags.filter((each) => !marked(each))).toEqual([]);
        expect(leavesAlone.filter((each) => parseMarks(each.draft).marks.length > 0)).toEqual([]);
      });

      describe("Flags", () => {
        for (const each of flags) testCase(id, each);
      });
      describe("Leaves alone", () => {
        for (const each of leavesAlone) testCase(id, each);
      });
    });
  }
}

/** Both sides of the comparison are marked drafts, so a failure shows what was expected and what was found as prose. */
function testDraft(id: string, { name, world, texts, draft }: SpecCase): void {
  test(name, () => {
    const { text, marks } = parseMarks(draft);
    const knowledge = knowledgeOf(world, texts);
    // On its own page, a check is heard however softly it speaks.
    const found = findingsIn(text, knowledge, [id]);
    const heard = found.map((each) => (each.check === id ? { ...each, loud: true } : each));
    expect(markFindings(text, marks, heard)).toBe(draft);
    const corrected = correct(text, marks);
    if (corrected)
      expect(markFindings(corrected, [], findingsIn(corrected, knowledge, [id]))).toBe(corrected);
  });
}

/** The same for a file of a knowledge base; each fix that is offered must mend what it is offered for, and break nothing. */
function testFile(id: string, { name, world, texts, draft, mended }: SpecCase): void {
  test(name, () => {
    const { text, marks } = parseMarks(draft);
    const { ofText, ofWorld } = problemsIn(text, world, texts);
    expect(ofWorld.filter((problem) => isLoud(problem, id))).toEqual([]);
    expect(
      markFindings(
        text,
        marks,
        ofText.map((problem) => asFound(problem, id)),
      ),
    ).toBe(draft);
    const fixes = ofText.flatMap(({ code, fix }) => (code === id && fix ? [fix] : []));
    for (const fix of fixes) {
      const after = problemsIn(applied(text, [fix]), world, texts).ofText.filter((each) => isLoud(each, id));
      expect(after.length).toBeLessThan(ofText.filter((each) => isLoud(each, id)).length);
    }
    if (mended !== undefined) expect(applied(text, fixes)).toBe(mended);
    for (const problem of ofText) expectCanBeKnown(problem, ofText, { text, world, texts });
    const inWindows = problemsIn(text.replaceAll("\n", "\r\n"), world, texts).ofText;
    expect(inWindows.map(({ message }) => message)).toEqual(ofText.map(({ message }) => message));
  });
}

/** Marked as known, a problem goes unsaid, and nothing else changes. */
function expectCanBeKnown(
  problem: Problem,
  all: readonly Problem[],
  { text, world, texts }: Pick<SpecCase, "world" | "texts"> & { readonly text: string },
): void {
  const edit = knownEdit(problem, parseYaml("draft.yaml", text));
  if (edit === undefined) return;
  const left = problemsIn(applied(text, [edit]), world, texts).ofText.map(({ message }) => message);
  const covered = all.filter(
    ({ code, origin }) => code === problem.code && lineOf(origin.span) === lineOf(problem.origin.span),
  );
  expect(left).toEqual(all.filter((each) => !covered.includes(each)).map(({ message }) => message));

  function lineOf({ start }: Problem["origin"]["span"]): number {
    return text.slice(0, start).split("\n").length;
  }
}

function asFound(problem: Problem, id: string): Found {
  const { code, origin, fix } = problem;
  const own = fix?.edits.filter(
    ({ span }) => span.start === origin.span.start && span.end === origin.span.end,
  );
  return {
    check: code,
    span: origin.span,
    suggestions: (own ?? []).map(({ newText }) => newText),
    loud: isLoud(problem, id),
  };
}

/** On its own page, a rule is heard however softly it speaks. */
function isLoud({ code, severity }: Problem, id: string): boolean {
  return code === id || severity === "error" || severity === "warning";
}

function applied(text: string, fixes: readonly NonNullable<Problem["fix"]>[]): string {
  const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => b.span.start - a.span.start);
  return edits.reduce(
    (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
    text,
  );
}

const worlds = new Map<string, Knowledge>();

/** Each world is loaded once. */
function knowledgeOf(yaml: string, texts: SpecCase["texts"]): Knowledge {
  let knowledge = worlds.get(yaml);
  if (!knowledge) worlds.set(yaml, (knowledge = worldOf(yaml, texts)));
  return knowledge;
}
