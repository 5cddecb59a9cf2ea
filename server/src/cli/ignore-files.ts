import { dirname, join, relative, resolve } from "node:path";
import { IGNORE_FILE, type IgnoreFile, readIgnoreFile, recordedIn } from "../ignoring/ignore-file.ts";
import type { Recorded } from "../ignoring/ignoring.ts";
import { Lines } from "../text/lines.ts";
import { kindOf, readText, reasonOf } from "./disk.ts";
import { placeOf } from "./frame.ts";
import { foldersAround } from "./knowledge-files.ts";
import type { Trouble } from "./trouble.ts";

/** The ignore files of a run, each read once. Of those in a draft's folder and above it, the nearest holds. */
export class IgnoreFiles {
  readonly #files = new Map<string, IgnoreFile | undefined>();

  constructor(private readonly trouble: Trouble) {}

  recordedFor(draft: string): Recorded | undefined {
    const folders = foldersAround(dirname(resolve(draft)));
    const nearest = folders.map((folder) => this.#in(folder)).findLast((file) => file !== undefined);
    return nearest && recordedIn(nearest, resolve(draft));
  }

  #in(folder: string): IgnoreFile | undefined {
    const file = join(folder, IGNORE_FILE);
    if (!this.#files.has(file)) this.#files.set(file, kindOf(file) === "file" ? this.#read(file) : undefined);
    return this.#files.get(file);
  }

  #read(file: string): IgnoreFile | undefined {
    const name = relative("", file);
    const text = readText(file, (_, error) => this.trouble.fail(`${name}: ${reasonOf(error)}`));
    if (text === undefined) return undefined;
    const ignores = readIgnoreFile(file, text);
    const lines = new Lines(text);
    for (const { message, span } of ignores.problems) {
      const { line, column } = placeOf(lines, span);
      this.trouble.fail(`${name}:${line}:${column}: ${message}`);
    }
    return ignores;
  }
}
