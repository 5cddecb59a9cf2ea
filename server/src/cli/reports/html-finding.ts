import type { Finding } from "../../checks/check.ts";
import type { Evidence } from "../../knowledge-base/knowledge.ts";
import type { Snapshot } from "../../service.ts";
import { blockAt } from "../../text/draft.ts";
import type { Span } from "../../text/span.ts";
import { placeOf } from "../frame.ts";
import { escaped } from "./html-text.ts";
import { placeInWords } from "./place.ts";

/** A finding as an article: what is wrong, its words in their paragraph, the evidence and the way out. */
export function findingHtml(finding: Finding, snapshot: Snapshot, note = ""): string {
  const { severity, check, message, span } = finding;
  return `<article class="finding ${severity}">
<p class="head"><span class="severity">${severity}</span> <a class="check" href="#check-${check}">${check}</a>
<span class="place">${escaped(told(span, snapshot))}</span></p>
<h3>${escaped(message)}</h3>
${note === "" ? "" : `<p class="note">${escaped(note)}</p>\n`}<blockquote class="context">${context(span, snapshot)}</blockquote>
${evidence(finding, snapshot)}${related(finding, snapshot)}${fixes(finding)}</article>`;
}

function told(span: Span, { draft }: Snapshot): string {
  const { line, column } = placeOf(draft.lines, span);
  return placeInWords(draft, span) ?? `line ${line}, column ${column}`;
}

const AROUND = 280;

/** The paragraph that the words stand in, or as much of it as one wants to read, with the words marked. */
function context({ start, end }: Span, { draft }: Snapshot): string {
  const { text } = draft;
  const block = blockAt(draft, start)?.span ?? lineAround(start, text);
  const from = start - block.start > AROUND ? afterSpace(text, start - AROUND) : block.start;
  const last = Math.max(block.end, end);
  const to = last - end > AROUND ? beforeSpace(text, end + AROUND) : last;
  const piece = (a: number, b: number) => escaped(text.slice(a, b).replace(/\s+/g, " "));
  const words = end > start ? piece(start, end) : "‸";
  const before = `${from > block.start ? "… " : ""}${piece(from, start)}`;
  return `${before}<mark>${words}</mark>${piece(end, to)}${to < last ? " …" : ""}`;
}

function lineAround(offset: number, text: string): Span {
  const end = text.indexOf("\n", offset);
  return { start: text.lastIndexOf("\n", offset - 1) + 1, end: end < 0 ? text.length : end };
}

function afterSpace(text: string, offset: number): number {
  const space = text.indexOf(" ", offset);
  return space < 0 || space > offset + 40 ? offset : space + 1;
}

function beforeSpace(text: string, offset: number): number {
  const space = text.lastIndexOf(" ", offset);
  return space < offset - 40 ? offset : space;
}

function evidence({ evidence }: Finding, { knowledge }: Snapshot): string {
  if (evidence.length === 0) return "";
  const bySource = new Map<string, Evidence[]>();
  for (const each of evidence) bySource.set(each.source, [...(bySource.get(each.source) ?? []), each]);
  const told = Array.from(bySource, ([id, passages]) => {
    const source = knowledge.sources.get(id);
    const title = escaped(source?.title ?? id);
    const linked = /^https?:\/\//.test(source?.url ?? "")
      ? `<a href="${escaped(source!.url!)}" rel="noreferrer">${title}</a>`
      : title;
    const about = [source?.author, source?.published].filter((part) => part !== undefined).map(escaped);
    const quotes = passages.flatMap(({ quote }) =>
      quote === undefined ? [] : [`<q>${escaped(quote.replace(/\s+/g, " "))}</q>`],
    );
    const cited = `<cite>${linked}</cite>${about.length > 0 ? ` (${about.join(", ")})` : ""}`;
    return `<dd>${[cited, ...quotes].join("<br>")}</dd>`;
  });
  return `<dl class="evidence"><dt>Evidence</dt>${told.join("")}</dl>\n`;
}

function related({ related }: Finding, { draft }: Snapshot): string {
  if (related.length === 0) return "";
  const told = related.map(({ span, message }) => {
    const words = escaped(draft.text.slice(span.start, span.end).replace(/\s+/g, " "));
    const place = placeInWords(draft, span) ?? `line ${placeOf(draft.lines, span).line}`;
    return `<dd>${escaped(place)}, “${words}”: ${escaped(message)}</dd>`;
  });
  return `<dl class="related"><dt>See also</dt>${told.join("")}</dl>\n`;
}

function fixes({ fixes }: Finding): string {
  if (fixes.length === 0) return "";
  const told = fixes.map(({ newText }) =>
    newText === "" ? "<em>leave it out</em>" : `<ins>${escaped(newText)}</ins>`,
  );
  return `<dl class="fixes"><dt>Write instead</dt><dd>${told.join(" or ")}</dd></dl>\n`;
}
