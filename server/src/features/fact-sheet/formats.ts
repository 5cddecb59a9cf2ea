import { factSheetCsv } from "./csv.ts";
import { factSheetHtml } from "./html.ts";
import { factSheetMarkdown } from "./markdown.ts";
import type { FactSheet } from "./sheet.ts";

/** What a fact sheet can be written as. */
export const FACT_SHEET_FORMATS: Readonly<Record<string, (sheet: FactSheet) => string>> = {
  html: factSheetHtml,
  markdown: factSheetMarkdown,
  csv: factSheetCsv,
  json: (sheet) => `${JSON.stringify({ version: 1, ...sheet }, null, 2)}\n`,
};
