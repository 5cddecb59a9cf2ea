import { Fingerprints } from "./fingerprints.ts";
import { placedMessage, regionOf } from "./place.ts";
import type { Report } from "./report.ts";
import { evidenceLines, wordsOf } from "./told.ts";

/** A table with a row for each finding, as spreadsheets read it (RFC 4180). */
export const csvReport: Report = (output) => {
  const fingerprints = new Fingerprints();
  output.write(row(COLUMNS));
  return {
    add({ path, snapshot, findings }) {
      const { draft, knowledge } = snapshot;
      for (const finding of findings) {
        const { startLine, startColumn, endLine, endColumn } = regionOf(draft.lines, finding.span);
        const numbers = [startLine, startColumn, endLine, endColumn];
        const place = numbers.map((number) => (draft.madeOf === undefined ? String(number) : ""));
        const instead = finding.fixes
          .flatMap(({ newText, span }) => (span === undefined ? [newText] : []))
          .join(" | ");
        const { check, severity } = finding;
        const message = placedMessage(finding.message, draft, finding.span);
        const words = wordsOf(finding, snapshot);
        const evidence = evidenceLines(finding, knowledge).join(" | ");
        const print = fingerprints.unique(finding, draft);
        output.write(row([path, ...place, severity, check, message, words, instead, evidence, print]));
      }
    },
    end: () => {},
  };
};

const COLUMNS = [
  ...["path", "line", "column", "endLine", "endColumn", "severity", "check", "message"],
  ...["words", "suggestions", "evidence", "fingerprint"],
];

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe, which makes it text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
