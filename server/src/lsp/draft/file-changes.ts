import { FileChangeType } from "vscode-languageserver";
import { GIT_IGNORE_FILE } from "../../project/git-ignores.ts";
import { formatOfFile } from "../documents.ts";
import type { Host } from "../host.ts";
import { isFolderFile } from "../project/folder-files.ts";
import type { DraftIndex } from "./draft-index.ts";

/** Something happened to a file or folder; without a type, it is not known what. */
export interface FileChange {
  readonly uri: string;
  readonly type?: FileChangeType | undefined;
}

/** Where nobody writes drafts, and programs write much. */
const NO_DRAFTS = /\/(?:node_modules|\.git)(?:\/|$)/;

/**
 * What changes mean for the drafts of the window: those that have another text now, or that there may be others at all.
 * Folders are followed as well, though a client names only themselves when they come and go.
 */
export async function sortChanges(
  host: Host,
  index: DraftIndex,
  changes: readonly FileChange[],
): Promise<{ readonly isAny: boolean; readonly drafts: readonly string[] }> {
  const drafts = new Set<string>();
  for (const { uri, type } of changes) {
    if (NO_DRAFTS.test(uri)) continue;
    const isDraft = formatOfFile(uri) !== undefined;
    if (isDraft && type === FileChangeType.Changed && index.entries.has(uri)) drafts.add(uri);
    else if (isDraft || decides(uri) || (await isFolderOfDrafts(host, index, uri)))
      return { isAny: true, drafts: [] };
  }
  return { isAny: false, drafts: [...drafts] };
}

/** Whether a file says what is a draft. */
function decides(uri: string): boolean {
  return isFolderFile(uri) || uri.endsWith(`/${GIT_IGNORE_FILE}`);
}

/** Whether it held drafts, or is a folder that may hold some. */
async function isFolderOfDrafts(host: Host, index: DraftIndex, uri: string): Promise<boolean> {
  for (const draft of index.entries.keys()) if (draft.startsWith(`${uri}/`)) return true;
  const entries = await host.entries(uri);
  return entries !== undefined && entries.length > 0;
}
