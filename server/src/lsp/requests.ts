import {
  type CancellationToken,
  type CompletionItem,
  type Connection,
  ErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { codeActionsAt } from "./draft/code-actions.ts";
import { completeAt, type DraftItemData, resolveDraftItem } from "./draft/completion.ts";
import { definitionAt } from "./draft/definition.ts";
import { hoverOnDraft } from "./draft/hover.ts";
import { hintsOnDraft } from "./draft/inlay-hints.ts";
import { pullDiagnostics } from "./draft/pull.ts";
import { hintsIn, lensesOf, linksOf, resolveLens, tokensOf } from "./knowledge/annotations.ts";
import { codeActionsOnKnowledge } from "./knowledge/code-actions.ts";
import { completeKnowledge, type KnowledgeItemData, resolveKnowledgeItem } from "./knowledge/completion.ts";
import {
  definitionInKnowledge,
  highlightsInKnowledge,
  hoverOnKnowledge,
  referencesInKnowledge,
} from "./knowledge/navigation.ts";
import { findSymbols, outlineOf } from "./knowledge/outline.ts";
import { prepareRenameInKnowledge, renameInKnowledge } from "./knowledge/rename.ts";
import { isProjectFile } from "./project/folder-files.ts";
import { completeInProject, hoverOnProject } from "./project/language.ts";
import type { Session } from "./session.ts";
import { allowedActions, allowedEdit } from "./trust.ts";
import { traceOf } from "./warnings.ts";

/** Answers one kind of request. */
type Handler<P, R> = (session: Session, params: P, token: CancellationToken) => Promise<R>;

/** An item knows by what it was offered for. */
async function resolveCompletion(session: Session, item: CompletionItem): Promise<CompletionItem> {
  const data = (item.data ?? {}) as Partial<DraftItemData & KnowledgeItemData>;
  if (data.uri === undefined) return item;
  if (data.name !== undefined) return resolveKnowledgeItem(session, item, { uri: data.uri, name: data.name });
  return data.id === undefined ? item : resolveDraftItem(session, item, { uri: data.uri, id: data.id });
}

/** Two handlers of one kind of request: for drafts, and for knowledge files; a third, if there is one, for project files. */
function either<P extends OnDocument, R, S>(
  onDraft: Handler<P, R>,
  onKnowledgeFile: Handler<P, S>,
  onProjectFile?: Handler<P, R | S>,
): Handler<P, R | S> {
  return (session, params, token) => {
    if (onProjectFile !== undefined && isProjectFile(params.textDocument.uri))
      return onProjectFile(session, params, token);
    const isKnowledge = session.knowledgeFiles.isKnowledge(params.textDocument.uri);
    return (isKnowledge ? onKnowledgeFile : onDraft)(session, params, token);
  };
}

interface OnDocument {
  readonly textDocument: { readonly uri: string };
}

/** Answers a client's questions about its documents. A question that fails is logged and answered with the error. */
export function answerRequests(connection: Connection, session: () => Session): void {
  const answer =
    <P, R>(work: Handler<P, R>) =>
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
  connection.languages.diagnostics.on(answer(pullDiagnostics));
  connection.onHover(answer(either(hoverOnDraft, hoverOnKnowledge, hoverOnProject)));
  connection.onCompletion(answer(either(completeAt, completeKnowledge, completeInProject)));
  connection.onCompletionResolve(answer(resolveCompletion));
  connection.onCodeAction(answer(allowedActions(either(codeActionsAt, codeActionsOnKnowledge))));
  connection.onDefinition(answer(either(definitionAt, definitionInKnowledge)));
  connection.onReferences(answer(referencesInKnowledge));
  connection.onDocumentHighlight(answer(highlightsInKnowledge));
  connection.onPrepareRename(answer(prepareRenameInKnowledge));
  connection.onRenameRequest(answer(allowedEdit(renameInKnowledge)));
  connection.onDocumentSymbol(answer(outlineOf));
  connection.onWorkspaceSymbol(answer(findSymbols));
  connection.onDocumentLinks(answer(linksOf));
  connection.onCodeLens(answer(lensesOf));
  connection.onCodeLensResolve(answer(resolveLens));
  connection.languages.inlayHint.on(answer(either(hintsOnDraft, hintsIn)));
  connection.languages.semanticTokens.on(answer(tokensOf));
}
