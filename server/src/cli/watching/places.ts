import { dirname, join, resolve } from "node:path";
import { IGNORE_FILE } from "../../ignoring/ignore-file.ts";
import { PROJECT_FILE } from "../../project/read-project.ts";
import { ENDINGS } from "../../text/formats.ts";
import { kindOf } from "../disk.ts";
import { isLockFile, kindOfDocument } from "../documents/read-document.ts";
import { foldersAround } from "../knowledge-files.ts";
import type { Library } from "../library.ts";

/** Everything by which what is said of some drafts can change: where they are looked for, and what holds for them. */
export async function placesToWatch(
  paths: readonly string[],
  drafts: readonly string[],
  library: Library,
): Promise<string[]> {
  const places = new Set<string>();
  for (const path of paths) places.add(resolve(kindOf(path) === undefined ? baseOf(path) : path));
  for (const draft of drafts) {
    places.add(resolve(draft));
    for (const base of await library.placesFor(draft)) places.add(resolve(base));
    for (const folder of foldersAround(dirname(resolve(draft))))
      for (const name of [PROJECT_FILE, IGNORE_FILE, "knowledge"]) places.add(join(folder, name));
  }
  return [...places];
}

/** Whether a file can be one of these. */
export function matters(file: string): boolean {
  return /\.ya?ml$/i.test(file) || /(?:^|[\\/])\.gitignore$/.test(file) || isDraft(file);
}

export function isDraft(file: string): boolean {
  if (kindOfDocument(file) !== undefined) return !isLockFile(file);
  return ENDINGS.some((ending) => file.toLowerCase().endsWith(ending));
}

/** The folder that a pattern begins with. */
function baseOf(pattern: string): string {
  const fixed = /^[^*?[{(!]*/.exec(pattern)![0];
  return /[\\/]$/.test(fixed) ? fixed : dirname(fixed || ".");
}
