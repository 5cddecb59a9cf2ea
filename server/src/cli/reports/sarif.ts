import type { Log, Notification, ReportingDescriptor, Result, Run } from "sarif";
import type { Check, Finding } from "../../checks/check.ts";
import { CHECKS } from "../../checks/index.ts";
import { defaultSeverity } from "../../checks/severity.ts";
import { Fingerprints } from "./fingerprints.ts";
import type { Run as CheckedRun, Report, ReportSetting } from "./report.ts";
import { LEVELS, type ResultContext, resultOf } from "./sarif-result.ts";
import { evidenceLines } from "./told.ts";

/**
 * SARIF 2.1.0 (OASIS), for code scanning: every check as a rule with its page, every finding with its fingerprint, fixes
 * and related places. What is ignored and what the baseline knows is in it too, suppressed, with the reason.
 */
export const sarifReport: Report = (output, setting) => {
  const results: Result[] = [];
  const fingerprints = new Fingerprints();
  return {
    add({ path, snapshot, findings, known, apart }) {
      const resultFor = (finding: Finding, more: Partial<Result>): Result => {
        const evidence = evidenceLines(finding, snapshot.knowledge);
        const context: ResultContext = { path, draft: snapshot.draft, root: setting.root, evidence };
        return { ...resultOf(finding, context, fingerprints.next(finding, snapshot.draft)), ...more };
      };
      const state = (baselineState: "new" | "unchanged") => (setting.hasBaseline ? { baselineState } : {});
      for (const finding of findings) results.push(resultFor(finding, state("new")));
      for (const finding of apart)
        results.push(resultFor(finding, { ...state("new"), properties: { apartFromChangedLines: true } }));
      for (const finding of known)
        results.push(
          resultFor(finding, {
            ...state("unchanged"),
            suppressions: [
              { kind: "external", status: "accepted", justification: "Recorded in the baseline." },
            ],
          }),
        );
      for (const { finding, by, reason } of snapshot.ignored)
        results.push(
          resultFor(finding, {
            suppressions: [
              {
                kind: by === "file" ? "external" : "inSource",
                status: "accepted",
                justification: reason ?? IGNORED_BY[by],
              },
            ],
          }),
        );
    },
    end: (run) => output.write(`${JSON.stringify(logOf(results, run, setting), null, 2)}\n`),
  };
};

const IGNORED_BY = {
  comment: "Ignored by a comment in the draft.",
  "front-matter": "Ignored by the draft's front matter.",
  file: "Ignored by the workspace's file.",
} as const;

function logOf(results: Result[], { complete, troubles }: CheckedRun, setting: ReportSetting): Log {
  const run: Run = {
    tool: {
      driver: {
        name: "Aide-Memoire",
        fullName: `Aide-Mémoire ${setting.version}`,
        version: setting.version,
        semanticVersion: setting.version,
        shortDescription: { text: "Checks drafts of policy texts against a knowledge base of facts." },
        rules: CHECKS.map((check) => ruleOf(check, setting)),
      },
    },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      SRCROOT: { description: { text: "The root of the repository that the drafts are in." } },
    },
    invocations: [
      { executionSuccessful: complete, toolExecutionNotifications: troubles.map(notificationOf) },
    ],
    results,
  };
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
}

function notificationOf(text: string): Notification {
  return { level: "error", message: { text } };
}

function ruleOf(check: Check, { page }: ReportSetting): ReportingDescriptor {
  const { id, title, severity } = check;
  const prose = page(id);
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: `${plain(prose?.split(/\n\s*\n/)[0] ?? title)}` },
    help: {
      text: prose === undefined ? `${title}.` : plain(prose),
      markdown: `# ${id}\n\n${prose ?? `${title}.`}`,
    },
    defaultConfiguration: { enabled: defaultSeverity(check) !== "off", level: LEVELS[severity] },
    properties: { tags: ["facts"], precision: "high", "problem.severity": PROBLEM[severity] },
  };
}

/** What GitHub calls it. */
const PROBLEM = { error: "error", warning: "warning", information: "recommendation", hint: "recommendation" };

/** Markdown as plain text, a paragraph a line. */
function plain(markdown: string): string {
  return markdown
    .replace(/(?<!\n)\n(?!\n)/g, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "");
}
