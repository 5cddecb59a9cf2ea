import { describe, expect, test } from "vitest";
import { effectiveFor, isExcluded, severitiesOf } from "../../server/src/project/effective.ts";
import { placesFor } from "../../server/src/project/places.ts";
import { readProject } from "../../server/src/project/read-project.ts";
import { projectTemplate } from "../../server/src/project/template.ts";

const project = readProject(
  "/desk/.aide-memoire.yaml",
  `knowledge: [facts, bundled]
checks: { event-date: warning }
overrides:
  - files: annex/**
    checks: { event-date: off, event-place: hint }
  - files: ["*.txt"]
    knowledge: other
    checks: { event-date: information }
formats: { "*.tmpl": markdown }
exclude: [archive/**, "*.bak"]
`,
);

describe("what holds for a draft", () => {
  const of = (path: string, editor?: Parameters<typeof effectiveFor>[2]) =>
    effectiveFor(path, project, editor);

  test("is what the checks themselves have, then the project file, then its overrides in their order", () => {
    expect(severitiesOf(of("a.md"))).toMatchObject({ "event-date": "warning", "event-place": "error" });
    expect(severitiesOf(of("annex/deep/a.md"))).toMatchObject({ "event-date": "off", "event-place": "hint" });
    expect(severitiesOf(of("annex/a.txt"))).toMatchObject({
      "event-date": "information",
      "event-place": "hint",
    });
  });

  test("and on top of it what the editor says, but for what it leaves as it is", () => {
    const editor = {
      checks: { "event-date": "error", "event-place": "default" } as const,
      knowledge: ["mine"],
    };
    const effective = of("annex/a.md", editor);
    expect(severitiesOf(effective)).toMatchObject({ "event-date": "error", "event-place": "hint" });
    expect(effective.knowledge).toEqual({ value: ["mine"], origin: { by: "editor" } });
  });

  test("tells who said so", () => {
    expect(of("a.txt").knowledge).toEqual({
      value: ["other"],
      origin: { by: "project", file: "/desk/.aide-memoire.yaml", override: ["*.txt"] },
    });
    expect(of("a.md").checks.get("event-place")).toEqual({ value: "error", origin: { by: "default" } });
    expect(of("b.tmpl").format?.value).toBe("markdown");
    expect(of("b.md").format).toBeUndefined();
  });

  test.each([
    ["archive/a.md", true],
    ["deep/a.bak", true],
    ["deep/archive/a.md", false],
  ])("%s is no draft: %s", (path, expected) => {
    expect(isExcluded(path, project)).toBe(expected);
  });
});

describe("a project file", () => {
  test("that is empty, or only comments, says nothing", () => {
    expect(readProject("p", "")).toMatchObject({ settings: {}, problems: [] });
    expect(readProject("p", projectTemplate())).toMatchObject({ settings: {}, problems: [] });
  });

  test("as the template has it is right once its comments are settings", () => {
    const live = projectTemplate().replace(/^# ((?: *[\w-]+:| {2,}- | {4}\w).*)$/gm, "$1");
    const { settings, problems } = readProject("p", live);
    expect(problems).toEqual([]);
    expect(Object.keys(settings)).toEqual([
      "knowledge",
      "checks",
      "overrides",
      "style",
      "formats",
      "gitignore",
      "exclude",
    ]);
  });

  test.each([
    ["checks: { event-dat: off }", "event-dat", "did you mean `event-date`?"],
    ["checks: { event-date: loud }", "loud", "must be"],
    ["overrides: [{ checks: { event-date: off } }]", "checks", "files"],
    ["style: { dates: yesterday }", "yesterday", "must be"],
    ["nowhere: 1", "nowhere", "Unknown key"],
  ])("with %s says so there, and keeps the rest", (wrong, place, message) => {
    const text = `knowledge: facts\n${wrong}\n`;
    const { settings, problems } = readProject("p", text);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toContain(message);
    expect(text.slice(problems[0]!.origin.span.start, problems[0]!.origin.span.end)).toContain(place);
    expect(settings.knowledge).toBe("facts");
  });

  test.each(["{", "- a\n- b", "\0\0", "knowledge: [", "\ud800: 1"])("%j is survived and told", (text) => {
    expect(readProject("p", text).problems.length).toBeGreaterThan(0);
  });
});

test("knowledge bases are found by path, by pattern and as the bundled one, each once", async () => {
  const files = ["facts/a.yaml", "facts/deep/b.yaml", "north.knowledge.yaml", "south.knowledge.yaml", "a.md"];
  const found = await placesFor(["fac*/", "facts", "*.knowledge.yaml", "bundled", "no/*.yaml", "f*/**"], {
    bundled: "BUNDLED",
    resolve: (path) => `/w/${path}`,
    list: async () => files,
  });
  expect(found.places).toContain("/w/facts");
  expect(found.places.slice(-3)).toEqual(expect.arrayContaining(["BUNDLED"]));
  expect(found.places).toEqual(
    expect.arrayContaining(["/w/north.knowledge.yaml", "/w/south.knowledge.yaml"]),
  );
  expect(found.unmatched).toEqual(["no/*.yaml"]);
});
