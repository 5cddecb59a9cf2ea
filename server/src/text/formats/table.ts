import type { Span } from "../span.ts";

/** The row of dashes under a GFM table's header. */
export function isDelimiterRow(line: string): boolean {
  return line.includes("-") && line.includes("|") && /^[|:\- \t]+$/.test(line) && !/[^|:\-\s]/.test(line);
}

/** The cells of a row, relative to its start, trimmed; `\|` parts none, but a bar inside code does, as GFM has it. */
export function tableRow(line: string): Span[] {
  const cells: Span[] = [];
  let start = line.startsWith("|") ? 1 : 0;
  for (let i = start; i <= line.length; i++) {
    const c = line[i];
    if (c === "\\") i++;
    else if (c === undefined || c === "|") {
      if (c !== undefined || line.slice(start).trim() !== "") cells.push(trimmed(line, start, i));
      start = i + 1;
    }
  }
  return cells;
}

function trimmed(line: string, start: number, end: number): Span {
  const raw = line.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  return { start: from, end: Math.max(from, start + raw.trimEnd().length) };
}
