import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  type Hover,
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
  type TextDocumentPositionParams,
} from "vscode-languageserver";
import { hover } from "../features/draft/hover.ts";
import type { Snapshot } from "../features/draft/snapshot.ts";
import { offsetOf, rangeOf } from "./convert.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { codeActionsAt } from "./draft/code-actions.ts";
import { completeAt, resolveCompletion } from "./draft/completion.ts";
import { definitionAt } from "./draft/definition.ts";
import type { Session } from "./session.ts";
import { traceOf } from "./warnings.ts";

/** Answers a client's questions about its drafts. A question that fails is logged and answered with the error. */
export function answerRequests(connection: Connection, session: () => Session): void {
  const answer =
    <P, R>(work: (session: Session, params: P, token: CancellationToken) => Promise<R>) =>
    async (params: P, token: CancellationToken): Promise<R> => {
      try {
        return await work(session(), params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.console.error(traceOf(error));
        throw new ResponseError(
          ErrorCodes.InternalError,
          error instanceof Error ? error.message : String(error),
        );
      }
    };
  connection.languages.diagnostics.on(answer(pull));
  connection.onHover(answer(hoverAt));
  connection.onCompletion(answer(completeAt));
  connection.onCompletionResolve(answer(resolveCompletion));
  connection.onCodeAction(answer(codeActionsAt));
  connection.onDefinition(answer(definitionAt));
}

/** Makes a result id that no other session gives, so that a client's old ids are never taken for new ones. */
const RUN = Date.now().toString(36);
const resultIds = new WeakMap<Snapshot, string>();
let results = 0;

async function pull(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const snapshot = await session.drafts.current(textDocument.uri, token);
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
  if (snapshot === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const resultId = resultIds.get(snapshot) ?? `${RUN}-${++results}`;
  resultIds.set(snapshot, resultId);
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return {
    kind: DocumentDiagnosticReportKind.Full,
    resultId,
    items: diagnosticsOf(snapshot, session.around),
  };
}

async function hoverAt(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<Hover | null> {
  const snapshot = await session.drafts.current(textDocument.uri, token);
  const card = snapshot && hover(snapshot, offsetOf(snapshot.draft.lines, position));
  if (!card) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: card.markdown },
    range: rangeOf(snapshot.draft.lines, card.span),
  };
}
