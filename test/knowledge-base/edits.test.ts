import { describe, expect, test } from "vitest";
import {
  addItem,
  addKey,
  removeItem,
  removePair,
  type TextEdit,
} from "../../server/src/knowledge-base/yaml/edits.ts";
import { yamlText } from "../../server/src/knowledge-base/yaml/text.ts";
import { parseYaml, type YamlList, type YamlMap } from "../../server/src/knowledge-base/yaml/tree.ts";

/** The value of the key `v` of the only map. */
function value(text: string) {
  return (parseYaml("f", text).roots[0] as YamlMap).pairs.find(({ key }) => key === "v")!.value;
}

function applied(text: string, edit: TextEdit | undefined): string | undefined {
  return edit && text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
}

describe("a key is added", () => {
  test.each([
    ["at the end of lines", "v:\n  a: 1 # one\nw: 2\n", "v:\n  a: 1 # one\n  k: x\nw: 2\n"],
    [
      "before the key that comes after it",
      "v:\n  a: 1\n  # on z\n  z: 2\n",
      "v:\n  a: 1\n  # on z\n  k: x\n  z: 2\n",
    ],
    ["after a block of text", "v:\n  a: |\n    text\nw: 2\n", "v:\n  a: |\n    text\n  k: x\nw: 2\n"],
    ["after a list in lines", "v:\n  a:\n    - 1\n    - 2\n", "v:\n  a:\n    - 1\n    - 2\n  k: x\n"],
    ["at the end of a file without a last line break", "v:\n  a: 'b c'", "v:\n  a: 'b c'\n  k: x"],
    ["in braces", "v: { a: 'b' }\n", "v: { a: 'b', k: x }\n"],
    ["in braces, before another", "v: { a: b, z: 2 }\n", "v: { a: b, k: x, z: 2 }\n"],
    ["in braces over lines", "v: {\n  a: [1, 2], # two\n  }\n", "v: {\n  a: [1, 2], k: x, # two\n  }\n"],
    ["with the file's own line breaks", "v:\r\n  a: 1\r\n", "v:\r\n  a: 1\r\n  k: x\r\n"],
  ])("%s", (_, text, expected) => {
    expect(applied(text, addKey(text, value(text) as YamlMap, "k", "x", ["z"]))).toBe(expected);
  });
});

describe("an item is added", () => {
  test.each([
    ["in brackets", "v: [a, 'b']\n", "v: [a, 'b', x]\n"],
    ["in empty brackets", "v: []\n", "v: [x]\n"],
    ["in lines", "v:\n  - a\n  - b # c\nw: 1\n", "v:\n  - a\n  - b # c\n  - x\nw: 1\n"],
    ["in lines without indentation", "v:\n- a\nw: 1\n", "v:\n- a\n- x\nw: 1\n"],
  ])("%s", (_, text, expected) => {
    expect(applied(text, addItem(text, value(text) as YamlList, "x"))).toBe(expected);
  });
});

describe("an item is removed", () => {
  test.each([
    ["the first in brackets", 0, "v: [a, b, c]\n", "v: [b, c]\n"],
    ["the last in brackets", 2, 'v: [a, b, "c"]\n', "v: [a, b]\n"],
    [
      "one in lines, with its comment",
      1,
      "v:\n  - a\n  # on b\n  - b # b\n  - c\n",
      "v:\n  - a\n  # on b\n  - c\n",
    ],
    ["a map in lines", 0, "v:\n  - a: 1\n    b: 2\n  - c\n", "v:\n  - c\n"],
    ["not the only one", 0, "v: [a]\n", undefined],
    ["not one that would take a comment along", 0, "v: [a, # on b\n  b]\n", undefined],
  ])("%s", (_, at, text, expected) => {
    expect(applied(text, removeItem(text, value(text) as YamlList, at))).toBe(expected);
  });
});

describe("a key is removed", () => {
  test.each([
    ["with its lines", 0, "v:\n  a:\n    - 1\n  b: 2\n", "v:\n  b: 2\n"],
    ["with a block of text", 0, "v:\n  a: |\n    x\n\n  b: 2\n", "v:\n  b: 2\n"],
    ["in braces", 1, "v: { a: 1, b: 'x y', c: 3 }\n", "v: { a: 1, c: 3 }\n"],
    ["at the end of a file", 1, "v:\n  a: 1\n  b: [2, 3]", "v:\n  a: 1\n"],
  ])("%s", (_, at, text, expected) => {
    expect(applied(text, removePair(text, value(text) as YamlMap, at))).toBe(expected);
  });
});

test("a text gets quotation marks where it needs them", () => {
  expect(
    ["Doha", "US & UK", "Ben-Ali's (old)", "yes", "12", "a: b", "#x", "", "- a", "[a]"].map((text) =>
      yamlText(text),
    ),
  ).toEqual([
    "Doha",
    "US & UK",
    "Ben-Ali's (old)",
    '"yes"',
    '"12"',
    '"a: b"',
    '"#x"',
    '""',
    '"- a"',
    '"[a]"',
  ]);
});
