import fc from "fast-check";
import { expect, test } from "vitest";
import { type Position, TextDocument } from "vscode-languageserver-textdocument";
import { OpenDocument } from "../../server/src/lsp/open-document.ts";

const text = fc
  .array(fc.constantFrom("a", "Envoys met. ", "\n", "\r\n", "\r", "\uD83D\uDE00"), { maxLength: 40 })
  .map((words) => words.join(""));
/** Also such as run backwards, or point behind the end of a line. */
const position = fc.record({ line: fc.nat(), character: fc.nat(30) });
const change = fc.oneof(
  fc.record({ range: fc.record({ start: position, end: position }), text }),
  fc.record({ text }),
);

test("a document takes in changes as the protocol's own does", () => {
  fc.assert(
    fc.property(text, fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }), (first, turns) => {
      const ours = new OpenDocument("file:///draft.md", "markdown", 0, first);
      const theirs = TextDocument.create("file:///draft.md", "markdown", 0, first);
      for (const [version, changes] of turns.entries()) {
        for (const change of changes) {
          // The protocol's own takes in nothing at lines that are not there.
          const inside = ({ line, character }: Position) => ({ line: line % theirs.lineCount, character });
          const meant =
            "range" in change
              ? {
                  ...change,
                  range: { start: inside(change.range.start), end: inside(change.range.end) },
                }
              : change;
          ours.update([meant], version);
          TextDocument.update(theirs, [meant], version);
        }
        expect([ours.getText(), ours.version]).toEqual([theirs.getText(), theirs.version]);
      }
    }),
    { numRuns: 500 },
  );
});
