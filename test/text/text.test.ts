import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeBetween } from "../../server/src/text/change.ts";
import { Text } from "../../server/src/text/text.ts";

/** Long enough to be in many pieces. */
const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc
    .tuple(fc.constantFrom("a", "\n", "Envoys met. ", "\uD83D\uDE00"), fc.nat(20_000))
    .map(([word, times]) => word.repeat(times)),
);
const edit = fc.record({ from: fc.nat(), removed: fc.oneof(fc.nat(20), fc.nat(60_000)), inserted: words });
const asked = fc.tuple(fc.nat(), fc.nat(30_000));

describe("a text in pieces", () => {
  test("is the string that the same changes make", () => {
    fc.assert(
      fc.property(words, fc.array(edit, { maxLength: 8 }), asked, (first, edits, [from, length]) => {
        let text = Text.of(first);
        let string = first;
        for (const { from, removed, inserted } of edits) {
          const start = from % (string.length + 1);
          const end = Math.min(string.length, start + removed);
          const before = text;
          text = text.changed({ start, end }, inserted);
          const older = string;
          string = string.slice(0, start) + inserted + string.slice(end);
          const change = changeBetween(before, text);
          expect(change === undefined).toBe(older === string);
          if (change === undefined) continue;
          expect(change.newEnd - change.start).toBeLessThanOrEqual(inserted.length);
          expect(older.slice(0, change.start)).toBe(string.slice(0, change.start));
          expect(older.slice(change.oldEnd)).toBe(string.slice(change.newEnd));
        }
        const at = from % (string.length + 1);
        expect(text.slice(at, at + length)).toBe(string.slice(at, at + length));
        expect(text.length).toBe(string.length);
        expect(text.whole).toBe(string);
      }),
      { numRuns: 200 },
    );
  });

  test("a change copies a piece of it, and pieces do not become ever more", () => {
    let text = Text.of("Envoys met in the town. ".repeat(10_000));
    const first = text.pieces;
    for (let i = 0; i < 2_000; i++) {
      const before: readonly string[] = text.pieces;
      const start = (i * 7919) % text.length;
      text = text.changed({ start, end: start + (i % 3) * 40 }, "x".repeat((i % 5) * 20));
      const fresh = text.pieces.filter((piece) => !before.includes(piece));
      expect(fresh.join("").length).toBeLessThan(4 * 8192);
    }
    expect(text.pieces.length).toBeLessThan(2 * first.length);
    expect(text.isWhole).toBe(false);
  });
});
