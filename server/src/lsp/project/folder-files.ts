import { IGNORE_FILE, type IgnoreFile, readIgnoreFile } from "../../ignoring/ignore-file.ts";
import { PROJECT_FILE, type ProjectFile, readProject } from "../../project/read-project.ts";
import type { Host } from "../host.ts";

/** A file as it was read, and the text that it was read from. */
export interface Read<T> {
  readonly text: string;
  readonly file: T;
}

/** What the files of a folder say of the drafts in it and below: each the same object for as long as its text is the same. */
export interface FolderFiles {
  readonly project: Read<ProjectFile> | undefined;
  readonly ignores: Read<IgnoreFile> | undefined;
}

export function projectFileIn(folder: string): string {
  return `${folder}/${PROJECT_FILE}`;
}

export function ignoreFileIn(folder: string): string {
  return `${folder}/${IGNORE_FILE}`;
}

/** Whether a change of this file can change what holds for drafts. */
export function isFolderFile(uri: string): boolean {
  return uri.endsWith(`/${PROJECT_FILE}`) || uri.endsWith(`/${IGNORE_FILE}`);
}

export function isProjectFile(uri: string): boolean {
  return uri.endsWith(`/${PROJECT_FILE}`);
}

export async function readFolderFiles(
  host: Host,
  folder: string,
  older: FolderFiles | undefined,
): Promise<FolderFiles> {
  const [project, ignores] = await Promise.all([
    readFile(host, projectFileIn(folder), readProject, older?.project),
    readFile(host, ignoreFileIn(folder), readIgnoreFile, older?.ignores),
  ]);
  const isSame = older !== undefined && older.project === project && older.ignores === ignores;
  return isSame ? older : { project, ignores };
}

async function readFile<T>(
  host: Host,
  uri: string,
  make: (file: string, text: string) => T,
  older: Read<T> | undefined,
): Promise<Read<T> | undefined> {
  const text = await host.read(uri);
  if (text === undefined) return undefined;
  return text === older?.text ? older : { text, file: make(uri, text) };
}
