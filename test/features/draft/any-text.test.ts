import fc from "fast-check";
import { expect, test } from "vitest";
import { additionsAt } from "../../../server/src/features/draft/additions.ts";
import { quickFixes } from "../../../server/src/features/draft/code-actions.ts";
import { type AskedBy, complete } from "../../../server/src/features/draft/completion.ts";
import { definition } from "../../../server/src/features/draft/definition.ts";
import { expansionHints } from "../../../server/src/features/draft/expansion-hints.ts";
import { fixesOfChecks } from "../../../server/src/features/draft/fix-all.ts";
import { highlights } from "../../../server/src/features/draft/highlights.ts";
import { hover } from "../../../server/src/features/draft/hover.ts";
import { dateHints, writtenHint } from "../../../server/src/features/draft/inlay-hints.ts";
import { draftLinks } from "../../../server/src/features/draft/links.ts";
import { type DraftOutlineItem, draftOutline } from "../../../server/src/features/draft/outline.ts";
import { prepareDraftRename } from "../../../server/src/features/draft/rename.ts";
import { draftTokens } from "../../../server/src/features/draft/semantic-tokens.ts";
import { checkText } from "../../../server/src/service.ts";
import type { Format } from "../../../server/src/text/draft.ts";
import { FORMATS as KINDS } from "../../../server/src/text/formats.ts";
import { contains, span } from "../../../server/src/text/span.ts";
import { world } from "./world.ts";

const WORDS = [
  "Guild of Pilots",
  "the Quay truce",
  "Norrey",
  "19 October 2030",
  "on",
  "of",
  ". ",
  "\n\n",
  "- ",
  "| ",
  "“",
  "# ",
  "[@ledger]",
  '"',
  "@",
  "[@",
  "`",
  "Harbour Minister",
  "Ada Brink,",
  "GOP",
  "\\cite{",
];
const FORMATS = Object.keys(KINDS) as Format[];
const ASKED: readonly AskedBy[] = ["wish", "letter", "space", "mark"];
const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "grapheme", maxLength: 3 })))
    .map((all) => all.join(" ")),
);

test("every feature survives every text, at every place, and speaks of words that are there", () => {
  fc.assert(
    fc.property(texts, fc.nat({ max: 200 }), fc.constantFrom(...FORMATS), (text, at, format) => {
      const snapshot = checkText({ text, format, knowledge: world });
      const offset = Math.min(at, text.length);
      const spans = [
        hover(snapshot, offset)?.span,
        definition(snapshot, offset)?.span,
        ...ASKED.flatMap((by) => complete(snapshot, offset, by).map(({ replaced }) => replaced)),
        ...quickFixes(snapshot, span(offset, offset)).map(({ finding }) => finding.span),
      ];
      for (const hint of dateHints(snapshot, "all", span(0, text.length))) {
        expect(hint.offset).toBeLessThanOrEqual(text.length);
        writtenHint(hint, snapshot);
      }
      expansionHints(snapshot, span(0, text.length));
      additionsAt(snapshot, span(offset, Math.min(text.length, offset + 20)));
      additionsAt(snapshot, span(offset, offset));
      fixesOfChecks(snapshot, span(0, text.length));
      for (const one of spans.filter((each) => each !== undefined)) {
        expect(one.start).toBeLessThanOrEqual(offset);
        expect(one.end).toBeGreaterThanOrEqual(offset);
        expect(one.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 300 },
  );
});

test("what is shown unasked lies in the text, in its order, and nothing on top of another", () => {
  fc.assert(
    fc.property(texts, fc.nat({ max: 200 }), (text, at) => {
      const snapshot = checkText({ text, format: "markdown", knowledge: world });
      const lists = [
        draftTokens(snapshot),
        draftTokens(snapshot, span(at, at + 20)),
        draftLinks(snapshot),
        highlights(snapshot, Math.min(at, text.length)),
      ];
      for (const list of lists) {
        let end = 0;
        for (const each of list) {
          expect(each.span.start).toBeGreaterThanOrEqual(end);
          expect(each.span.end).toBeGreaterThan(each.span.start);
          end = each.span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }
      for (const item of draftOutline(snapshot)) expectNested(item, text);
      prepareDraftRename(snapshot, Math.min(at, text.length));
    }),
    { numRuns: 300 },
  );
});

function expectNested(item: DraftOutlineItem, text: string): void {
  expect(contains(span(0, text.length), item.span)).toBe(true);
  expect(contains(item.span, item.selection)).toBe(true);
  for (const child of item.children) {
    expect(contains(item.span, child.span)).toBe(true);
    expectNested(child, text);
  }
}
