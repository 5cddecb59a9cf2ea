import { escaped, htmlPage } from "../pages/html.ts";
import { PAGE_STYLE } from "../pages/style.ts";
import type { FactSheet } from "./sheet.ts";
import { SHEET_STYLE } from "./style.ts";
import { summaryHtml, tableHtml } from "./table.ts";

/** The fact sheet as a page of its own, to be read, printed and sent. */
export function factSheetHtml(sheet: FactSheet): string {
  return htmlPage({
    title: `Fact sheet: ${sheet.title}`,
    style: PAGE_STYLE + SHEET_STYLE,
    body: `<main>
<p class="kicker">Fact sheet</p>
<h1>${escaped(sheet.title)}</h1>
${summaryHtml(sheet)}
${tableHtml(sheet)}
</main>`,
  });
}
