import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Draft, Format } from "../../server/src/text/draft.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";

/** What opens and closes things in one format or another, and what goes on with them. */
const PIECES = [
  ..."\n,\n\n,\r\n,\r,   ,    ,x,. ,- ,1. ,# ,> ,=== ,\n---\n,```\n,~~~,|,| a | b |\n,|---|---|\n,**,[^1]: ,<!--,-->".split(
    ",",
  ),
  "Table 1: Harbours\n",
  "<!-- aide-memoire-disable -->",
  "date: 2024-03-01\n",
  "A word and another. ",
  "::: {.note}\n",
  "\uFEFF",
  "\uD800",
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(""));
const edit = fc.record({ at: fc.nat(), removed: fc.nat(12), inserted: text.map((all) => all.slice(0, 20)) });

function edited(old: string, { at, removed, inserted }: { at: number; removed: number; inserted: string }) {
  const start = at % (old.length + 1);
  return old.slice(0, start) + inserted + old.slice(start + removed);
}

const read = (text: string, format: Format, earlier?: Draft) =>
  readDraft({ uri: "draft:", text, format }, earlier);

function shown({ text, blocks, parts, lines, ignores, frontMatter }: Draft) {
  const positions = Array.from({ length: text.length + 1 }, (_, at) => lines.positionAt(at));
  const { all, starts, captions = new Map() } = parts;
  return { blocks, ignores, frontMatter, positions, all, starts: Array.from(starts), captions };
}

describe("an older version of a draft saves work and changes nothing", () => {
  test.each<Format>(["markdown", "quarto", "plaintext", "latex", "org"])("in %s", (format) => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 5 }), (first, edits) => {
        let now = first;
        let draft = read(now, format);
        for (const each of edits) {
          now = edited(now, each);
          draft = read(now, format, draft);
          expect(shown(draft)).toEqual(shown(read(now, format)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each<Format>(["markdown", "plaintext"])(
    "and in %s the parts elsewhere are the same objects",
    (format) => {
      const paragraphs = Array.from({ length: 50 }, (_, i) => `Paragraph ${i} says something.\n\n`);
      const before = read(paragraphs.join(""), format);
      const after = read(paragraphs.with(20, "Another one, and\n\na second.\n\n").join(""), format, before);
      expect(after.parts.all).toHaveLength(51);
      const kept = after.parts.all.filter((part) => before.parts.all.includes(part));
      expect(kept).toHaveLength(49);
    },
  );

  test.each(["x", "---\ndate: 2024\n---\n", "\n\n"])(
    "and where %j is typed at the very beginning",
    (typed) => {
      const text = Array.from({ length: 50 }, (_, i) => `Paragraph ${i} says something.\n\n`).join("");
      const before = read(text, "markdown");
      const after = read(typed + text, "markdown", before);
      const kept = after.parts.all.filter((part) => before.parts.all.includes(part));
      expect(kept.length).toBeGreaterThanOrEqual(49);
    },
  );
});
