import { pathToFileURL } from "node:url";
import type { Finding, Severity } from "../../checks/check.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Verdict } from "../../reading/reading.ts";
import { countVerdicts, type Snapshot } from "../../service.ts";
import { isToldByPlace, placeIn, placeLabel } from "../../text/place.ts";
import { frame, placeOf } from "../frame.ts";
import type { Colours, Output } from "../output.ts";
import { printable } from "../width.ts";
import type { CheckedDraft, Report, ReportSetting, Run } from "./report.ts";
import { evidenceBySource } from "./told.ts";

/** For people: each finding with its place in the draft, its evidence and the way out; a summary at the end. */
export const textReport: Report = (output, setting) => {
  const tally: Tally = {
    drafts: 0,
    findings: { error: 0, warning: 0, information: 0, hint: 0 },
    statements: { supported: 0, contradicted: 0, unverified: 0 },
    known: 0,
  };
  return {
    add(draft) {
      const { path, snapshot, findings, apart } = draft;
      count(tally, draft);
      if (findings.length + apart.length === 0) return;
      const tell = (finding: Finding) =>
        output.write(`${describe(finding, snapshot, output, setting).join("\n")}\n\n`);
      const { colours } = output;
      output.write(`${colours.underline(output.link(printable(path), pathToFileURL(path).href))}\n`);
      findings.forEach(tell);
      if (apart.length > 0)
        output.write(`${colours.dim("On lines that nobody changed, but about the draft as a whole:")}\n`);
      apart.forEach(tell);
    },
    end(run) {
      if (setting.quiet) return;
      const lines = summary(tally, run, output.colours);
      output.write(lines.map((line) => `${line}\n`).join(""));
    },
  };
};

const INDENT = "      ";
const MOST_EVIDENCE = 2;

interface Tally {
  drafts: number;
  readonly findings: Record<Severity, number>;
  readonly statements: Record<Verdict, number>;
  known: number;
}

function count(tally: Tally, { findings, known, snapshot }: CheckedDraft): void {
  tally.drafts++;
  tally.known += known.length;
  for (const finding of findings) tally.findings[finding.severity]++;
  const verdicts = countVerdicts(snapshot.reading);
  for (const verdict of VERDICTS) tally.statements[verdict] += verdicts[verdict];
}

function describe(finding: Finding, snapshot: Snapshot, output: Output, setting: ReportSetting): string[] {
  const { colours } = output;
  const { draft } = snapshot;
  const { line, column } = placeOf(draft.lines, finding.span);
  const paint = painter(finding.severity, colours);
  const page = setting.pageAddress(finding.check);
  const check = colours.dim(page === undefined ? finding.check : output.link(finding.check, page));
  const isNumbered = draft.madeOf === undefined;
  const place = isToldByPlace(draft) ? printable(placeLabel(placeIn(draft, finding.span))) : "";
  return [
    ...(isNumbered ? [] : [place]),
    `${isNumbered ? `${line}:${column} ` : INDENT}${paint(finding.severity)} ${check} ${printable(finding.message)}`,
    ...frame(draft.lines, finding.span, output, paint, isNumbered),
    ...(isNumbered && place !== "" ? [`${INDENT}${colours.dim(place)}`] : []),
    ...describeEvidence(finding, snapshot, colours),
    ...describeFixes(finding, colours),
  ];
}

/** Each source with its words, told once however many of its passages speak. */
function describeEvidence(finding: Finding, { knowledge }: Snapshot, colours: Colours): string[] {
  return evidenceBySource(finding, knowledge, MOST_EVIDENCE).flatMap(({ title, quotes }) => {
    const words = quotes.map((quote) => `“${printable(quote)}”`);
    return words.length === 1
      ? [`${INDENT}${colours.dim(`${printable(title)}:`)} ${words[0]}`]
      : [`${INDENT}${colours.dim(printable(title))}`, ...words.map((quote) => `${INDENT}  ${quote}`)];
  });
}

function describeFixes({ fixes }: Finding, colours: Colours): string[] {
  if (fixes.length === 0) return [];
  const texts = fixes.map((fix) => (fix.newText === "" ? "(leave it out)" : printable(fix.newText)));
  return [`${INDENT}→ ${texts.map(colours.green).join(" or ")}`];
}

function painter(severity: Severity, colours: Colours): (text: string) => string {
  if (severity === "error") return colours.red;
  return severity === "warning" ? colours.yellow : colours.cyan;
}

const VERDICTS: readonly Verdict[] = ["supported", "contradicted", "unverified"];
const PLURAL: Readonly<Record<Severity, string>> = {
  error: "errors",
  warning: "warnings",
  information: "remarks",
  hint: "hints",
};

function summary(tally: Tally, { knowledge, complete, gone }: Run, colours: Colours): string[] {
  if (tally.drafts === 0) return [];
  return [
    colours.bold(`${plural(tally.drafts, "draft", "drafts")} checked: ${findingsOf(tally)}.`),
    `Statements: ${tally.statements.supported} supported, ${tally.statements.contradicted} contradicted, ` +
      `${tally.statements.unverified} not covered by the knowledge base.`,
    `Checked against: ${titlesOf(knowledge)}.`,
    ...(tally.known > 0
      ? [`${plural(tally.known, "finding", "findings")} of the baseline passed over.`]
      : []),
    ...(gone > 0
      ? [
          `${plural(gone, "finding", "findings")} of the baseline ${gone === 1 ? "is" : "are"} gone; ` +
            "--write-baseline takes them out of it.",
        ]
      : []),
    ...(complete ? [] : ["Not everything could be checked: see the errors above."]),
  ];
}

function titlesOf(used: readonly Knowledge[]): string {
  const titles = used.flatMap(({ bases }) => bases.map(({ title }) => printable(title)));
  return [...new Set(titles)].join(", ") || "no knowledge base";
}

function findingsOf({ findings }: Tally): string {
  const counts = (Object.keys(findings) as Severity[])
    .filter((severity) => findings[severity] > 0)
    .map((severity) =>
      plural(findings[severity], severity === "information" ? "remark" : severity, PLURAL[severity]),
    );
  return counts.length === 0 ? "no findings" : counts.join(", ");
}

function plural(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
