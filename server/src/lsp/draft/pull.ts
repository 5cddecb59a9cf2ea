import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
} from "vscode-languageserver";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import { diagnosticsOf } from "../diagnostics.ts";
import type { Session } from "../session.ts";

/** Makes a result id that no other session gives, so that a client's old ids are never taken for new ones. */
const RUN = Date.now().toString(36);
const resultIds = new WeakMap<Snapshot, string>();
let results = 0;

/** The findings on a draft. What is wrong with a knowledge file is pushed: it can change with another file. */
export async function pullDiagnostics(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const { drafts, client } = session;
  const { uri } = textDocument;
  // Who cannot be asked to come again must wait for all.
  const snapshot = await (client.refreshesDiagnostics
    ? drafts.soonest(uri, token)
    : drafts.current(uri, token));
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
  if (snapshot === undefined) return notOpen(session, uri, previousResultId);
  const resultId = resultIds.get(snapshot) ?? `${RUN}-${++results}`;
  resultIds.set(snapshot, resultId);
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  const { settings } = await session.bases.of(uri);
  const items = diagnosticsOf(snapshot, session.around, settings.mostFindings);
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** A draft that was just closed, or that the client wants to hear of all the same. */
function notOpen(session: Session, uri: string, previous: string | undefined): DocumentDiagnosticReport {
  const kept = session.versionOf(uri) === undefined ? session.workspace.diagnostics.of(uri) : undefined;
  if (kept === undefined || kept.id === "")
    return { kind: DocumentDiagnosticReportKind.Full, items: [...(kept?.items ?? [])] };
  const { id: resultId, items } = kept;
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
}

/** The findings on all drafts, open or not; the answer may be long in coming. */
export function pullWorkspaceDiagnostics(
  session: Session,
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
  tell: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): Promise<WorkspaceDiagnosticReport> {
  return session.workspace.diagnostics.pull(params, token, tell);
}
