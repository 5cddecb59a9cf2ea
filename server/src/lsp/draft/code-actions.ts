import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
} from "vscode-languageserver";
import { quickFixes } from "../../features/draft/code-actions.ts";
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
  if (context.only?.every((kind) => !isOrHolds(kind, CodeActionKind.QuickFix))) return [];
  const snapshot = await session.drafts.current(uri, token);
  if (snapshot === undefined) return [];
  const { lines } = snapshot.draft;
  return quickFixes(snapshot, spanOf(lines, range)).map(({ title, newText, finding, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, snapshot, session.around)],
    isPreferred: preferred,
    edit: workspaceEdit(session, new Map([[uri, [{ range: rangeOf(lines, finding.span), newText }]]])),
  }));
}

/** Kinds are hierarchical: "quickfix" holds "quickfix.replace", and "" holds everything. */
export function isOrHolds(kind: string, other: string): boolean {
  return kind === "" || kind === other || other.startsWith(`${kind}.`);
}
