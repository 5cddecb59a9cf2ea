import { escaped, linkable } from "../pages/html.ts";
import { VERDICT_WORDS, VERDICTS, verdictIcon } from "../pages/verdicts.ts";
import type { FactRow, FactSheet, SourceNote } from "./sheet.ts";

/** How the table is made: a view in an editor has buttons that lead to the draft and to the facts. */
export interface TableStyle {
  readonly leads?: boolean;
}

/** Above the table: how many statements there are of each verdict, in words and as a bar. */
export function summaryHtml({ counts, rows, knowledge }: FactSheet): string {
  const items = VERDICTS.map(
    (verdict) =>
      `<li><span class="verdict ${verdict}">${verdictIcon(verdict)} ${counts[verdict]} ${VERDICT_WORDS[verdict].toLowerCase()}</span></li>`,
  );
  const against = knowledge.map((title) => `“${escaped(title)}”`).join(", ");
  const bar = VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict, i, all) => {
    const before = all.slice(0, i).reduce((sum, each) => sum + counts[each], 0);
    const part = (count: number) => ((count / rows.length) * 100).toFixed(2);
    return `<rect class="${verdict}" x="${part(before)}" width="${part(counts[verdict])}" height="6"/>`;
  });
  return `<ul class="counts">${items.join("")}</ul>
${bar.length === 0 ? "" : `<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">${bar.join("")}</svg>`}
<p class="faint">${against === "" ? "Held against no knowledge base." : `Held against ${against}.`}</p>`;
}

/** The statements as a table with heads for its columns and rows; a sentence where there are none. */
export function tableHtml({ rows, title }: FactSheet, style: TableStyle = {}): string {
  if (rows.length === 0) return `<p class="empty">${NOTHING}</p>`;
  return `<table class="facts">
<caption class="unseen">Statements of “${escaped(title)}”, each with its verdict, the fact and the source</caption>
<thead><tr><th scope="col">Verdict</th><th scope="col">What the draft says</th><th scope="col">What is known</th><th scope="col">Source</th></tr></thead>
<tbody>
${rows.map((row, i) => rowHtml(row, i, style)).join("\n")}
</tbody>
</table>`;
}

export const NOTHING =
  "There is nothing here to hold against the knowledge base: no statement on an event, an actor or a figure that it has.";

function rowHtml(row: FactRow, i: number, style: TableStyle): string {
  const { verdict } = row;
  return `<tr class="${verdict}" data-row="${i}">
<td class="verdict-cell"><span class="verdict ${verdict}">${verdictIcon(verdict)} ${VERDICT_WORDS[verdict]}</span>${ignoredHtml(row)}</td>
<th scope="row">${saysHtml(row, i, style)}</th>
<td>${knownHtml(row, i, style)}</td>
<td>${row.sources.map(sourceHtml).join("") || '<span class="faint">–</span>'}</td>
</tr>`;
}

function ignoredHtml({ ignored }: FactRow): string {
  if (ignored === undefined) return "";
  return `<p class="faint note">Ignored${ignored === "" ? "" : `: ${escaped(ignored)}`}</p>`;
}

function saysHtml({ says, before, words, after, range }: FactRow, i: number, { leads }: TableStyle): string {
  const place = `line ${range.start.line + 1}`;
  const shown = leads
    ? `<button type="button" class="lead" data-to="draft" data-row="${i}" title="Show this in the draft">${place}</button>`
    : `<span class="faint">${place}</span>`;
  const spoken = words === "" ? "" : `<mark>${escaped(words)}</mark>`;
  return `<p class="says">It ${escaped(says)}.</p>
<p class="context">${escaped(before)}${spoken}${escaped(after)}</p>
<p class="where">${shown}</p>`;
}

function knownHtml({ known, facts }: FactRow, i: number, { leads }: TableStyle): string {
  const text = known === "" ? `<p class="faint">${SILENT}</p>` : `<p>${escaped(known)}</p>`;
  const entries = facts.map(({ id, label, at }, j) =>
    leads && at !== undefined
      ? `<button type="button" class="lead" data-to="fact" data-row="${i}" data-fact="${j}" title="${escaped(label)}: show this in the knowledge base">${escaped(id)}</button>`
      : `<code title="${escaped(label)}">${escaped(id)}</code>`,
  );
  return `${text}${entries.length === 0 ? "" : `<p class="where">${entries.join(" ")}</p>`}`;
}

/** What stands where a fact would. */
export const SILENT = "The knowledge base does not say.";

function sourceHtml({ title, quotes, by, url }: SourceNote): string {
  const href = linkable(url);
  const name = escaped(title);
  const shown =
    href === undefined ? `<cite>${name}</cite>` : `<cite><a href="${escaped(href)}">${name}</a></cite>`;
  const from = [shown, ...(by === undefined ? [] : [escaped(by)])].join(", ");
  const words = quotes.map((quote) => `<blockquote>“${escaped(quote)}”</blockquote>`).join("");
  return `<div class="source">${words}<p>${from}</p></div>`;
}
