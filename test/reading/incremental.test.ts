import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { effortOf } from "../../server/src/reading/read.ts";
import { check, finish, type Snapshot } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { Writing } from "../bench/writing.ts";
import { corpus } from "../support/corpus.ts";

/** An edit, of which the numbers are taken modulo the text's length. */
interface Edit {
  readonly at: number;
  readonly removed: number;
  /** How many characters of the text, from where, are put in; or these words. */
  readonly inserted: { readonly from: number; readonly length: number } | string;
}

const PIECES = [
  "\n\n",
  " ",
  "x",
  ".",
  "- ",
  "# ",
  "|",
  "he",
  "the commission",
  "18 October 2025",
  "six days later, ",
];
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
  inserted: fc.oneof(fc.constantFrom(...PIECES), fc.record({ from: fc.nat(), length: fc.nat(300) })),
});

function edited(text: string, { at, removed, inserted }: Edit): string {
  const start = at % (text.length + 1);
  const from = typeof inserted === "string" ? 0 : inserted.from % (text.length + 1);
  const words = typeof inserted === "string" ? inserted : text.slice(from, from + inserted.length);
  return text.slice(0, start) + words + text.slice(start + removed);
}

function readAs(text: string, knowledge: Knowledge, earlier?: Snapshot): Snapshot {
  const draft = readDraft({ uri: "draft:", text, format: "markdown" }, earlier?.draft);
  return finish(check(draft, knowledge, { earlier }));
}

