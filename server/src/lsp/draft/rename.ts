import type {
  CancellationToken,
  PrepareRenameParams,
  PrepareRenameResult,
  RenameParams,
  WorkspaceEdit,
} from "vscode-languageserver";
import { type DraftRenamePlace, prepareDraftRename } from "../../features/draft/rename.ts";
import { entriesOf } from "../../features/knowledge/entries.ts";
import { type Refusal, type Rename, rename, renameEverywhere } from "../../features/knowledge/rename.ts";
import type { KnowledgeSnapshot } from "../../features/knowledge/snapshot.ts";
import type { Knowledge, Origin } from "../../knowledge-base/knowledge.ts";
import { valueAt } from "../../knowledge-base/loading/top-level.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { offsetOf, rangeOf } from "../convert.ts";
import { orRefused, renamingEdit, SHIPPED } from "../knowledge/rename.ts";
import type { Session } from "../session.ts";

export async function prepareRenameOnDraft(
  session: Session,
  { textDocument: { uri }, position }: PrepareRenameParams,
  token: CancellationToken,
): Promise<PrepareRenameResult | null> {
  const snapshot = await session.drafts.current(uri, token);
  if (snapshot === undefined) return null;
  const { lines } = snapshot.draft;
  const place = orRefused(prepareDraftRename(snapshot, offsetOf(lines, position)));
  const behind = await session.knowledgeFiles.behindWith(uri, [place.renamed.id]);
  orRefused(entryOf(session, place, behind));
  return { range: rangeOf(lines, place.span), placeholder: place.text };
}

/** Renames an actor or event by its preferred name, or a source by its id: in its entry and in all drafts. */
export async function renameOnDraft(
  session: Session,
  { textDocument: { uri }, position, newName }: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  await session.settle();
  const snapshot = await session.drafts.current(uri, token);
  if (snapshot === undefined) return null;
  const place = orRefused(prepareDraftRename(snapshot, offsetOf(snapshot.draft.lines, position)));
  const behind = await session.knowledgeFiles.behind(uri);
  const entry = orRefused(entryOf(session, place, behind));
  return renamingEdit(session, orRefused(renaming(place, entry, behind, newName)), newName, {
    file: entry.file,
    snapshot: behind,
  });
}

/** The place in the knowledge files that the rename begins at: the entry's name, or its key. */
function entryOf(
  session: Session,
  { renamed }: DraftRenamePlace,
  { knowledge, files }: KnowledgeSnapshot,
): Origin | Refusal {
  const origin = originOf(renamed.id, knowledge);
  const tree = origin && files.get(origin.file);
  if (origin === undefined || tree === undefined) return { refusal: "Its entry cannot be found." };
  if (session.isShipped(origin.file)) return { refusal: SHIPPED };
  if (renamed.kind === "id") return origin;
  const entry = entriesOf(tree).find(({ pair }) => pair.key === renamed.id);
  const name = valueAt(entry?.pair.value, "name");
  if (name?.kind !== "scalar") return { refusal: "Its entry cannot be found." };
  if (name.text.trim() !== renamed.name)
    return {
      refusal: `“${renamed.name}” is what the house calls “${name.text}”: the project file has it so.`,
    };
  return { file: origin.file, span: { start: name.start, end: name.end } };
}

function originOf(id: string, knowledge: Knowledge): Origin | undefined {
  return (questionsOf(knowledge).fact(id) ?? knowledge.sources.get(id))?.origin;
}

function renaming(
  { renamed }: DraftRenamePlace,
  { file, span }: Origin,
  behind: KnowledgeSnapshot,
  newName: string,
): Rename | Refusal {
  if (renamed.kind === "id") return renameEverywhere(behind, renamed, newName);
  return rename(behind, behind.files.get(file)!, span.start, newName);
}
