import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The text of a file, or undefined where it cannot be read. */
export function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The files in a folder whose names end so, sorted; folders in it are not entered. Throws where it cannot be read. */
export function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith("."))
    .map((name) => join(folder, name))
    .filter((path) => kindOf(path) === "file")
    .sort();
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
  const code = (error as { code?: string }).code ?? "";
  return REASONS[code] ?? `it cannot be read (${code || String(error)}).`;
}

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
