import {
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from "vscode-languageserver";
import type { Finding } from "../../checks/check.ts";
import { findingsAt, quickFixes } from "../../features/draft/code-actions.ts";
import { type FixAll, fixAllSafe, fixesOfChecks } from "../../features/draft/fix-all.ts";
import { ignoreActions } from "../../features/draft/ignore-actions.ts";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import { labelOf } from "../../features/facts.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { Span } from "../../text/span.ts";
import { ADDITION_KIND, DRAFT_ACTION_KINDS, FIX_ALL, isWanted } from "../action-kinds.ts";
import { rangeOf, spanOf } from "../convert.ts";
import { diagnosticOf } from "../diagnostics.ts";
import { workspaceEdit } from "../edits.ts";
import { IGNORE, OPEN_ENTRY, type OpenEntryRequest } from "../protocol.ts";
import type { Session } from "../session.ts";
import { additionActions, resolveAddition } from "./additions.ts";

/** What a title promises where the user can be asked. */
const ASKS = ", with a reason…";

/** What can be done about a selection, made anew from what is known of the newest text. */
export async function codeActionsAt(
  session: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  // Whoever asks for everything at a place wants to hear of that place.
  const isOfPlace: Readonly<Record<string, boolean>> = {
    [FIX_ALL]: context.only === undefined,
    [ADDITION_KIND]: isUnasked(context),
  };
  const wanted = [CodeActionKind.QuickFix, ...DRAFT_ACTION_KINDS].filter(
    (kind) => isWanted(kind, context) && !isOfPlace[kind],
  );
  if (wanted.length === 0) return [];
  const snapshot = await (wanted.every((kind) => kind === CodeActionKind.QuickFix)
    ? session.drafts.readAt(uri, range.end, token)
    : session.drafts.current(uri, token));
  if (snapshot === undefined) return [];
  const selected = spanOf(snapshot.draft.lines, range);
  const actions: CodeAction[] = [];
  if (wanted.includes(CodeActionKind.QuickFix)) actions.push(...quickFixActions(session, snapshot, selected));
  if (wanted.includes(ADDITION_KIND)) actions.push(...(await additionActions(session, snapshot, selected)));
  if (wanted.includes(FIX_ALL)) {
    const all = fixAllSafe(snapshot);
    if (all !== undefined) actions.push(fixAllAction(session, snapshot, all, FIX_ALL));
  }
  return actions;
}

/** An editor asks wherever the cursor goes, to show a light bulb: a name that is not known is no reason for one. */
function isUnasked({ triggerKind, only }: CodeActionContext): boolean {
  return triggerKind === CodeActionTriggerKind.Automatic && only === undefined;
}

/** Works out the edit of an action that was offered without it. */
export function resolveCodeAction(session: Session, action: CodeAction): Promise<CodeAction> {
  return resolveAddition(session, action);
}

function quickFixActions(session: Session, snapshot: Snapshot, selected: Span): CodeAction[] {
  const { uri } = snapshot.draft;
  return [
    ...quickFixes(snapshot, selected).map(({ newText, span, ...fix }) => ({
      ...quickFix(session, snapshot, fix, { span, newText }),
      isPreferred: fix.preferred,
    })),
    ...fixesOfChecks(snapshot, selected).map((all) =>
      fixAllAction(session, snapshot, all, CodeActionKind.QuickFix),
    ),
    ...ignoreActions(snapshot, selected).map(({ record, ...ignore }) => {
      const title = session.client.canAsk ? ignore.title : ignore.title.replace(ASKS, "");
      const command = record && { title, command: IGNORE, arguments: [{ uri, ...record }] };
      return {
        ...quickFix(session, snapshot, { ...ignore, title }, ignore.edit),
        ...(command && { command }),
      };
    }),
    ...correctionActions(session, snapshot, selected),
  ];
}

function quickFix(
  session: Session,
  snapshot: Snapshot,
  { title, finding }: { readonly title: string; readonly finding: Finding },
  edit: { readonly span: Span; readonly newText: string } | undefined,
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, snapshot, session.around)],
    // An action without an edit would be asked for it, and an editor may have let go of its command by then.
    edit: edit === undefined ? { changes: {} } : editOf(session, snapshot, [edit]),
  };
}

function fixAllAction(
  session: Session,
  snapshot: Snapshot,
  { title, findings, edits }: FixAll,
  kind: string,
) {
  return {
    title,
    kind,
    diagnostics: findings.map((finding) => diagnosticOf(finding, snapshot, session.around)),
    edit: editOf(session, snapshot, edits),
  };
}

function editOf(
  session: Session,
  { draft: { uri, lines } }: Snapshot,
  edits: readonly { readonly span: Span; readonly newText: string }[],
) {
  const textEdits = edits.map(({ span, newText }) => ({ range: rangeOf(lines, span), newText }));
  return workspaceEdit(session, new Map([[uri, textEdits]]));
}

/** The draft may be right: the way to each fact that speaks against it, where that is the user's to change. */
function correctionActions(session: Session, snapshot: Snapshot, selected: Span): CodeAction[] {
  const offered = new Map<string, CodeAction>();
  for (const finding of findingsAt(snapshot, selected)) {
    for (const id of finding.knowledge) {
      const fact = questionsOf(snapshot.knowledge).fact(id);
      const place = fact && session.bases.locate(fact.origin);
      if (fact === undefined || place === undefined || session.isShipped(fact.origin.file)) continue;
      const title = `The knowledge base is wrong: edit “${labelOf(fact)}”`;
      const request: OpenEntryRequest = { uri: session.uriOf(place.uri), range: place.range };
      if (!offered.has(title))
        offered.set(title, {
          ...quickFix(session, snapshot, { title, finding }, undefined),
          command: { title, command: OPEN_ENTRY, arguments: [request] },
        });
    }
  }
  return [...offered.values()];
}
