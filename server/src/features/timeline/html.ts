import { escaped, htmlPage } from "../pages/html.ts";
import { PAGE_STYLE } from "../pages/style.ts";
import { VERDICT_WORDS, verdictIcon } from "../pages/verdicts.ts";
import { legendHtml } from "./legend.ts";
import { TIMELINE_STYLE } from "./style.ts";
import { drawWhole } from "./svg.ts";
import type { Timeline, TimelineItem } from "./timeline.ts";
import { countOf, doubt } from "./wording.ts";

/** The timeline as a page of its own: the drawing, and all that is on it as a table. */
export function timelineHtml(timeline: Timeline): string {
  return htmlPage({
    title: `Timeline: ${timeline.title}`,
    style: PAGE_STYLE + TIMELINE_STYLE,
    body: `<main>
<p class="kicker">Timeline</p>
<h1>${escaped(timeline.title)}</h1>
<p class="faint">${escaped(countOf(timeline))}</p>
${timeline.items.length === 0 ? '<p class="empty">Neither the draft nor the knowledge base gives anything a date.</p>' : withItems(timeline)}
</main>`,
  });
}

function withItems(timeline: Timeline): string {
  return `<div class="drawing" role="region" aria-label="Drawing" tabindex="0">${drawWhole(timeline)}</div>
${legendHtml()}
<h2>All of it, in the order of time</h2>
${itemsHtml(timeline)}`;
}

/** Everything on a timeline as a table: what the drawing shows, for those who cannot see it. */
export function itemsHtml({ items, title }: Timeline, leads = false): string {
  return `<table class="items">
<caption class="unseen">Events and dated statements of “${escaped(title)}” in the order of time</caption>
<thead><tr><th scope="col">Date</th><th scope="col">What</th><th scope="col">From</th><th scope="col">Verdict</th></tr></thead>
<tbody>
${items.map((item) => rowHtml(item, leads)).join("\n")}
</tbody>
</table>`;
}

function rowHtml(item: TimelineItem, leads: boolean): string {
  const { id, label, when, origin, verdict, note, told, at } = item;
  const name =
    leads && at !== undefined
      ? `<button type="button" class="lead" data-item="${escaped(id)}">${escaped(label)}</button>`
      : escaped(label);
  const from = origin === "draft" ? "Draft" : `Knowledge base${told ? ", told by the draft" : ""}`;
  const judged =
    verdict === undefined
      ? '<span class="faint">–</span>'
      : `<span class="verdict ${verdict}">${verdictIcon(verdict)} ${VERDICT_WORDS[verdict]}</span>`;
  const more = note === "" ? "" : `<br><span class="faint">${escaped(note)}</span>`;
  return `<tr><td>${escaped(when + doubt(item))}</td><th scope="row">${name}${more}</th><td>${from}</td><td>${judged}</td></tr>`;
}
