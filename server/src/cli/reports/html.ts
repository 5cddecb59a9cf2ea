import type { IgnoredFinding, Severity } from "../../checks/check.ts";
import { CHECKS } from "../../checks/index.ts";
import { timeline } from "../../features/timeline/items.ts";
import { drawWhole } from "../../features/timeline/svg.ts";
import { countVerdicts, type Snapshot } from "../../service.ts";
import { findingHtml } from "./html-finding.ts";
import { STYLE } from "./html-style.ts";
import { counted, escaped, paragraphs } from "./html-text.ts";
import type { CheckedDraft, Report, ReportSetting, Run } from "./report.ts";

/** A page that stands alone: nothing in it is fetched or run, so that it can be mailed, archived and printed. */
export const htmlReport: Report = (output, setting) => {
  const drafts: CheckedDraft[] = [];
  return {
    add: (draft) => void drafts.push(draft),
    end: (run) => output.write(page(drafts, run, setting)),
  };
};

const SEVERITIES: readonly Severity[] = ["error", "warning", "information", "hint"];

function page(drafts: readonly CheckedDraft[], run: Run, setting: ReportSetting): string {
  const total = drafts.reduce((sum, { findings }) => sum + findings.length, 0);
  const title = `${counted(total, "finding")} in ${counted(drafts.length, "draft")}`;
  const bases = new Set(run.knowledge.flatMap((each) => each.bases.map((base) => base.title)));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Aide-Mémoire ${escaped(setting.version)}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Aide-Mémoire: ${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${title}</h1>
<p class="lead">Checked by Aide-Mémoire against ${escaped([...bases].join(", ") || "no knowledge base")}.</p>
</header>
${troubles(run)}${statistics(drafts)}${drafts.map((draft, i) => section(draft, i)).join("\n")}
${checksSection(drafts, setting)}</main>
</body>
</html>
`;
}

function troubles({ complete, troubles }: Run): string {
  if (complete) return "";
  const listed = troubles.map((message) => `<li>${escaped(message)}</li>`).join("");
  return `<section class="trouble"><h2>Not everything could be checked</h2><ul>${listed}</ul></section>\n`;
}

function statistics(drafts: readonly CheckedDraft[]): string {
  if (drafts.length === 0) return "";
  return `<section>
<h2>In numbers</h2>
${verdicts(drafts)}${draftTable(drafts)}${checkTable(drafts)}</section>
`;
}

function verdicts(drafts: readonly CheckedDraft[]): string {
  const sum = { supported: 0, contradicted: 0, unverified: 0 };
  for (const { snapshot } of drafts) {
    const counts = countVerdicts(snapshot.reading);
    for (const key of ["supported", "contradicted", "unverified"] as const) sum[key] += counts[key];
  }
  const parts = [
    ["supported", "supported"],
    ["contradicted", "contradicted"],
    ["unverified", "not covered"],
  ] as const;
  const present = parts.filter(([key]) => sum[key] > 0);
  if (present.length === 0) return "";
  const bars = present.map(([key]) => `<span class="${key}" style="flex:${sum[key]}"></span>`).join("");
  const legend = present.map(([key, name]) => `<i class="${key}"></i>${sum[key]} ${name}`).join(" ");
  return `<div class="split" aria-hidden="true">${bars}</div>\n<p class="legend">Statements: ${legend}</p>\n`;
}

function draftTable(drafts: readonly CheckedDraft[]): string {
  const used = SEVERITIES.filter((severity) =>
    drafts.some(({ findings }) => findings.some((finding) => finding.severity === severity)),
  );
  const rows = drafts.map(({ path, findings }, i) => {
    const cells = used.map((severity) => {
      const n = findings.filter((finding) => finding.severity === severity).length;
      return `<td class="number">${n === 0 ? "–" : n}</td>`;
    });
    const name = hasSection(drafts[i]!) ? `<a href="#draft-${i}">${escaped(path)}</a>` : escaped(path);
    return `<tr><td>${name}</td>${cells.join("")}</tr>`;
  });
  const heads = used.map((severity) => `<th class="number" scope="col">${severity}</th>`).join("");
  return `<table><thead><tr><th scope="col">draft</th>${heads}</tr></thead><tbody>${rows.join("\n")}</tbody></table>\n`;
}

function checkTable(drafts: readonly CheckedDraft[]): string {
  const counts = CHECKS.map(({ id }) => {
    const n = drafts.reduce(
      (sum, { findings }) => sum + findings.filter(({ check }) => check === id).length,
      0,
    );
    return { id, n };
  }).filter(({ n }) => n > 0);
  if (counts.length === 0) return "";
  const most = Math.max(...counts.map(({ n }) => n));
  const rows = counts
    .sort((a, b) => b.n - a.n)
    .map(
      ({ id, n }) =>
        `<tr><td><a class="check" href="#check-${id}">${id}</a></td><td class="number">${n}</td>` +
        `<td class="bars"><span class="bar" style="width:${Math.round((100 * n) / most)}%"></span></td></tr>`,
    );
  return `<table><thead><tr><th scope="col">check</th><th class="number" scope="col">findings</th><th></th></tr></thead><tbody>${rows.join("\n")}</tbody></table>\n`;
}

function hasSection({ findings, apart, snapshot }: CheckedDraft): boolean {
  return findings.length + apart.length + snapshot.ignored.length > 0;
}

function section(draft: CheckedDraft, index: number): string {
  if (!hasSection(draft)) return "";
  const { path, snapshot, findings, apart } = draft;
  const told = findings.map((finding) => findingHtml(finding, snapshot));
  const elsewhere = apart.map((finding) =>
    findingHtml(finding, snapshot, "On a line that nobody changed, but about the draft as a whole."),
  );
  return `<section id="draft-${index}">
<h2>${escaped(path)}</h2>
${timelineHtml(snapshot)}${[...told, ...elsewhere].join("\n")}
${ignoredHtml(snapshot.ignored, draft)}</section>`;
}

/** The dates of a draft that gives any, beside those that are known. */
function timelineHtml(snapshot: Snapshot): string {
  const dated = timeline(snapshot);
  if (!dated.items.some(({ origin }) => origin === "draft")) return "";
  return `<details><summary>Timeline</summary>\n<div class="drawing">${drawWhole(dated)}</div></details>\n`;
}

function ignoredHtml(ignored: readonly IgnoredFinding[], { snapshot }: CheckedDraft): string {
  if (ignored.length === 0) return "";
  const told = ignored.map(({ finding, reason }) =>
    findingHtml(finding, snapshot, reason === undefined ? "Ignored." : `Ignored: ${reason}`),
  );
  return `<details><summary>${counted(ignored.length, "ignored finding")}</summary>\n${told.join("\n")}</details>\n`;
}

/** What the checks that spoke are about, so that the page needs no other. */
function checksSection(drafts: readonly CheckedDraft[], { page }: ReportSetting): string {
  const spoke = new Set(
    drafts.flatMap(({ findings, apart, snapshot }) =>
      [...findings, ...apart, ...snapshot.ignored.map(({ finding }) => finding)].map(({ check }) => check),
    ),
  );
  const told = CHECKS.filter(({ id }) => spoke.has(id)).map(
    ({ id, title }) =>
      `<details id="check-${id}" open><summary><span class="check">${id}</span>: ${escaped(title)}</summary>\n` +
      `<div class="page">${paragraphs(page(id) ?? "")}</div></details>`,
  );
  return told.length === 0
    ? ""
    : `<section>\n<h2>What the checks look for</h2>\n${told.join("\n")}\n</section>\n`;
}
