import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complete } from "../../../server/src/features/draft/completion.ts";
import { hover } from "../../../server/src/features/draft/hover.ts";
import { knownMeanwhile } from "../../../server/src/features/draft/meanwhile.ts";
import { checkText, type Snapshot } from "../../../server/src/service.ts";
import { changeBetween } from "../../../server/src/text/change.ts";
import { spanBefore } from "../../../server/src/text/moved.ts";
import { readDraft } from "../../../server/src/text/read-draft.ts";
import { type Span, slice, touches } from "../../../server/src/text/span.ts";
import { Text } from "../../../server/src/text/text.ts";
import { corpus } from "../../support/corpus.ts";

/** A stretch of the draft put elsewhere, or taken out, or a few words put in. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  out: fc.nat(40),
  put: fc.oneof(fc.constantFrom("", "x", " ", "\n\n", "# ", "*", "in May 2019 "), fc.nat(10_000)),
});

function edited(
  text: string,
  { at, out, put }: typeof edit extends fc.Arbitrary<infer T> ? T : never,
): string {
  const start = Math.floor(at * text.length);
  const words = typeof put === "number" ? text.slice(put % text.length, (put % text.length) + 200) : put;
  return text.slice(0, start) + words + text.slice(start + out);
}

/** Everything in a value that is a place of the draft. */
function* placesIn(value: unknown): Generator<Span> {
  if (typeof value !== "object" || value === null || "edtf" in value) return;
  const { start, end } = value as Partial<Span>;
  if (typeof start === "number" && typeof end === "number") yield { start, end };
  else if (!(value instanceof Set)) for (const part of Object.values(value)) yield* placesIn(part);
}

function listsOf({ reading, findings }: Snapshot) {
  const { draft: _, ...lists } = { ...reading };
  return [lists, findings.map(({ span, fixes, related }) => ({ span, fixes, related }))];
}

describe("what is known while a newer text is read", () => {
  test.each(corpus)("never has a place off its words: $file", ({ text, knowledge }) => {
    const older = checkText({ text, format: "markdown", knowledge });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.nat(), (edits, somewhere) => {
        const now = edits.reduce(edited, text);
        const newer = knownMeanwhile(older, readDraft({ ...older.draft, text: now }, older.draft));
        const change = changeBetween(Text.of(text), Text.of(now));
        if (change === undefined) return;
        for (const place of placesIn(listsOf(newer)))
          expect(slice(now, place)).toBe(slice(text, spanBefore(place, change)));
        const offset = somewhere % (now.length + 1);
        const card = hover(newer, offset);
        if (card !== undefined) expect(touches(card.span, offset)).toBe(true);
        complete(newer, offset);
      }),
      { numRuns: 10 },
    );
  });

  test("is all that was known, where nothing was changed, and nothing of what was", () => {
    const { text, knowledge } = corpus.find(({ file }) => file === "federation/governance-review.md")!;
    const older = checkText({ text, format: "markdown", knowledge });
    const { span } = older.reading.entities[3]!;
    const now = `${text.slice(0, span.end)}s${text.slice(span.end)}`;
    const newer = knownMeanwhile(older, readDraft({ ...older.draft, text: now }, older.draft));
    const at = ({ start }: Span) => newer.reading.entities.some((one) => one.span.start === start);
    expect(at(older.reading.entities[2]!.span)).toBe(true);
    expect(at(span)).toBe(false);
    expect(touches(newer.unread!, span.start)).toBe(true);
    const last = older.reading.entities.at(-1)!.span;
    expect(at({ start: last.start + 1, end: last.end + 1 })).toBe(true);
    expect(touches(newer.unread!, last.start + 1)).toBe(false);
  });
});
