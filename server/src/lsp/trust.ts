import {
  type CodeAction,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { CommandContext } from "./commands.ts";
import { CREATE_KNOWLEDGE, IGNORE } from "./protocol.ts";
import type { Session } from "./session.ts";

/** The commands that write files, which in a workspace that is not trusted are refused. */
const WRITING: readonly string[] = [IGNORE, CREATE_KNOWLEDGE];

const WHY = "Aide-Mémoire writes no files in a workspace that you do not trust.";

/** Whether a command may be carried out; if not, the user is told why. */
export function isAllowed(command: string, { session, connection }: CommandContext): boolean {
  if (session.trusted || !WRITING.includes(command)) return true;
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: WHY });
  return false;
}

interface OnDocument {
  readonly textDocument: { readonly uri: string };
}

/** The actions that may be offered: those that would write elsewhere are shown as being off, where that can be shown. */
export function allowedActions<P extends OnDocument, T>(
  work: (session: Session, params: P, token: T) => Promise<CodeAction[] | null>,
): (session: Session, params: P, token: T) => Promise<CodeAction[] | null> {
  return async (session, params, token) => {
    const actions = await work(session, params, token);
    if (session.trusted || actions === null) return actions;
    return actions.flatMap((action) => {
      const { command, edit, ...rest } = action;
      // What is worked out only when it is chosen is an entry of a knowledge base.
      const isLeftOpen = edit === undefined && command === undefined;
      const writes = isLeftOpen || (command !== undefined && WRITING.includes(command.command));
      if (!writes && staysIn(params.textDocument.uri, edit)) return [action];
      return session.client.showsDisabledActions ? [{ ...rest, disabled: { reason: WHY } }] : [];
    });
  };
}

/** An edit over several files is refused; one within the document is the user's own. */
export function allowedEdit<P extends OnDocument, T>(
  work: (session: Session, params: P, token: T) => Promise<WorkspaceEdit | null>,
): (session: Session, params: P, token: T) => Promise<WorkspaceEdit | null> {
  return async (session, params, token) => {
    const edit = await work(session, params, token);
    if (session.trusted || staysIn(params.textDocument.uri, edit ?? undefined)) return edit;
    throw new ResponseError(LSPErrorCodes.RequestFailed, `${WHY} This would change several.`);
  };
}

/** Those of some places that lie in one of these folders, or are one; of the others a word is left in the log. */
export function insideOf(
  folders: readonly string[],
  places: readonly string[],
  log: (message: string) => void,
): readonly string[] {
  const roots = folders.filter((folder) => folder !== "").map((folder) => `${folder.replace(/\/$/, "")}/`);
  const isInside = (place: string) => roots.some((root) => `${place}/`.startsWith(root));
  for (const place of places.filter((each) => !isInside(each)))
    log(`Not read, for the workspace is not trusted and this lies outside it: ${place}`);
  return places.filter(isInside);
}

function staysIn(document: string, edit: WorkspaceEdit | undefined): boolean {
  const changed = [
    ...Object.keys(edit?.changes ?? {}),
    ...(edit?.documentChanges ?? []).map((change) =>
      "textDocument" in change ? change.textDocument.uri : undefined,
    ),
  ];
  return changed.every((uri) => uri === document);
}
