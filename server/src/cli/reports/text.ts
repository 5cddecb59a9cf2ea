import type { Finding, Severity } from "../../checks/check.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Verdict } from "../../reading/reading.ts";
import { countVerdicts, type Snapshot } from "../../service.ts";
import { isToldByPlace, placeIn, placeLabel } from "../../text/place.ts";
import { frame, placeOf } from "../frame.ts";
import type { Colours, Output } from "../output.ts";
import { printable } from "../width.ts";
import type { Report, Run } from "./report.ts";

/** For people: each finding with its place in the draft, its evidence and the way out; a summary at the end. */
export const textReport: Report = (output) => {
  const tally: Tally = {
    drafts: 0,
    findings: { error: 0, warning: 0, information: 0, hint: 0 },
    statements: { supported: 0, contradicted: 0, unverified: 0 },
  };
  return {
    add(path, snapshot) {
      count(tally, snapshot);
      if (snapshot.findings.length === 0) return;
      output.write(`${output.colours.underline(printable(path))}\n`);
      for (const finding of snapshot.findings) {
        output.write(`${describe(finding, snapshot, output).join("\n")}\n\n`);
      }
    },
    end: (run) =>
      output.write(
        summary(tally, run, output.colours)
          .map((line) => `${line}\n`)
          .join(""),
      ),
  };
};

const INDENT = "      ";
const MOST_EVIDENCE = 2;

interface Tally {
  drafts: number;
  readonly findings: Record<Severity, number>;
  readonly statements: Record<Verdict, number>;
}

function count(tally: Tally, { findings, reading }: Snapshot): void {
  tally.drafts++;
  for (const finding of findings) tally.findings[finding.severity]++;
  const verdicts = countVerdicts(reading);
  for (const verdict of VERDICTS) tally.statements[verdict] += verdicts[verdict];
}

function describe(finding: Finding, snapshot: Snapshot, output: Output): string[] {
  const { colours } = output;
  const { draft } = snapshot;
  const { line, column } = placeOf(draft.lines, finding.span);
  const paint = painter(finding.severity, colours);
  const isNumbered = draft.madeOf === undefined;
  const place = isToldByPlace(draft) ? printable(placeLabel(placeIn(draft, finding.span))) : "";
  return [
    ...(isNumbered ? [] : [place]),
    `${isNumbered ? `${line}:${column} ` : INDENT}${paint(finding.severity)} ${colours.dim(finding.check)} ${printable(finding.message)}`,
    ...frame(draft.lines, finding.span, output, paint, isNumbered),
    ...(isNumbered && place !== "" ? [`${INDENT}${colours.dim(place)}`] : []),
    ...describeEvidence(finding, snapshot, colours),
    ...describeFixes(finding, colours),
  ];
}

/** Each source with its words, told once however many of its passages speak. */
function describeEvidence({ evidence }: Finding, { knowledge }: Snapshot, colours: Colours): string[] {
  const quotes = new Map<string, string[]>();
  for (const { source, quote } of evidence.slice(0, MOST_EVIDENCE)) {
    const title = printable(knowledge.sources.get(source)?.title ?? source);
    const earlier = quotes.get(title) ?? [];
    quotes.set(
      title,
      quote === undefined ? earlier : [...earlier, `“${printable(quote.replace(/\s+/g, " "))}”`],
    );
  }
  return Array.from(quotes).flatMap(([title, words]) =>
    words.length === 1
      ? [`${INDENT}${colours.dim(`${title}:`)} ${words[0]}`]
      : [`${INDENT}${colours.dim(title)}`, ...words.map((quote) => `${INDENT}  ${quote}`)],
  );
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

function summary(tally: Tally, { knowledge, complete }: Run, colours: Colours): string[] {
  if (tally.drafts === 0) return [];
  return [
    colours.bold(`${plural(tally.drafts, "draft", "drafts")} checked: ${findingsOf(tally)}.`),
    `Statements: ${tally.statements.supported} supported, ${tally.statements.contradicted} contradicted, ` +
      `${tally.statements.unverified} not covered by the knowledge base.`,
    `Checked against: ${titlesOf(knowledge)}.`,
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
