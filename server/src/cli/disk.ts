import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ContentFile } from "../node/knowledge-cache.ts";
import type { Workspace } from "../workspace.ts";

/** The files of this computer. `onRefusal` hears of what is there but cannot be read. */
export function disk(onRefusal: (path: string, error: unknown) => void): Workspace {
  return {
    list: async (folder) => filesUnder(folder, onRefusal),
    read: async (file) => readText(file, onRefusal),
  };
}

/** The text of a file, or undefined where it cannot be read. */
export function readText(
  file: string,
  onRefusal?: (file: string, error: unknown) => void,
): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    onRefusal?.(file, error);
    return undefined;
  }
}

/** A file as it was read, its text made when it is first asked for. */
export class DiskFile implements ContentFile {
  readonly file: string;
  readonly bytes: Buffer;
  #text: string | undefined;

  /** Throws where it cannot be read. */
  constructor(file: string) {
    this.file = file;
    this.bytes = readFileSync(file);
  }

  get text(): string {
    this.#text ??= this.bytes.toString("utf8");
    return this.#text;
  }
}

/** The files right in a folder, none where there is no such folder or it cannot be read. */
export function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}

/** What there is at a path: undefined where there is nothing, or nothing that may be seen. */
export function kindOf(path: string): "file" | "folder" | undefined {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

/** Why the system refuses a file, and what to do about it. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? `it cannot be read (${code || String(error)}).`;
}

const ABSENT_CODES = ["ENOENT", "ENOTDIR"];
const ABSENT = "there is no such file or folder. Check the name, and the folder you are in.";
const FORBIDDEN = "you may not read it. Ask for the right to, or leave it out.";
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: ABSENT,
  ENOTDIR: ABSENT,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EISDIR: "this is a folder where a file is needed.",
  ELOOP: "this link leads back to itself. Name the file that is meant.",
  ENAMETOOLONG: "the name is too long for a file.",
};

/** All files under a folder, none where there is no such folder; links to folders are not followed. */
function filesUnder(folder: string, onRefusal: (path: string, error: unknown) => void): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return [path];
      return entry.name.startsWith(".") || entry.name === "node_modules" ? [] : filesUnder(path, onRefusal);
    });
  } catch (error) {
    if (!ABSENT_CODES.includes(codeOf(error))) onRefusal(folder, error);
    return [];
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? "";
}
