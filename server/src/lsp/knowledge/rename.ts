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
import {
  prepareRename,
  type Refusal,
  type Rename,
  type Renamed,
  rename,
} from "../../features/knowledge/rename.ts";
import type { Format } from "../../text/draft.ts";
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
  return renamingEdit(session, orRefused(renaming), newName, open);
}

export const SHIPPED =
  "This knowledge base comes with Aide-Mémoire; copy it into a folder of your own to change it.";

/**
 * The edits of a rename in the knowledge files, and in the drafts that are held against `file`: those that are not open
 * are shown to the user first, where the client can.
 */
export async function renamingEdit(
  session: Session,
  { renamed, edits }: Rename,
  newName: string,
  { file, snapshot }: Pick<OpenKnowledgeFile, "file" | "snapshot">,
): Promise<WorkspaceEdit> {
  const versions = session.versions();
  const all = textEdits(session, edits, snapshot);
  const newText = newName.trim().replace(/\s+/g, " ");
  const isSource = renamed.kind === "id" && snapshot.knowledge.sources.has(renamed.id);
  const drafts =
    renamed.kind === "name"
      ? await editsOfMentions(session, renamed, newText, file)
      : isSource
        ? await editsOfCitations(session, renamed.id, newText)
        : [];
  for (const [of, edit] of drafts) all.set(of, [...(all.get(of) ?? []), edit]);
  // The drafts were looked through meanwhile: what was typed in that time must not be edited by old places.
  if ([...all.keys()].some((of) => session.versionOf(of) !== versions.get(of)))
    throw new ResponseError(LSPErrorCodes.ContentModified, "The text has changed meanwhile; rename again.");
  const inDrafts = new Set(drafts.map(([of]) => of));
  return workspaceEdit(session, all, {
    of: (uri) => inDrafts.has(uri) && session.versionOf(uri) === undefined,
    label: "In drafts that are not open",
    description: "Look through these before they are changed.",
  });
}

/** Where a draft calls an actor or event by its preferred name, and in its own words. */
async function editsOfMentions(
  session: Session,
  { id, name }: Extract<Renamed, { kind: "name" }>,
  newText: string,
  file: string,
): Promise<(readonly [string, TextEdit])[]> {
  const edits: (readonly [string, TextEdit])[] = [];
  const texts = new Map<string, { readonly text: string; readonly lines: Lines }>();
  for (const { uri, range, form, quoted } of await session.index.mentionsOf(id, file)) {
    if (quoted || form !== "name") continue;
    const draft = texts.get(uri) ?? (await textOf(session, uri));
    texts.set(uri, draft);
    // A name may go over the end of a line.
    if (slice(draft.text, spanOf(draft.lines, range)).replace(/\s+/g, " ") === name)
      edits.push([session.uriOf(uri), { range, newText }]);
  }
  return edits;
}

async function textOf(session: Session, uri: string) {
  const text = (await session.index.draft(uri))?.text ?? "";
  return { text, lines: new Lines(text) };
}

async function editsOfCitations(
  session: Session,
  id: string,
  newId: string,
): Promise<(readonly [string, TextEdit])[]> {
  const edits: (readonly [string, TextEdit])[] = [];
  const formats = new Map<string, Format | undefined>();
  for (const { uri, range } of await session.index.citationsOf(id)) {
    if (!formats.has(uri)) formats.set(uri, (await session.index.draft(uri))?.format);
    edits.push([session.uriOf(uri), { range, newText: citationKey(newId, formats.get(uri)) }]);
  }
  return edits;
}

export function orRefused<T extends object>(result: T | Refusal): T {
  if ("refusal" in result) throw new ResponseError(ErrorCodes.InvalidRequest, result.refusal);
  return result;
}
