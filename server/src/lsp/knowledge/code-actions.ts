import { type CodeAction, CodeActionKind, type CodeActionParams, type TextEdit } from "vscode-languageserver";
import { codeActions, type KnowledgeAction } from "../../features/knowledge/code-actions.ts";
import type { FileEdit } from "../../features/knowledge/edits.ts";
import type { KnowledgeSnapshot } from "../../features/knowledge/snapshot.ts";
import { knownEdit } from "../../knowledge-base/lint/known-edit.ts";
import { isWanted, SORT_KIND } from "../action-kinds.ts";
import { rangeOf, spanOf } from "../convert.ts";
import { problemDiagnostic } from "../diagnostics.ts";
import { workspaceEdit } from "../edits.ts";
import type { Session } from "../session.ts";
import { linesOf } from "./knowledge-files.ts";

const KINDS: Readonly<Record<KnowledgeAction["kind"], CodeActionKind>> = {
  quickfix: CodeActionKind.QuickFix,
  "refactor.rewrite": CodeActionKind.RefactorRewrite,
  "source.sort": SORT_KIND,
};

/** What can be done about a selection, with its edits. */
export async function codeActionsOnKnowledge(
  session: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  await session.settle();
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined || session.isShipped(open.file)) return [];
  const actions = codeActions(open.snapshot, open.tree, spanOf(open.lines, range), knownEdit);
  return (
    actions
      // Sorting goes over the whole file: its edits are made only for who asks for them.
      .filter(
        ({ kind }) =>
          isWanted(KINDS[kind], context) && (kind !== "source.sort" || context.only !== undefined),
      )
      .flatMap(({ title, kind, problem, preferred, edits }) => {
        const made = edits();
        if (made.length === 0) return [];
        return {
          title,
          kind: KINDS[kind],
          isPreferred: preferred,
          ...(problem && { diagnostics: [problemDiagnostic(problem, open.lines, session.around)] }),
          edit: workspaceEdit(session, textEdits(session, made, open.snapshot)),
        };
      })
  );
}

/** Edits of knowledge files, by document. */
export function textEdits(
  session: Session,
  edits: readonly FileEdit[],
  { files }: KnowledgeSnapshot,
): Map<string, TextEdit[]> {
  const byDocument = new Map<string, TextEdit[]>();
  for (const { file, span, newText } of edits) {
    const tree = files.get(file);
    if (tree === undefined) continue;
    const uri = session.uriOf(file);
    byDocument.set(uri, [...(byDocument.get(uri) ?? []), { range: rangeOf(linesOf(tree), span), newText }]);
  }
  return byDocument;
}
