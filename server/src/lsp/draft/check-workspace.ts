import {
  type CancellationToken,
  type Connection,
  DiagnosticSeverity,
  MessageType,
  ShowMessageNotification,
} from "vscode-languageserver";
import type { WorkspaceCheck } from "../protocol.ts";
import type { Session } from "../session.ts";

/** Checks all drafts of the window and says what was found; it stays in the list of problems. */
export async function checkWorkspace(
  session: Session,
  connection: Connection,
  token: CancellationToken,
): Promise<WorkspaceCheck> {
  await session.settle();
  const { workspace } = session;
  const isServed = await workspace.files.isAnyFolder(() => true);
  const done = await workspace.check(token);
  const counts = countsOf(workspace.diagnostics.everything(), !done);
  const type = counts.bySeverity.error > 0 ? MessageType.Error : MessageType.Info;
  const message = isServed || counts.drafts > 0 ? told(counts) : NOTHING;
  await connection.sendNotification(ShowMessageNotification.type, { type, message });
  return counts;
}

const NOTHING =
  "There is no knowledge base here to hold drafts against: make a folder “knowledge” or a file *.knowledge.yaml.";

function countsOf(
  drafts: ReturnType<Session["workspace"]["diagnostics"]["everything"]>,
  cancelled: boolean,
): WorkspaceCheck {
  const byCheck: Record<string, number> = {};
  const bySeverity = { error: 0, warning: 0, information: 0, hint: 0 };
  const counts = { drafts: 0, draftsWithFindings: 0, findings: 0 };
  for (const { items } of drafts) {
    counts.drafts++;
    counts.findings += items.length;
    if (items.length > 0) counts.draftsWithFindings++;
    for (const { code, severity } of items) {
      byCheck[String(code)] = (byCheck[String(code)] ?? 0) + 1;
      bySeverity[NAMES[severity ?? DiagnosticSeverity.Error]]++;
    }
  }
  return { ...counts, byCheck, bySeverity, cancelled };
}

const NAMES = {
  [DiagnosticSeverity.Error]: "error",
  [DiagnosticSeverity.Warning]: "warning",
  [DiagnosticSeverity.Information]: "information",
  [DiagnosticSeverity.Hint]: "hint",
} as const;

function told({ drafts, draftsWithFindings, findings, bySeverity, cancelled }: WorkspaceCheck): string {
  const checked = cancelled
    ? `Broken off after ${counted(drafts, "draft")}.`
    : `${counted(drafts, "draft")} checked.`;
  if (findings === 0) return `${checked} Nothing was found.`;
  const parts = [
    counted(bySeverity.error, "error"),
    counted(bySeverity.warning, "warning"),
    counted(bySeverity.information + bySeverity.hint, "remark"),
  ].filter((part) => !part.startsWith("0 "));
  return `${checked} The list of problems shows ${parts.join(", ")} in ${counted(draftsWithFindings, "of them", "of them")}.`;
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
