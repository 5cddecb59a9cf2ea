import { escaped } from "../../../../server/src/features/pages/html.ts";
import { PAGE_STYLE } from "../../../../server/src/features/pages/style.ts";
import { itemsHtml } from "../../../../server/src/features/timeline/html.ts";
import { legendHtml } from "../../../../server/src/features/timeline/legend.ts";
import { TIMELINE_STYLE } from "../../../../server/src/features/timeline/style.ts";
import { countOf } from "../../../../server/src/features/timeline/wording.ts";
import { addStyle, editor } from "../editor.ts";
import { focused, focusOn } from "../focus.ts";
import type { Timeline, ViewState } from "../messages.ts";
import { THEME_STYLE } from "../theme.ts";
import { Chart, type ChartState } from "./chart.ts";
import { detailHtml } from "./detail.ts";
import { VIEW_STYLE } from "./style.ts";
import { toolsHtml } from "./tools.ts";

type State = ViewState & ChartState & { readonly listed?: boolean };

addStyle(PAGE_STYLE, TIMELINE_STYLE, THEME_STYLE, VIEW_STYLE);
const host = editor<Timeline, State>();
const { words } = host;
const page = document.getElementById("view")!;
let timeline: Timeline | undefined;

page.innerHTML = `<header class="tools">${toolsHtml(words)}</header>
<h1 id="title"></h1><p class="faint" id="told"></p>
<div id="chart" class="drawing"></div>
<div id="detail" class="detail" hidden></div>
<p class="faint keys">${escaped(words.keys!)}</p>
${legendHtml()}
<details id="list"><summary>${escaped(words.list!)}</summary><div id="items"></div></details>
<p class="empty" id="none" role="status" hidden></p>`;
const part = (id: string) => document.getElementById(id)!;
const list = part("list") as HTMLDetailsElement;

const chart = new Chart(part("chart"), host.state, {
  keep: (state) => host.keep(state),
  open: (item) => item.at !== undefined && host.open(item.at),
  choose: (mark) => {
    part("detail").innerHTML = timeline === undefined ? "" : detailHtml(mark, timeline, words);
    part("detail").hidden = mark === undefined;
  },
});

list.open = host.state.listed === true;
list.addEventListener("toggle", () => {
  host.keep({ listed: list.open });
  fillList();
});
page.addEventListener("click", ({ target }) => {
  const { item, zoom, format } = (target as Element).closest<HTMLElement>("button")?.dataset ?? {};
  if (format !== undefined) host.save(format);
  if (zoom !== undefined) chart.zoom(zoom);
  const found = item === undefined ? undefined : timeline?.items.find(({ id }) => id === item);
  if (found?.at !== undefined) host.open(found.at);
});
host.hear(show, showNone);

function show(value: Timeline): void {
  timeline = value;
  part("title").textContent = value.title;
  part("told").textContent = countOf(value);
  const isEmpty = value.items.length === 0;
  part("none").hidden = !isEmpty;
  part("none").textContent = words.nothing!;
  page.classList.toggle("bare", isEmpty);
  const place = focused(part("items"));
  fillList();
  focusOn(part("items"), place);
  if (!isEmpty) chart.show(value);
}

function showNone(reason: string): void {
  timeline = undefined;
  page.classList.add("bare");
  part("title").textContent = "";
  part("told").textContent = "";
  part("none").hidden = false;
  part("none").textContent = reason;
}

/** The list costs nothing before somebody wants it. */
function fillList(): void {
  part("items").innerHTML = list.open && timeline !== undefined ? itemsHtml(timeline, true) : "";
}