describe("what is read after a keystroke", () => {
  test.each(corpus)("is what would be read from scratch: $file", ({ text: original, knowledge }) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let text = original;
        let earlier = readAs(text, knowledge);
        for (const each of edits) {
          text = edited(text, each);
          const scratch = readAs(text, knowledge);
          earlier = readAs(text, knowledge, earlier);
          expect(earlier.reading).toEqual(scratch.reading);
          expect(earlier.findings).toEqual(scratch.findings);
        }
      }),
      { numRuns: 5 },
    );
  });

  test("is what would be read from scratch in a text of one endless line", () => {
    const { knowledge } = corpus[0]!;
    const all = corpus.filter((draft) => draft.knowledge === knowledge).map(({ text }) => text);
    const original = all.join(" ").replace(/\s+/g, " ").repeat(3);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let text = original;
        let earlier = readAs(text, knowledge);
        for (const each of edits) {
          text = edited(text, each);
          earlier = readAs(text, knowledge, earlier);
          expect(earlier.reading).toEqual(readAs(text, knowledge).reading);
        }
      }),
      { numRuns: 8 },
    );
  });

  /** Counted, not timed: what a keystroke costs must not grow with the draft. */
  test.each([10, 100, 400])(
    "takes one paragraph of %i to be read, and what asked it another one",
    (count) => {
      const { knowledge, text: report } = corpus.find(
        ({ file }) => file === "federation/governance-review.md",
      )!;
      const paragraphs = report.split(/\n\n+/).filter((part) => /^\p{L}/u.test(part));
      let text = Array.from({ length: count }, (_, i) => paragraphs[i % paragraphs.length]!).join("\n\n");
      let earlier = readAs(text, knowledge);
      expect(effortOf(earlier.reading)).toEqual({ parts: count, readAnew: count });
      for (let at = 40; at < text.length; at += Math.ceil(text.length / 20)) {
        text = `${text.slice(0, at)}x${text.slice(at)}`;
        earlier = readAs(text, knowledge, earlier);
        expect(effortOf(earlier.reading).readAnew, text.slice(at - 40, at + 40)).toBeLessThanOrEqual(3);
      }
    },
  );

  test.each(["\n\n", "<!-- a comment -->\n\n", "\n\nSomebody spoke.\n\n"])(
    "is what would be read from scratch where %j is typed between paragraphs, and taken out again",
    (typed) => {
      const { knowledge, text } = corpus.find(({ file }) => file === "federation/governance-review.md")!;
      const middle = text.indexOf("\n\n", text.length / 2) + 2;
      let earlier = readAs(text, knowledge);
      for (const now of [text.slice(0, middle) + typed + text.slice(middle), text]) {
        earlier = readAs(now, knowledge, earlier);
        expect(earlier.reading).toEqual(readAs(now, knowledge).reading);
      }
    },
  );

  test("is what would be read from scratch where paragraphs have changed on either side of others", () => {
    const { knowledge, text } = corpus.find(({ file }) => file === "federation/governance-review.md")!;
    const paragraphs = text.split(/\n\n+/);
    let earlier = readAs(text, knowledge);
    for (let first = 0; first + 3 < paragraphs.length; first += 2) {
      const typed = paragraphs
        .with(first, "Nobody spoke.")
        .with(first + 3, `${paragraphs[first + 3]} Nobody spoke.`)
        .join("\n\n");
      earlier = readAs(typed, knowledge, earlier);
      expect(earlier.reading).toEqual(readAs(typed, knowledge).reading);
    }
  });

  test("takes two pieces of one endless line to be read", () => {
    const { knowledge, text: report } = corpus.find(
      ({ file }) => file === "federation/governance-review.md",
    )!;
    const original = report.replace(/\s+/g, " ").repeat(12);
    const before = readAs(original, knowledge);
    expect(effortOf(before.reading).parts).toBeGreaterThan(30);
    for (let at = 40; at < original.length; at += Math.ceil(original.length / 20)) {
      const after = readAs(`${original.slice(0, at)}x${original.slice(at)}`, knowledge, before);
      expect(effortOf(after.reading).readAnew, original.slice(at - 40, at + 40)).toBeLessThanOrEqual(4);
    }
  });

  test("needs no string of all of a long draft", () => {
    const { knowledge, text } = corpus[0]!;
    const writing = new Writing(Array.from({ length: 40 }, () => text).join("\n\n"), knowledge);
    writing.write(0, "");
    for (let i = 1; i < 60; i++) {
      const { draft } = writing.write((i * 7919) % writing.length, i % 7 === 0 ? "\n\n" : "x", i % 5);
      expect(draft.content.isWhole).toBe(false);
    }
  });

  test("takes as many steps in a long draft as in a short one", () => {
    const { knowledge } = corpus[0]!;
    const steps = (paragraphs: number) => {
      const text = Array.from(
        { length: paragraphs },
        (_, i) => `The council met in room ${i}. Nobody spoke.`,
      );
      const before = readAs(text.join("\n\n"), knowledge);
      const typed = text.with(5, "The council met in roomx 5. Nobody spoke.").join("\n\n");
      const draft = readDraft({ uri: "draft:", text: typed, format: "markdown" }, before.draft);
      return [...check(draft, knowledge, { earlier: before })].length;
    };
    expect(steps(400)).toBe(steps(10));
  });

  test("is what would be read from scratch after many paragraphs have been written at two places", () => {
    const { knowledge, text } = corpus.find(({ file }) => file === "federation/governance-review.md")!;
    const paragraphs = text.split(/\n\n+/);
    const wrong = paragraphs.find((paragraph) => readAs(paragraph, knowledge).findings.length > 0)!;
    const middle = 15 + (paragraphs.length >> 1);
    let earlier = readAs(text, knowledge);
    for (let i = 0; i < 75; i++) {
      const at = i < 15 ? 1 : middle;
      paragraphs.splice(at, 0, `${paragraphs[(i * 7) % paragraphs.length]!} And ${i} more.`);
      // The paragraph before it is changed as well, so that one goes and two come.
      if (i >= 15) paragraphs[at - 1] = `${wrong} Nobody spoke ${i} times.`;
      const typed = paragraphs.join("\n\n");
      earlier = readAs(typed, knowledge, earlier);
      const scratch = readAs(typed, knowledge);
      expect(earlier.findings).toEqual(scratch.findings);
      expect(earlier.reading).toEqual(scratch.reading);
    }
  });

  test("gives a table far away its year from another caption, where the first table's has changed sides", () => {
    const { knowledge } = corpus[0]!;
    const table = "| What | When |\n| --- | --- |\n| Vote | 12 March |";
    const first = (above: boolean) =>
      above ? `Table 1: Of 2001\n\n${table}` : `${table}\n\nTable 1: Of 2001`;
    const rest = `Some words.\n\n${table}\n\nTable 2: Of 2004\n\n${table}`;
    const before = readAs(`${first(true)}\n\n${rest}`, knowledge);
    const typed = `${first(false)}\n\n${rest}`;
    expect(readAs(typed, knowledge, before).reading).toEqual(readAs(typed, knowledge).reading);
    expect(readAs(typed, knowledge).reading.times).not.toEqual(before.reading.times);
  });

  test("is what would be read from scratch, whichever older reading is taken up", () => {
    const { knowledge, text } = corpus.find(({ file }) => file === "federation/governance-review.md")!;
    const first = readAs(text, knowledge);
    const [second, other] = [text.replace("\n\n", "\n\nThe commission.\n\n"), text.slice(0, 900)];
    readAs(second, knowledge, first);
    // A check that was given up half-way leaves nothing behind either.
    check(readDraft({ uri: "draft:", text: other, format: "markdown" }), knowledge, {
      earlier: first,
    }).next();
    for (const again of [other, second, text])
      expect(readAs(again, knowledge, first).findings).toEqual(readAs(again, knowledge).findings);
  });
});
