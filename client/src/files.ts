import { FileSystemError, FileType, Uri, workspace } from "vscode";
import { type BaseLanguageClient, RequestType } from "vscode-languageclient";
import {
  LIST_ENTRIES,
  LIST_FILES,
  type ListEntriesParams,
  type ListEntriesResult,
  type ListFilesParams,
  type ListFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
  STAT_FILE,
  type StatFileParams,
  type StatFileResult,
  WRITE_FILE,
  type WriteFileParams,
  type WriteFileResult,
} from "../../server/src/lsp/protocol.ts";

/** Reads and writes files for the server that it cannot reach itself: whatever VS Code can, wherever they are. */
export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest(new RequestType<ListFilesParams, ListFilesResult, void>(LIST_FILES), listFiles);
  client.onRequest(new RequestType<ListEntriesParams, ListEntriesResult, void>(LIST_ENTRIES), listEntries);
  client.onRequest(new RequestType<StatFileParams, StatFileResult, void>(STAT_FILE), statFile);
  client.onRequest(new RequestType<ReadFileParams, ReadFileResult, void>(READ_FILE), readFile);
  client.onRequest(new RequestType<WriteFileParams, WriteFileResult, void>(WRITE_FILE), writeFile);
}

async function listFiles({ folder, depth }: ListFilesParams): Promise<ListFilesResult> {
  try {
    const files = await filesUnder(Uri.parse(folder), depth);
    return { files: files.map(String) };
  } catch (error) {
    return isAbsent(error) ? { files: [] } : { files: [], problem: messageOf(error) };
  }
}

/** By name, each folder's own files where its name stands. A folder that is gone by the time it is entered is empty. */
async function filesUnder(folder: Uri, depth: number): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const found = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = Uri.joinPath(folder, name);
      if (type & (FileType.File | FileType.SymbolicLink)) return [uri];
      const isEntered = type & FileType.Directory && depth > 0 && !/^\.|^node_modules$/.test(name);
      return isEntered ? filesUnder(uri, depth - 1).catch(() => []) : [];
    }),
  );
  return found.flat();
}

async function listEntries({ folder }: ListEntriesParams): Promise<ListEntriesResult> {
  try {
    const uri = Uri.parse(folder);
    const all = await workspace.fs.readDirectory(uri);
    return {
      entries: all.map(([name, type]) => ({
        uri: String(Uri.joinPath(uri, name)),
        isFolder: type === FileType.Directory,
      })),
    };
  } catch (error) {
    return { entries: isAbsent(error) ? [] : null };
  }
}

async function statFile({ file }: StatFileParams): Promise<StatFileResult> {
  try {
    const { type, size, mtime } = await workspace.fs.stat(Uri.parse(file));
    return { stat: type & FileType.File ? { size, modified: mtime } : null };
  } catch {
    return { stat: null };
  }
}

async function readFile({ file }: ReadFileParams): Promise<ReadFileResult> {
  try {
    const bytes = await workspace.fs.readFile(Uri.parse(file));
    return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    return isAbsent(error) ? { text: null } : { text: null, problem: messageOf(error) };
  }
}

async function writeFile({ file, text }: WriteFileParams): Promise<WriteFileResult> {
  try {
    await workspace.fs.writeFile(Uri.parse(file), new TextEncoder().encode(text));
    return {};
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof FileSystemError ? error.code : "";
  return ["FileNotFound", "FileNotADirectory", "FileIsADirectory"].includes(code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
