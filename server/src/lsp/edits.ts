import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** What the user is asked about before some of the edits are made, where the client can ask. */
export interface Confirmation {
  /** Of which documents. */
  readonly of: (uri: string) => boolean;
  readonly label: string;
  readonly description: string;
}

/** Edits of several documents, by URI; with the version of each open one, where the client can then refuse what comes too late. */
export function workspaceEdit(
  session: Session,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  confirmation?: Confirmation,
): WorkspaceEdit {
  const { versionsEdits, annotatesEdits } = session.client;
  if (!versionsEdits)
    return { changes: Object.fromEntries([...edits].map(([uri, list]) => [uri, [...list]])) };
  const isAsked = (uri: string) => annotatesEdits && confirmation?.of(uri) === true;
  const documentChanges = [...edits].map(([uri, list]) => ({
    textDocument: { uri, version: session.versionOf(uri) ?? null },
    edits: isAsked(uri) ? list.map(asked) : [...list],
  }));
  if (confirmation === undefined || ![...edits.keys()].some(isAsked)) return { documentChanges };
  const { label, description } = confirmation;
  const annotation: ChangeAnnotation = { label, description, needsConfirmation: true };
  return { documentChanges, changeAnnotations: { [CONFIRMED]: annotation } };
}

const CONFIRMED = "confirmed";

function asked(edit: TextEdit): AnnotatedTextEdit {
  return { ...edit, annotationId: CONFIRMED };
}
