import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
} from "vscode-languageserver";
import type { Finding } from "../../checks/check.ts";
import { quickFixes } from "../../features/draft/code-actions.ts";
import { ignoreActions } from "../../features/draft/ignore-actions.ts";
import type { Span } from "../../text/span.ts";
import { isWanted } from "../action-kinds.ts";
import { rangeOf, spanOf } from "../convert.ts";
import { diagnosticOf } from "../diagnostics.ts";
import { workspaceEdit } from "../edits.ts";
import { IGNORE } from "../protocol.ts";
import type { Session } from "../session.ts";

/** What a title promises where the user can be asked. */
const ASKS = ", with a reason…";

/** The quick fixes of a selection and the ways to ignore what is found there, made anew from what is known of the newest text. */
export async function codeActionsAt(
  session: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  if (!isWanted(CodeActionKind.QuickFix, context)) return [];
  const snapshot = await session.drafts.current(uri, token);
  if (snapshot === undefined) return [];
  const selected = spanOf(snapshot.draft.lines, range);
  return [
    ...quickFixes(snapshot, selected).map(({ newText, span, ...fix }) => ({
      ...action(fix, { span, newText }),
      isPreferred: fix.preferred,
    })),
    ...ignoreActions(snapshot, selected).map(({ record, ...ignore }) => {
      const title = session.client.canAsk ? ignore.title : ignore.title.replace(ASKS, "");
      const command = record && { title, command: IGNORE, arguments: [{ uri, ...record }] };
      return { ...action({ ...ignore, title }, ignore.edit), ...(command && { command }) };
    }),
  ];

  function action(
    { title, finding }: { readonly title: string; readonly finding: Finding },
    edit: { readonly span: Span; readonly newText: string } | undefined,
  ): CodeAction {
    const { lines } = snapshot!.draft;
    const edits = edit && new Map([[uri, [{ range: rangeOf(lines, edit.span), newText: edit.newText }]]]);
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, snapshot!, session.around)],
      ...(edits && { edit: workspaceEdit(session, edits) }),
    };
  }
}
