import type { Finding, Severity } from "../../checks/check.ts";
import { pathFrom } from "./paths.ts";
import { placedMessage, regionOf } from "./place.ts";
import type { CheckedDraft, Report } from "./report.ts";
import { evidenceLines } from "./told.ts";

/** Workflow commands of GitHub Actions, which it shows as annotations on the lines of a pull request. */
export const githubReport: Report = (output, { root }) => ({
  add(draft) {
    for (const finding of draft.findings) output.write(`${command(finding, draft, root)}\n`);
  },
  end: () => {},
});

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

function command(finding: Finding, { path, snapshot }: CheckedDraft, root: string): string {
  const { startLine, startColumn, endLine, endColumn } = regionOf(snapshot.draft.lines, finding.span);
  const properties = {
    title: `Aide-Mémoire: ${finding.check}`,
    file: pathFrom(root, path),
    ...(snapshot.draft.madeOf === undefined && {
      line: startLine,
      endLine,
      // Columns of different lines mean nothing to GitHub, which then shows none of them.
      ...(startLine === endLine && { col: startColumn, endColumn }),
    }),
  };
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  const told = placedMessage(finding.message, snapshot.draft, finding.span);
  const message = [told, ...evidenceLines(finding, snapshot.knowledge)].join("\n");
  return `::${LEVELS[finding.severity]} ${listed.join(",")}::${data(message)}`;
}

/** What would end a command is written as in a URL. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
