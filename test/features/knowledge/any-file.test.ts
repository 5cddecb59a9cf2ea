import fc from "fast-check";
import { expect, test } from "vitest";
import { codeActions } from "../../../server/src/features/knowledge/code-actions.ts";
import { entryLenses } from "../../../server/src/features/knowledge/code-lens.ts";
import { complete } from "../../../server/src/features/knowledge/completion.ts";
import { definition } from "../../../server/src/features/knowledge/definition.ts";
import { hover } from "../../../server/src/features/knowledge/hover.ts";
import { inlayHints } from "../../../server/src/features/knowledge/inlay-hints.ts";
import { linkedEditing } from "../../../server/src/features/knowledge/linked-editing.ts";
import { links } from "../../../server/src/features/knowledge/links.ts";
import { placeAt } from "../../../server/src/features/knowledge/place.ts";
import { highlights, references } from "../../../server/src/features/knowledge/references.ts";
import { prepareRename, rename } from "../../../server/src/features/knowledge/rename.ts";
import { semanticTokens } from "../../../server/src/features/knowledge/semantic-tokens.ts";
import { type OutlineItem, outline } from "../../../server/src/features/knowledge/symbols.ts";
import { typeDefinition } from "../../../server/src/features/knowledge/type-definition.ts";
import { workspaceSymbols } from "../../../server/src/features/knowledge/workspace-symbols.ts";
import { type Span, span, touches } from "../../../server/src/text/span.ts";
import { edited, snapshotOf } from "../../support/knowledge-cursor.ts";
import { islands } from "./world.ts";

const PIECES = [
  ": ",
  ":",
  "- ",
  "{",
  "}",
  "[",
  "]",
  ", ",
  '"',
  "'",
  "#",
  " # so\n",
  "|",
  ">-\n",
  "&a ",
  "*a",
  "!t ",
  "? ",
  "---\n",
  "\n",
  "\r\n",
  "\r",
  "\n  ",
  "\n    ",
  "\t",
  "\\",
  "\uFEFF",
  "entities:",
  "events:\n  ",
  "participants: ",
  "vocabulary:\n  predicates:\n",
  "type: ",
  "<<: ",
  "__proto__: ",
  "constructor",
  "~",
  "quay",
  "2030",
];

/** A sound file into which somebody types, cuts and pastes without looking. */
const damaged = fc
  .tuple(
    fc.constantFrom(...Object.values(islands)),
    fc.array(
      fc.record({
        at: fc.nat(),
        cut: fc.nat({ max: 40 }),
        put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 4 })),
      }),
      { maxLength: 6 },
    ),
  )
  .map(([text, damages]) =>
    damages.reduce((all, { at, cut, put }) => {
      const from = at % (all.length + 1);
      return all.slice(0, from) + put + all.slice(from + cut);
    }, text),
  );
const texts = fc.oneof(
  { weight: 4, arbitrary: damaged },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((all) => all.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);

test("every feature survives every file, at every place, and speaks of what is in it", () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, at) => {
      const files = { "islands/actors.yaml": islands["islands/actors.yaml"]!, "a.yaml": text };
      const snapshot = snapshotOf(files);
      const file = snapshot.files.get("a.yaml")!;
      const offset = at % (text.length + 1);
      // The cursor may be on the quotation mark beside.
      const near = [
        placeAt(file, offset).span,
        hover(snapshot, file, offset)?.span,
        definition(snapshot, file, offset)?.span,
      ].flatMap((one) => (one === undefined ? [] : [one]));
      for (const one of near)
        expect(isIn(one, text) && touches(span(one.start - 1, one.end + 1), offset)).toBe(true);
      for (const { replaced } of complete(snapshot, file, offset).proposals)
        expect(isIn(replaced, text) && touches(replaced, offset)).toBe(true);
      const all = [
        ...references(snapshot, file, offset, true),
        ...highlights(snapshot, file, offset),
        ...(definition(snapshot, file, offset)?.origins ?? []),
      ].flatMap((use) => (use.file === "a.yaml" ? [use.span] : []));
      const spans = [
        ...all,
        ...semanticTokens(snapshot, file).map((token) => token.span),
        ...links(file).map((link) => link.span),
        ...entryLenses(file).map((lens) => lens.span),
        ...inlayHints(snapshot, file).map((hint) => span(hint.offset, hint.offset)),
        ...outline(file).flatMap(spansOf),
      ];
      for (const one of spans) expect(isIn(one, text)).toBe(true);
      workspaceSymbols(snapshot, text.slice(offset, offset + 3));
      prepareRename(snapshot, file, offset);
      typeDefinition(snapshot, file, offset);
      for (const one of linkedEditing(snapshot, file, offset)) expect(isIn(one, text)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("every edit keeps to the files, and no two of one answer overlap", () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, at) => {
      const files = { "a.yaml": text, "islands/actors.yaml": islands["islands/actors.yaml"]! };
      const snapshot = snapshotOf(files);
      const file = snapshot.files.get("a.yaml")!;
      const offset = at % (text.length + 1);
      const renamed = rename(snapshot, file, offset, "other-name");
      const answers = codeActions(snapshot, file, span(offset, offset)).map(({ edits }) => edits());
      if ("edits" in renamed) answers.push(renamed.edits);
      for (const edits of answers) {
        for (const one of edits) {
          expect(isIn(one.span, files[one.file as "a.yaml"])).toBe(true);
          const others = edits.filter((other) => other !== one && other.file === one.file);
          expect(others.some(({ span }) => span.start < one.span.end && one.span.start < span.end)).toBe(
            false,
          );
        }
        edited(snapshot, edits);
      }
    }),
    { numRuns: 300 },
  );
});

function isIn({ start, end }: Span, text: string): boolean {
  return 0 <= start && start <= end && end <= text.length;
}

function spansOf({ span, selection, children }: OutlineItem): Span[] {
  expect(span.start <= selection.start && selection.end <= span.end).toBe(true);
  return [span, ...children.flatMap(spansOf)];
}
