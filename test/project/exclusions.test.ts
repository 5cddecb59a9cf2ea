import { describe, expect, test } from "vitest";
import { excludedBy } from "../../server/src/project/exclusions.ts";
import { GitIgnores } from "../../server/src/project/git-ignores.ts";

describe("what an editor's settings leave out", () => {
  const excluded = excludedBy(
    {
      "**/.git": true,
      "out/**": true,
      "*.tmp.md": true,
      "kept/**": false,
      "**/*.md": { when: "$(basename).tex" },
    },
    { "**/{old,older}/": true },
    null,
    "nonsense",
  );

  test.each(["deep/.git", "out", "a.tmp.md", "deep/old", "older"])("%s", (path) => {
    expect(excluded(path)).toBe(true);
  });

  test.each(["a.md", "kept/a.md", "deep/out", "deep/a.tmp.md", "older.md"])("not %s", (path) => {
    expect(excluded(path)).toBe(false);
  });
});

describe("what git ignores", () => {
  const ignores = new GitIgnores();
  ignores.add("file:///a", "*.log\nbuild/\n/top.md\n!important.log\nspaced name.md\n[broken\n");
  ignores.add("file:///a/deep", "!debug.log\nnotes/\n");

  test.each([
    ["file:///a/x.log", true],
    ["file:///a/deep/x.log", true],
    ["file:///a/deep/debug.log", false],
    ["file:///a/important.log", false],
    ["file:///a/top.md", true],
    ["file:///a/deep/top.md", false],
    ["file:///a/spaced%20name.md", true],
    ["file:///a/X.LOG", false],
    ["file:///b/x.log", false],
    ["file:///a/%zz.log", true],
  ])("%s: %s", (path, isIgnored) => {
    expect(ignores.covers(path)).toBe(isIgnored);
  });

  test("is looked for in every folder on the way", () => {
    expect(ignores.covers("file:///a/build", true)).toBe(true);
    expect(ignores.coversAny("file:///a", "file:///a/build/important.log")).toBe(true);
    expect(ignores.coversAny("file:///a", "file:///a/deep/notes/x.md")).toBe(true);
    expect(ignores.coversAny("file:///a", "file:///a/deep/x.md")).toBe(false);
  });
});
