import { describe, expect, test } from "vitest";
import { shownBlocks } from "./show.ts";

const LONG = `${"A line as long as a paragraph. ".repeat(10).trim()}`;

describe("plain text", () => {
  test.each<[name: string, text: string, wanted: string[]]>([
    ["paragraphs between blank lines", "One\ntwo\n\nthree", ["paragraph: One two", "paragraph: three"]],
    [
      "a paragraph a line, where lines are long",
      `${LONG}\nShort`,
      [`paragraph: ${LONG}`, "paragraph: Short"],
    ],
    ["bullets", "- one\n  more\n• two\n1) three\n- ", ["item: one more", "item: two", "item: three"]],
    ["Markdown's marks stand as they are", "# One *two* `three`", ["paragraph: # One *two* `three`"]],
    ["links", "See https://example.org/a, or ann@example.org.", ["paragraph: See ▢, or ▢."]],
    ["dashes at the head", "---\ndate: 2019\n---", ["paragraph: --- date: 2019 ---"]],
    ["nothing", " \n\n\t", []],
  ])("%s", (_, text, wanted) => {
    expect(shownBlocks(text, "plaintext")).toEqual(wanted);
    expect(shownBlocks(text.replaceAll("\n", "\r\n"), "plaintext")).toEqual(wanted);
  });
});
