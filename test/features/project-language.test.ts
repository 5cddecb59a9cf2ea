import { describe, expect, test } from "vitest";
import { completeProject, hoverProject } from "../../server/src/features/project/language.ts";
import { parseYaml } from "../../server/src/knowledge-base/yaml/tree.ts";

function at(marked: string) {
  const offset = marked.indexOf("<|>");
  return { file: parseYaml("p", marked.replace("<|>", "")), offset };
}
const offered = (marked: string) => {
  const { file, offset } = at(marked);
  return completeProject(file, offset).proposals.map(({ label }) => label);
};

describe("a project file", () => {
  test.each([
    ["<|>", ["knowledge", "checks", "overrides", "style", "formats", "gitignore", "exclude"]],
    ["checks: { event-da<|> }", ["event-date"]],
    ["checks:\n  event-date: <|>", ["error", "warning", "information", "hint", "off"]],
    ["overrides:\n  - <|>", expect.arrayContaining(["files", "knowledge", "checks"])],
    ["style:\n  dates: <|>", ["day month year", "month day, year", "year-month-day"]],
    ["checks: { event-date: off }\nst<|>", ["style"]],
  ])("offers at %j what may stand there", (marked, expected) => {
    expect(offered(marked)).toEqual(expected);
  });

  test("tells what a check finds and a severity means", () => {
    const { file, offset } = at("checks: { event-<|>date: hint }");
    expect(hoverProject(file, offset)?.markdown).toContain("A known event is given a date");
    const severity = at("checks: { event-date: hi<|>nt }");
    expect(hoverProject(severity.file, severity.offset)?.markdown).toContain("Report as a hint.");
  });
});
