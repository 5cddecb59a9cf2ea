import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Knowledge } from "../server/src/knowledge-base/knowledge.ts";
import { checkIds, findingsIn, worldOf } from "./support/engine.ts";
import { correct, markFindings, parseMarks, parsePage, type SpecCase } from "./support/spec.ts";

/** A check's page is its specification: what it must flag, and what it must leave alone. */
const folder = new URL("../server/src/checks/", import.meta.url);
const pages = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .map((file) => ({
    id: file.slice(0, -".md".length),
    ...parsePage(readFileSync(new URL(file, folder), "utf8").replaceAll("\r\n", "\n")),
  }));

test("every check has a page, and every page a check", () => {
  expect(pages.map((page) => page.id).sort()).toEqual([...checkIds].sort());
});

for (const { id, title, cases } of pages) {
  const flags = cases.filter((each) => each.section === "Flags");
  const leavesAlone = cases.filter((each) => each.section === "Leaves alone");

  describe(id, () => {
    test("the page has its name, enough cases in both sections, and a sentence for each", () => {
      expect(title).toBe(id);
      expect(flags.length).toBeGreaterThanOrEqual(10);
      expect(leavesAlone.length).toBeGreaterThanOrEqual(15);
      expect(new Set(cases.map((each) => `${each.section}: ${each.name}`)).size).toBe(cases.length);
    });

    test("every draft under Flags is marked for this check, and none under Leaves alone is marked", () => {
      const marked = (each: SpecCase) =>
        parseMarks(each.draft).marks.some((mark) => mark.checks.includes(id));
      expect(flags.filter((each) => !marked(each))).toEqual([]);
      expect(leavesAlone.filter((each) => parseMarks(each.draft).marks.length > 0)).toEqual([]);
    });

    describe("Flags", () => flags.forEach(testCase));
    describe("Leaves alone", () => leavesAlone.forEach(testCase));
  });
}

/** Both sides of the comparison are marked drafts, so a failure shows what was expected and what was found as prose. */
function testCase({ name, world, draft }: SpecCase): void {
  test(name, () => {
    const { text, marks } = parseMarks(draft);
    const knowledge = knowledgeOf(world);
    expect(markFindings(text, marks, findingsIn(text, knowledge))).toBe(draft);
    const corrected = correct(text, marks);
    if (corrected) expect(markFindings(corrected, [], findingsIn(corrected, knowledge))).toBe(corrected);
  });
}

const worlds = new Map<string, Knowledge>();

/** Each world is loaded once. */
function knowledgeOf(yaml: string): Knowledge {
  let knowledge = worlds.get(yaml);
  if (!knowledge) worlds.set(yaml, (knowledge = worldOf(yaml)));
  return knowledge;
}
