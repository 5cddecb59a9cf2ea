import type { CodeAction, WorkspaceEdit } from "vscode-languageserver";
import { type Addition, additionsAt } from "../../features/draft/additions.ts";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import { additionEdit, newFileWith } from "../../features/knowledge/add-entry.ts";
import type { Span } from "../../text/span.ts";
import { ADDITION_KIND } from "../action-kinds.ts";
import { workspaceEdit } from "../edits.ts";
import { textEdits } from "../knowledge/code-actions.ts";
import type { Serving } from "../knowledge/knowledge-bases.ts";
import type { Session } from "../session.ts";

/** By which an action's edit is worked out when it is chosen. */
interface AdditionData {
  readonly uri: string;
  readonly addition: Addition;
}

/** What can be added to the user's own knowledge base; with its edit only for a client that does not ask for it later. */
export async function additionActions(
  session: Session,
  snapshot: Snapshot,
  selected: Span,
): Promise<CodeAction[]> {
  const additions = additionsAt(snapshot, selected);
  if (additions.length === 0) return [];
  const { uri } = snapshot.draft;
  const serving = await session.bases.of(uri);
  const isOwn = serving.bases.some(({ files }) => [...files.keys()].some((file) => !session.isShipped(file)));
  const actions: CodeAction[] = [];
  for (const addition of additions) {
    if (!isPossible(session, serving, addition, isOwn)) continue;
    const action: CodeAction = {
      title: isOwn ? addition.title : withoutOwn(addition.title, serving),
      kind: ADDITION_KIND,
      data: { uri, addition } satisfies AdditionData,
    };
    actions.push(session.client.resolves.actions ? action : await resolveAddition(session, action));
  }
  return actions.filter(({ data, edit }) => data !== undefined || edit !== undefined);
}

/** The action with its edit; without one, where nothing can be written any more. */
export async function resolveAddition(session: Session, action: CodeAction): Promise<CodeAction> {
  const { data, ...rest } = action;
  const { uri, addition } = (data ?? {}) as Partial<AdditionData>;
  if (uri === undefined || addition === undefined) return action;
  await session.settle();
  const serving = await session.bases.of(uri);
  const edit = (await intoOwnFile(session, serving, addition)) ?? intoNewFile(session, serving, addition);
  return edit === undefined ? rest : { ...rest, edit };
}

function isPossible(session: Session, serving: Serving, addition: Addition, isOwn: boolean): boolean {
  if (addition.kind === "alias") {
    const file = serving.knowledge.entities.get(addition.of)?.origin.file;
    return file !== undefined && !session.isShipped(file);
  }
  return isOwn || (session.client.createsFiles && serving.folder.startsWith("file:"));
}

/** A folder with a knowledge base of its own is no more held against the bundled one: who makes it should know. */
function withoutOwn(title: string, { bases }: Serving): string {
  const instead = bases.length === 0 ? "" : ", which then serves in place of the bundled one";
  return title.replace("the knowledge base", "a new knowledge base") + instead;
}

async function intoOwnFile(
  session: Session,
  serving: Serving,
  addition: Addition,
): Promise<WorkspaceEdit | undefined> {
  const snapshot = await session.knowledgeFiles.of(serving);
  const edit = additionEdit(snapshot, (file) => !session.isShipped(file), addition);
  return edit && workspaceEdit(session, textEdits(session, [edit], snapshot));
}

function intoNewFile(
  session: Session,
  { folder, knowledge }: Serving,
  addition: Addition,
): WorkspaceEdit | undefined {
  if (!session.client.createsFiles || addition.kind === "alias") return undefined;
  const uri = `${folder}/knowledge/knowledge.yaml`;
  const title = decodeURIComponent(folder.replace(/^.*\//, ""));
  const newText = newFileWith(title, addition, knowledge);
  if (newText === undefined) return undefined;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: "create", uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  };
}
