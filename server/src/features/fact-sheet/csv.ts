import { VERDICT_WORDS } from "../pages/verdicts.ts";
import type { FactRow, FactSheet } from "./sheet.ts";

/** The columns, in their order; lines and columns count from 1, as people do. */
export const CSV_COLUMNS = [
  "verdict",
  "kind",
  "line",
  "column",
  "says",
  "words",
  "sentence",
  "known",
  "facts",
  "sources",
  "quotes",
  "urls",
  "ignored",
] as const;

/** The fact sheet as a table for other programs (RFC 4180, with a line of heads); several sources are put line by line. */
export function factSheetCsv({ rows }: FactSheet): string {
  return [[...CSV_COLUMNS], ...rows.map(cellsOf)]
    .map((cells) => `${cells.map(quoted).join(",")}\r\n`)
    .join("");
}

/** The cells of a row as a reader of the file gets them back. */
export function cellsOf(row: FactRow): string[] {
  const { verdict, kind, range, says, before, words, after, known, facts, sources, ignored } = row;
  return [
    VERDICT_WORDS[verdict].toLowerCase(),
    kind,
    String(range.start.line + 1),
    String(range.start.character + 1),
    says,
    words,
    `${before}${words}${after}`.trim(),
    known,
    facts.map(({ id }) => id).join("\n"),
    sources.map(({ title }) => title).join("\n"),
    sources.flatMap(({ quotes }) => quotes).join("\n"),
    sources.flatMap(({ url }) => url ?? []).join("\n"),
    ignored === undefined ? "" : ignored === "" ? "yes" : ignored,
  ].map(harmless);
}

/** A spreadsheet takes what begins so for a formula, whoever wrote it; half a surrogate pair no file can hold. */
function harmless(text: string): string {
  const cell = text.replace(/\p{Cs}/gu, "\uFFFD");
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
