import { describe, expect, test } from "vitest";
import { readFrontMatter } from "../../server/src/text/front-matter.ts";

describe("front matter", () => {
  test.each<[name: string, text: string, date: string | undefined, rest: string]>([
    ["gives its date", "---\ntitle: A\ndate: 2019-05-03\n---\nText", "2019-05-03", "Text"],
    ["may end with dots", "---\ndate: 2019\n...\nText", "2019", "Text"],
    ["may have CRLF and a byte order mark", "\uFEFF---\r\ndate: 2019\r\n---\r\nText", "2019", "Text"],
    ["our own date comes first", "---\ndate: today\naide-memoire: { date: 2019 }\n---\n", "2019", ""],
    ["may be empty", "---\n---\nText", undefined, "Text"],
    ["may be no map", "---\n- a\n---\nText", undefined, "Text"],
    ["may have no date that is one", "---\ndate: [1, 2]\n---\nText", undefined, "Text"],
    ["says nothing where it is broken", "---\ndate: [\n---\nText", undefined, "Text"],
    ["has an end, or is none", "---\ndate: 2019\nText", undefined, "---\ndate: 2019\nText"],
    ["stands at the head, or is none", "\n---\ndate: 2019\n---\n", undefined, "\n---\ndate: 2019\n---\n"],
  ])("%s", (_, text, date, rest) => {
    const { frontMatter, end } = readFrontMatter(text);
    expect([frontMatter.date, text.slice(end)]).toEqual([date, rest]);
  });
});
