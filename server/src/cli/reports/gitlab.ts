import type { Severity } from "../../checks/check.ts";
import { Fingerprints } from "./fingerprints.ts";
import { pathFrom } from "./paths.ts";
import { placedMessage, regionOf } from "./place.ts";
import type { Report } from "./report.ts";
import { evidenceLines } from "./told.ts";

/** The Code Quality report of GitLab: an array of issues in the form of Code Climate, each with its own fingerprint. */
export const gitlabReport: Report = (output, { root }) => {
  const issues: object[] = [];
  const fingerprints = new Fingerprints();
  return {
    add({ path, snapshot, findings }) {
      const { draft, knowledge } = snapshot;
      for (const finding of findings) {
        const { startLine, startColumn, endLine, endColumn } = regionOf(draft.lines, finding.span);
        issues.push({
          type: "issue",
          check_name: finding.check,
          description: placedMessage(finding.message, draft, finding.span),
          content: { body: evidenceLines(finding, knowledge).join("\n\n") },
          categories: ["Bug Risk"],
          severity: SEVERITIES[finding.severity],
          fingerprint: fingerprints.unique(finding, draft),
          location: {
            path: pathFrom(root, path),
            // GitLab wants a line, also of what has none.
            lines: draft.madeOf === undefined ? { begin: startLine, end: endLine } : { begin: 1 },
            ...(draft.madeOf === undefined && {
              positions: {
                begin: { line: startLine, column: startColumn },
                end: { line: endLine, column: endColumn },
              },
            }),
          },
        });
      }
    },
    end: () => output.write(`${JSON.stringify(issues, null, 2)}\n`),
  };
};

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "major",
  warning: "minor",
  information: "info",
  hint: "info",
};
