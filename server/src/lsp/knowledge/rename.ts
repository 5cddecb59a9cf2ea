import {
  ErrorCodes,
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { citationKey } from "../../features/knowledge/citations.ts";
import { prepareRename, type Refusal, type Renamed, rename } from "../../features/knowledge/rename.ts";
import { Lines } from "../../text/lines.ts";
import { slice } from "../../text/span.ts";
import { offsetOf, rangeOf, spanOf } from "../convert.ts";
import { workspaceEdit } from "../edits.ts";
import type { Session } from "../session.ts";
import { textEdits } from "./code-actions.ts";
import type { OpenKnowledgeFile } from "./knowledge-files.ts";

export async function prepareRenameInKnowledge(
  session: Session,
  { textDocument: { uri }, position }: PrepareRenameParams,
): Promise<PrepareRenameResult | null> {
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined) return null;
  if (session.isShipped(open.file)) orRefused({ refusal: SHIPPED });
  const { span, text } = orRefused(prepareRename(open.snapshot, open.tree, offsetOf(open.lines, position)));
  return { range: rangeOf(open.lines, span), placeholder: text };
}

/**
 * Renames an id or a word of the vocabulary in all knowledge files, and a source where drafts cite it; or a preferred
 * name in its entry and in the drafts, but not inside quotations.
 */
export async function renameInKnowledge(
  session: Session,
  { textDocument: { uri }, position, newName }: RenameParams,
): Promise<WorkspaceEdit | null> {
  await session.settle();
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined) return null;
  if (session.isShipped(open.file)) orRefused({ refusal: SHIPPED });
  const renaming = rename(open.snapshot, open.tree, offsetOf(open.lines, position), newName);
  const { renamed, edits } = orRefused(renaming);
  const all = textEdits(session, edits, open.snapshot);
  const versions = session.versions();
  for (const [of, edit] of await editsOfDrafts(session, renamed, newName.trim(), open))
    all.set(of, [...(all.get(of) ?? []), edit]);
  // The drafts were looked through meanwhile: what was typed in that time must not be edited by old places.
  if ([...all.keys()].some((of) => session.versionOf(of) !== versions.get(of)))
    throw new ResponseError(LSPErrorCodes.ContentModified, "The text has changed meanwhile; rename again.");
  return workspaceEdit(session, all);
}

const SHIPPED =
  "This knowledge base comes with Aide-Mémoire; copy it into a folder of your own to change it.";

async function editsOfDrafts(
  session: Session,
  renamed: Renamed,
  newName: string,
  open: OpenKnowledgeFile,
): Promise<(readonly [string, TextEdit])[]> {
  if (renamed.kind === "name") return editsOfMentions(session, renamed, newName, open);
  const isSource = renamed.kind === "id" && open.snapshot.knowledge.sources.has(renamed.id);
  return isSource ? editsOfCitations(session, renamed.id, newName) : [];
}

/** Where a draft calls an actor or event by its preferred name, and in its own words. */
async function editsOfMentions(
  session: Session,
  { id, name }: Extract<Renamed, { kind: "name" }>,
  newText: string,
  { file }: OpenKnowledgeFile,
): Promise<(readonly [string, TextEdit])[]> {
  const edits: (readonly [string, TextEdit])[] = [];
  for (const { uri, range, form, quoted } of await session.index.mentionsOf(id, file)) {
    if (quoted || form !== "name") continue;
    const text = (await session.index.draft(uri))?.text ?? "";
    if (slice(text, spanOf(new Lines(text), range)) === name)
      edits.push([session.uriOf(uri), { range, newText }]);
  }
  return edits;
}

async function editsOfCitations(
  session: Session,
  id: string,
  newId: string,
): Promise<(readonly [string, TextEdit])[]> {
  const citations = await session.index.citationsOf(id);
  const newText = citationKey(newId);
  return citations.map(({ uri, range }) => [session.uriOf(uri), { range, newText }] as const);
}

function orRefused<T extends object>(result: T | Refusal): T {
  if ("refusal" in result) throw new ResponseError(ErrorCodes.InvalidRequest, result.refusal);
  return result;
}
