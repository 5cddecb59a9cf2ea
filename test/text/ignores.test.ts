import { describe, expect, test } from "vitest";
import { parseIgnoreComment } from "../../server/src/text/ignore-comments.ts";
import { Ignores } from "../../server/src/text/ignores.ts";
import { Lines } from "../../server/src/text/lines.ts";
import { slice } from "../../server/src/text/span.ts";

describe("an ignore comment", () => {
  const read = (words: string) => {
    const comment = parseIgnoreComment(words, 0);
    return (
      comment && {
        kind: comment.kind,
        written: slice(words, comment),
        names: comment.names.map(({ name }) => name),
        reason: comment.reason,
      }
    );
  };

  test("has a kind, names between commas or spaces, and a reason", () => {
    expect(
      read(" aide-memoire-disable-next-line event-date, actor-role  shared-name -- as he said -- twice "),
    ).toEqual({
      kind: "disable-next-line",
      written: "aide-memoire-disable-next-line event-date, actor-role  shared-name -- as he said -- twice",
      names: ["event-date", "actor-role", "shared-name"],
      reason: "as he said -- twice",
    });
    expect(read("aide-memoire-enable")).toMatchObject({ kind: "enable", names: [], reason: undefined });
    expect(read("aide-memoire-disable -- why not")).toMatchObject({
      kind: "disable",
      names: [],
      reason: "why not",
    });
    expect(read("aide-memoire-disable-line --")).toMatchObject({
      kind: "disable-line",
      names: [],
      reason: undefined,
    });
  });

  test("may be misspelt, but begins with the one word", () => {
    expect(read("aide-memoire-disabled event-date")).toMatchObject({
      kind: undefined,
      names: ["event-date"],
    });
    for (const other of ["", "aide-memoire: dates", "see aide-memoire-disable", "aide-memoire"]) {
      expect(read(other)).toBeUndefined();
    }
  });

  test("knows where its names stand", () => {
    const words = " aide-memoire-disable a, bc";
    const { names } = parseIgnoreComment(words, 100)!;
    expect(names.map(({ start, end }) => words.slice(start - 100, end - 100))).toEqual(["a", "bc"]);
  });
});

describe("ignore comments", () => {
  /** Each line is a comment, or a letter for what is reported there by the rule of that name. */
  const ignores = (text: string) => {
    const lines = new Lines(text);
    const comments = Array.from(text.matchAll(/#(.*)/g), ({ 1: words, index }) =>
      parseIgnoreComment(words!, index + 1),
    );
    const found = new Ignores(
      comments.flatMap((comment) => comment ?? []),
      lines,
      (line) => lines.line(line).startsWith("#"),
    );
    const left = Array.from(text.matchAll(/^([a-z])\b/gm)).filter(
      ({ 1: rule, index }) => !found.cover(rule!, index),
    );
    return {
      left: left.map(({ 1: rule }) => rule),
      unneeded: [...found.faults(["a", "b", "c"], () => false)].map(
        ({ comment, name }) => name?.name ?? comment.kind,
      ),
    };
  };

  test.each([
    ["the next line only", "# aide-memoire-disable-next-line a\na\na", ["a"], []],
    ["the next line that is no comment", "# aide-memoire-disable-next-line a\n# b\na", [], []],
    ["its own line", "a # aide-memoire-disable-line\na", ["a"], []],
    ["only the rules that it names", "# aide-memoire-disable-next-line a,c\na\nb", ["b"], ["c"]],
    ["all to the end", "a\n# aide-memoire-disable\na\nb", ["a"], []],
    ["all up to the end of the stretch", "# aide-memoire-disable\na\n# aide-memoire-enable\na", ["a"], []],
    ["all but what is enabled again", "# aide-memoire-disable\na\n# aide-memoire-enable a\na\nb", ["a"], []],
    [
      "what is disabled within",
      "# aide-memoire-disable a\na\n# aide-memoire-disable b\nb\n# aide-memoire-enable\na",
      ["a"],
      [],
    ],
    ["nothing", "# aide-memoire-disable a\n# aide-memoire-enable\nb", ["b"], ["disable"]],
    [
      "nothing that was disabled",
      "# aide-memoire-enable\n# aide-memoire-enable a\na",
      ["a"],
      ["enable", "enable"],
    ],
    ["on the last line nothing", "a\n# aide-memoire-disable-next-line", ["a"], ["disable-next-line"]],
  ])("cover %s", (_, text, left, unneeded) => {
    expect(ignores(text)).toEqual({ left, unneeded });
  });
});
