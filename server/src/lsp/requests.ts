import {
  type CancellationToken,
  type CompletionItem,
  type Connection,
  ErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import { codeActionsAt, resolveCodeAction } from "./draft/code-actions.ts";
import { lensOnDraft } from "./draft/code-lens.ts";
import { completeAt, type DraftItemData, resolveDraftItem } from "./draft/completion.ts";
import { definitionAt } from "./draft/definition.ts";
import { highlightsOnDraft } from "./draft/highlights.ts";
import { hoverOnDraft } from "./draft/hover.ts";
import { hintsOnDraft, resolveHint } from "./draft/inlay-hints.ts";
import { linksOnDraft } from "./draft/links.ts";
import { outlineOfDraft } from "./draft/outline.ts";
import { pullDiagnostics, pullWorkspaceDiagnostics } from "./draft/pull.ts";
import { referencesOnDraft } from "./draft/references.ts";
import { prepareRenameOnDraft, renameOnDraft } from "./draft/rename.ts";
import { hintsIn, lensesOf, linksOf, resolveLens } from "./knowledge/annotations.ts";
import { codeActionsOnKnowledge } from "./knowledge/code-actions.ts";
import { completeKnowledge, type KnowledgeItemData, resolveKnowledgeItem } from "./knowledge/completion.ts";
import { linkedEditingInKnowledge } from "./knowledge/linked-editing.ts";
import {
  definitionInKnowledge,
  highlightsInKnowledge,
  hoverOnKnowledge,
  referencesInKnowledge,
} from "./knowledge/navigation.ts";
import { outlineOf } from "./knowledge/outline.ts";
import { prepareRenameInKnowledge, renameInKnowledge } from "./knowledge/rename.ts";
import { findSymbols, resolveSymbol } from "./knowledge/workspace-symbols.ts";
import { isProjectFile } from "./project/folder-files.ts";
import { completeInProject, hoverOnProject } from "./project/language.ts";
import { allTokens, newTokens, tokensInDraft, tokensInKnowledge, tokensOfRange } from "./semantic-tokens.ts";
import type { Session } from "./session.ts";
import {
  tailoredActions,
  tailoredCompletions,
  tailoredFacts,
  tailoredHover,
  tailoredItem,
  tailoredSymbols,
} from "./tailoring.ts";
import { allowedActions, allowedEdit } from "./trust.ts";
import { typeDefinitionInKnowledge, typeDefinitionOnDraft } from "./type-definition.ts";
import { traceOf } from "./warnings.ts";

/** Answers one kind of request. */
type Handler<P, R> = (session: Session, params: P, token: CancellationToken) => Promise<R>;

/** Cuts an answer to what the client understands. */
type Tailor<P, R, T> = (client: Client, made: R, params: P) => T;

/** An item knows by what it was offered for. */
async function resolveCompletion(session: Session, item: CompletionItem): Promise<CompletionItem> {
  const data = (item.data ?? {}) as Partial<DraftItemData & KnowledgeItemData>;
  if (data.uri === undefined) return item;
  if (data.name !== undefined) return resolveKnowledgeItem(session, item, { uri: data.uri, name: data.name });
  return data.id === undefined ? item : resolveDraftItem(session, item, data as DraftItemData);
}

/**
 * Two handlers of one kind of request: for drafts, and for knowledge files; a third, if there is one, for project files.
 * A document that was never opened, such as the other side of a diff, is none of them.
 */
function either<P extends OnDocument, R, S>(
  onDraft: Handler<P, R>,
  onKnowledgeFile: Handler<P, S>,
  onProjectFile?: Handler<P, R | S>,
): Handler<P, R | S | null> {
  return async (session, params, token) => {
    if (session.textOf(params.textDocument.uri) === undefined) return null;
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
export function answerRequests(connection: Connection, session: Session): void {
  const answer =
    <P, R, T = R>(work: Handler<P, R>, tailored?: Tailor<P, R, T>) =>
    async (params: P, token: CancellationToken): Promise<T> => {
      try {
        const made = await work(session, params, token);
        return tailored?.(session.client, made, params) ?? (made as unknown as T);
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
  connection.languages.diagnostics.onWorkspace((params, token, _, tell) =>
    answer((current, asked: typeof params) => pullWorkspaceDiagnostics(current, asked, token, tell))(
      params,
      token,
    ),
  );
  connection.onHover(answer(either(hoverOnDraft, hoverOnKnowledge, hoverOnProject), tailoredHover));
  connection.onCompletion(
    answer(either(completeAt, completeKnowledge, completeInProject), tailoredCompletions),
  );
  connection.onCompletionResolve(answer(resolveCompletion, tailoredItem));
  connection.onCodeAction(
    answer(allowedActions(either(codeActionsAt, codeActionsOnKnowledge)), tailoredActions),
  );
  connection.onCodeActionResolve(answer(resolveCodeAction));
  connection.onDefinition(answer(either(definitionAt, definitionInKnowledge)));
  connection.onTypeDefinition(answer(either(typeDefinitionOnDraft, typeDefinitionInKnowledge)));
  connection.onReferences(answer(either(referencesOnDraft, referencesInKnowledge)));
  connection.onDocumentHighlight(answer(either(highlightsOnDraft, highlightsInKnowledge)));
  connection.onPrepareRename(answer(either(prepareRenameOnDraft, prepareRenameInKnowledge)));
  connection.onRenameRequest(answer(allowedEdit(either(renameOnDraft, renameInKnowledge))));
  connection.languages.onLinkedEditingRange(answer(linkedEditingInKnowledge));
  connection.onDocumentSymbol(answer(either(outlineOfDraft, outlineOf), tailoredSymbols));
  connection.onWorkspaceSymbol(answer(findSymbols, tailoredFacts));
  connection.onWorkspaceSymbolResolve(answer(resolveSymbol));
  connection.onDocumentLinks(answer(either(linksOnDraft, linksOf)));
  connection.onCodeLens(answer(either(lensOnDraft, lensesOf)));
  connection.onCodeLensResolve(answer(resolveLens));
  connection.languages.inlayHint.on(answer(either(hintsOnDraft, hintsIn)));
  connection.languages.inlayHint.resolve(answer(resolveHint));
  const { semanticTokens } = connection.languages;
  semanticTokens.on(answer(either(allTokens(tokensInDraft), allTokens(tokensInKnowledge))));
  semanticTokens.onDelta(answer(either(newTokens(tokensInDraft), newTokens(tokensInKnowledge))));
  semanticTokens.onRange(answer(either(tokensOfRange(tokensInDraft), tokensOfRange(tokensInKnowledge))));
}
