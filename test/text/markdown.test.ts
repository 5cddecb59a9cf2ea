import { describe, expect, test } from "vitest";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { sentencesOf } from "../../server/src/text/sentences.ts";
import { shownBlocks } from "./show.ts";

describe("inside a paragraph", () => {
  test.each([
    ["the *Quay* **truce** of __May__", "the Quay truce of May"],
    ["**Qu**ay and snake_case_name", "Quay and snake_case_name"],
    ["~~signed~~ on 3 May", "signed on 3 May"],
    ["a \\*star\\* and \\# sign", "a *star* and # sign"],
    ["run `npm test` twice, and ``a`b``", "run ▢ twice, and ▢"],
    ['see [the truce](https://example.org/a_(b) "Title") now', "see the truce now"],
    ["see [the truce][ref] and [that][]", "see the truce and that"],
    ["see https://example.org/a?b=c.", "see ▢."],
    ["_https://example.org/a_ and <https://example.org>", "▢ and ▢"],
    ["write to ann@example.org, please", "write to ▢, please"],
    ["a picture ![of a quay](quay.png) here", "a picture ▢ here"],
    ["noted.[^1] And [@smith2020, p. 3] too", "noted. And too"],
    ["R&amp;D&nbsp;costs &mdash; &#8364;5", "R&D costs — €5"],
    ["one <!-- not\nthis --> two", "one two"],
    ["H<sub>2</sub>O<br/>and", "H2Oand"],
    ["costs $5 and $6, but $x^2$ is math", "costs $5 and $6, but ▢ is math"],
    ["a <!-- that never ends", "a <!-- that never ends"],
    ["an [open bracket and `a tick", "an [open bracket and `a tick"],
  ])("%s", (text, wanted) => {
    expect(shownBlocks(text)).toEqual([`paragraph: ${wanted}`]);
  });
});

describe("blocks", () => {
  test.each<[name: string, text: string, wanted: string[]]>([
    ["a paragraph over lines", "One\ntwo\n\nthree", ["paragraph: One two", "paragraph: three"]],
    [
      "headings",
      "# One #\n## Two\nText\n===\n#No",
      ["heading 1: One", "heading 2: Two", "heading 1: Text", "paragraph: #No"],
    ],
    ["a heading without words", "#\n\nText", ["paragraph: Text"]],
    ["lists", "- one\n- [x] two\n  lines\n1. three", ["item: one", "item: two lines", "item: three"]],
    [
      "lists in lists",
      "- one\n    - two\n\n    more of two",
      ["item: one", "item: two", "item: more of two"],
    ],
    ["code in a list, and what follows", "- ```\n  code\n  ```\n\n    text", ["item: text"]],
    ["quotations", "> Theirs\n> still\n\nours", ["quoted paragraph: Theirs still", "paragraph: ours"]],
    ["fenced code", "~~~\n# no\n```\n~~~\nyes", ["paragraph: yes"]],
    ["indented code", "Text\n\n    code\n\nText", ["paragraph: Text", "paragraph: Text"]],
    ["a comment over paragraphs", "<!-- one\n\ntwo -->\n\nthree", ["paragraph: three"]],
    ["rules", "one\n\n---\n\n* * *\ntwo", ["paragraph: one", "paragraph: two"]],
    ["definitions and footnotes", "[ref]: https://example.org\n[^1]: A note.", ["paragraph: A note."]],
    ["a byte order mark", "\uFEFF# Title", ["heading 1: Title"]],
    [
      "a table",
      "| When | Where |\n|---|:-:|\n| 3 May | the \\| Quay |\n| **4 May** | |\n\nText",
      [
        "cell 0.0.0: When",
        "cell 0.0.1: Where",
        "cell 0.1.0: 3 May",
        "cell 0.1.1: the | Quay",
        "cell 0.2.0: 4 May",
        "paragraph: Text",
      ],
    ],
    ["bars that are no table", "a | b\nc | d", ["paragraph: a | b c | d"]],
    ["nothing", "\n \n", []],
  ])("%s", (_, text, wanted) => {
    expect(shownBlocks(text)).toEqual(wanted);
    expect(shownBlocks(text.replaceAll("\n", "\r\n"))).toEqual(wanted);
  });

  test("front matter is none", () => {
    expect(shownBlocks("---\ntitle: Truce\n---\n# Title")).toEqual(["heading 1: Title"]);
  });
});

test.each(["a", "1", "*"])("%j without end is survived", (piece) => {
  const draft = readDraft({ uri: "draft:", text: piece.repeat(6_000_000), format: "markdown" });
  expect(() => draft.blocks.map(sentencesOf)).not.toThrow();
});
