import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Draft, Format } from "../../server/src/text/draft.ts";
import { readDraft, readDraftInSteps } from "../../server/src/text/read-draft.ts";
import { finish } from "../../server/src/text/steps.ts";
import { Text } from "../../server/src/text/text.ts";

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

  const MARKS = [
    ..."** ` <!--x --> [a ](b) “ ” | _ $ ".split(" "),
    "https://a.example/b. ",
    "x".repeat(3_000),
  ];
  const LINE_ENDS = [
    ..."\n,\n\n,\r\n,\r,\n- ,\n> ,\n# ,\n    ,\n| a | b |\n|---|---|\n,\n---\n,\n===\n,\n```\n".split(","),
    " <!-- aide-memoire-disable -->\n",
  ];
  const longLine = fc
    .array(
      fc.oneof(
        { weight: 200, arbitrary: fc.nat(999) },
        { weight: 8, arbitrary: fc.constantFrom(...MARKS) },
        { weight: 1, arbitrary: fc.constantFrom(...LINE_ENDS) },
      ),
      { minLength: 300, maxLength: 600, size: "max" },
    )
    .map((all) =>
      all
        .map((each) => (typeof each === "string" ? each : `Envoy ${each} of the town met the councillors. `))
        .join(""),
    );
  const longText = fc
    .array(fc.tuple(fc.constantFrom("", "# A\n", "- ", "> ", "Words.\n", "\n\n", "  "), longLine), {
      minLength: 1,
      maxLength: 2,
    })
    .map((lines) => lines.map((each) => each.join("")).join("\n"));
  const markEdit = fc.record({
    at: fc.nat(),
    removed: fc.oneof(fc.nat(12), fc.nat(9_000)),
    inserted: fc.constantFrom("x", "", ...MARKS, ...LINE_ENDS),
  });

  test.each<Format>(["markdown", "quarto", "plaintext"])("in %s on endless lines", (format) => {
    fc.assert(
      fc.property(longText, fc.array(markEdit, { minLength: 1, maxLength: 8 }), (first, edits) => {
        let now = first;
        let draft = read(now, format);
        for (const each of edits) {
          now = edited(now, each);
          draft = read(now, format, draft);
          const { blocks, ignores, parts } = read(now, format);
          expect(draft.parts.all).toEqual(parts.all);
          expect(Array.from(draft.parts.starts)).toEqual(Array.from(parts.starts));
          expect([draft.blocks, draft.ignores]).toEqual([blocks, ignores]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each<Format>(["markdown", "quarto", "plaintext"])(
    "in %s where at first no more than a beginning was read",
    (format) => {
      const beginning = (text: string, upTo: number, earlier?: Draft) =>
        finish(readDraftInSteps({ uri: "draft:", text, format }, earlier, upTo));
      fc.assert(
        fc.property(longText, fc.array(fc.tuple(fc.nat(), markEdit), { maxLength: 3 }), (first, edits) => {
          let now = first;
          let draft = beginning(now, 5_000);
          for (const [upTo, each] of edits) {
            now = edited(now, each);
            draft = beginning(now, upTo % (now.length + 1), draft);
          }
          const { parts, ignores } = read(now, format);
          const whole = read(now, format, draft);
          expect(whole.parts.all).toEqual(parts.all);
          expect(Array.from(whole.parts.starts)).toEqual(Array.from(parts.starts));
          expect(whole.ignores).toEqual(ignores);
        }),
        { numRuns: 60 },
      );
    },
  );

  const manyLines = fc
    .array(fc.oneof({ weight: 3, arbitrary: longLine }, { weight: 1, arbitrary: text }), {
      minLength: 5,
      maxLength: 12,
      size: "max",
    })
    .map((all) => all.join("\n\n"));
  const wideEdit = fc.record({
    at: fc.nat(),
    removed: fc.oneof(fc.nat(12), fc.nat(90_000)),
    inserted: fc.oneof(text, fc.constantFrom("x", "", "```\n", "<!--", "\n", ...MARKS)),
  });

  test.each<Format>(["markdown", "quarto", "plaintext"])("in %s of which no string is made", (format) => {
    fc.assert(
      fc.property(manyLines, fc.array(wideEdit, { minLength: 1, maxLength: 8 }), (first, edits) => {
        let now = Text.of(first);
        let draft = readDraft({ uri: "draft:", text: now, format });
        for (const { at, removed, inserted } of edits) {
          const start = at % (now.length + 1);
          now = now.changed({ start, end: Math.min(now.length, start + removed) }, inserted);
          draft = readDraft({ uri: "draft:", text: now, format }, draft);
          expect(now.isWhole && now.pieces.length > 1).toBe(false);
          const fresh = read(now.pieces.join(""), format);
          expect(draft.parts.all).toEqual(fresh.parts.all);
          expect(Array.from(draft.parts.starts)).toEqual(Array.from(fresh.parts.starts));
          expect([draft.ignores, draft.frontMatter]).toEqual([fresh.ignores, fresh.frontMatter]);
          expect(draft.lines.count).toBe(fresh.lines.count);
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each<Format>(["markdown", "plaintext"])("and of an endless line in %s most stays", (format) => {
    const line = Array.from({ length: 2_000 }, (_, i) => `Envoy ${i} met the councillors.`).join(" ");
    const before = read(`Title\n${line}\n`, format);
    const after = read(`Title\n${line.replace("Envoy 1000", "Envoys 1000")}\n`, format, before);
    const kept = after.parts.all.filter((part) => before.parts.all.includes(part));
    expect(before.parts.all.length).toBeGreaterThan(40);
    expect(kept.length).toBeGreaterThanOrEqual(before.parts.all.length - 2);
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
