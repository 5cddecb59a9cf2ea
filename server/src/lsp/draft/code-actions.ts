import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
} from "vscode-languageserver";
import { quickFixes } from "../../features/draft/code-actions.ts";
import { isWanted } from "../action-kinds.ts";
import { rangeOf, spanOf } from "../convert.ts";
import { diagnosticOf } from "../diagnostics.ts";
import { workspaceEdit } from "../edits.ts";
import type { Session } from "../session.ts";

/** The quick fixes of a selection, made anew from what is known of the newest text. */
export async function codeActionsAt(
  session: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  if (!isWanted(CodeActionKind.QuickFix, context)) return [];
  const snapshot = await session.drafts.current(uri, token);
  if (snapshot === undefined) return [];
  const { lines } = snapshot.draft;
  return quickFixes(snapshot, spanOf(lines, range)).map(({ title, newText, span, finding, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, snapshot, session.around)],
    isPreferred: preferred,
    edit: workspaceEdit(session, new Map([[uri, [{ range: rangeOf(lines, span), newText }]]])),
  }));
}
