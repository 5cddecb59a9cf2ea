import fc from "fast-check";
import { expect, test } from "vitest";
import { changeBetween } from "../../server/src/text/change.ts";
import { movedSpan, movedWhole, spanBefore } from "../../server/src/text/moved.ts";
import { slice, span } from "../../server/src/text/span.ts";
import { Text } from "../../server/src/text/text.ts";

/** Few different letters, so that edits repeat what stands there already. */
const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n"), maxLength: 60 });
const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(5), text), { maxLength: 4 });

function edited(older: string, all: readonly (readonly [number, number, string])[]): string {
  return all.reduce((now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length), older);
}

test("what has moved has the same words, and came from where it was", () => {
  fc.assert(
    fc.property(text, edits, fc.nat(60), fc.nat(10), (older, all, from, length) => {
      const newer = edited(older, all);
      const change = changeBetween(Text.of(older), Text.of(newer));
      const start = Math.min(from, older.length);
      const place = span(start, Math.min(start + length, older.length));
      const now = change === undefined ? place : movedSpan(place, change);
      if (now === undefined) return;
      expect(now.end).toBeLessThanOrEqual(newer.length);
      expect(slice(newer, now)).toBe(slice(older, place));
      if (change !== undefined) expect(spanBefore(now, change)).toEqual(place);
    }),
  );
});

test("what an edit touches is gone", () => {
  const change = changeBetween(Text.of("the Board met"), Text.of("the Boards met"))!;
  expect(movedSpan(span(0, 3), change)).toEqual(span(0, 3));
  expect(movedSpan(span(4, 9), change)).toBeUndefined();
  expect(movedSpan(span(10, 13), change)).toEqual(span(11, 14));
  expect(movedWhole(change, (moved) => [moved(span(0, 3)), moved(span(4, 9))])).toBeUndefined();
});
