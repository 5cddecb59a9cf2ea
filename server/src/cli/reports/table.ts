import { cellsOf, printable } from "../width.ts";

/** A line of a table: what, how many, and perhaps a remark. */
export type Row = readonly [what: string, value: string, remark?: string];

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Sections of rows in three columns, numbers flush right, no line wider than `width`; long words are cut. */
export function tableOf(sections: readonly Section[], width: number): string[] {
  const rows = sections.flatMap((section) => section.rows);
  const values = Math.max(0, ...rows.map(([, value]) => widthOf(value)));
  const widest = Math.max(0, ...rows.map(([what]) => widthOf(what)));
  const labels = Math.min(widest, Math.max(16, width - values - 4 - REMARK));
  return sections
    .filter((section) => section.rows.length > 0)
    .flatMap(({ title, rows: lines }) => [
      title,
      ...lines.map(([what, value, remark = ""]) => {
        const room = width - labels - values - 6;
        const line = `  ${padEnd(cut(what, labels), labels)}  ${" ".repeat(values - widthOf(value))}${value}`;
        return remark === "" || room < 8 ? line : `${line}  ${cut(remark, room)}`;
      }),
    ]);
}

/** Columns kept free for remarks. */
const REMARK = 26;

function widthOf(text: string): number {
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return printable(text);
  let used = 1;
  let kept = "";
  for (const cell of cellsOf(text)) {
    if ((used += cell.width) > width) break;
    kept += cell.text;
  }
  return `${kept}…`;
}
