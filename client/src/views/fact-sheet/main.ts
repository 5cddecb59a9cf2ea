import { SHEET_STYLE } from "../../../../server/src/features/fact-sheet/style.ts";
import { summaryHtml, tableHtml } from "../../../../server/src/features/fact-sheet/table.ts";
import { escaped } from "../../../../server/src/features/pages/html.ts";
import { PAGE_STYLE } from "../../../../server/src/features/pages/style.ts";
import { addStyle, editor } from "../editor.ts";
import { focused, focusOn } from "../focus.ts";
import type { FactSheet } from "../messages.ts";
import { THEME_STYLE } from "../theme.ts";
import { matches, type SheetFilter } from "./filter.ts";
import { showTools, toolsHtml } from "./tools.ts";

type State = SheetFilter & { readonly uri: string };

const STYLE = `h1 { margin-top: 1rem; font-size: 1.5em; }
.facts thead th { top: 3rem; }
.facts mark { cursor: pointer; }
[hidden], .facts tr[hidden] { display: none; }`;

addStyle(PAGE_STYLE, SHEET_STYLE, THEME_STYLE, STYLE);
const host = editor<FactSheet, State>();
const { words } = host;
const page = document.getElementById("view")!;
let sheet: FactSheet | undefined;

page.innerHTML = `<div class="tools" role="search" aria-label="${escaped(words.filter!)}">${toolsHtml(words)}</div>
<div id="sheet"></div>`;
const body = document.getElementById("sheet")!;

page.addEventListener("click", ({ target }) => {
  const element = target as Element;
  const tool = element.closest<HTMLElement>("[data-verdict], [data-format]");
  if (tool?.dataset.verdict !== undefined) toggle(tool.dataset.verdict);
  else if (tool?.dataset.format !== undefined) host.save(tool.dataset.format);
  else lead(element);
});
page.addEventListener("input", ({ target }) => {
  host.keep({ text: (target as HTMLInputElement).value });
  filter();
});
host.hear(show, showNone);

function show(value: FactSheet): void {
  sheet = value;
  const place = focused(body);
  body.innerHTML = `<h1>${escaped(value.title)}</h1>${summaryHtml(value)}${tableHtml(value, { leads: true })}<p class="empty" id="none" hidden>${escaped(words.noMatch!)}</p>`;
  filter();
  focusOn(body, place);
}

function showNone(reason: string): void {
  sheet = undefined;
  body.innerHTML = `<p class="empty" role="status">${escaped(reason)}</p>`;
}

function toggle(verdict: string): void {
  const { hidden = [] } = host.state;
  host.keep({
    hidden: hidden.includes(verdict) ? hidden.filter((each) => each !== verdict) : [...hidden, verdict],
  });
  filter();
}

/** Hides the rows that are not wanted; the table itself stays, and with it the place on the page. */
function filter(): void {
  const rows = sheet?.rows ?? [];
  const shown = rows.map((row) => matches(row, host.state));
  for (const element of body.querySelectorAll<HTMLElement>("tr[data-row]"))
    element.hidden = !shown[Number(element.dataset.row)];
  const count = shown.filter(Boolean).length;
  document.getElementById("none")?.toggleAttribute("hidden", count > 0 || rows.length === 0);
  showTools(host.state, words, sheet, count);
}

/** Follows a click on a lead; one on a statement's words leads to them as well. */
function lead(element: Element): void {
  const row = sheet?.rows[Number(element.closest<HTMLElement>("tr[data-row]")?.dataset.row)];
  if (row === undefined || sheet === undefined) return;
  const button = element.closest<HTMLElement>("[data-to]");
  const fact = button?.dataset.to === "fact" ? row.facts[Number(button.dataset.fact)]?.at : undefined;
  if (fact !== undefined) host.open(fact);
  else if (button !== null || element.closest("mark")) host.open({ uri: sheet.uri, range: row.range });
}
