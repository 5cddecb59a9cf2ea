import { dirname, join, relative, resolve } from "node:path";
import { Lines } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { kindOf, readText, reasonOf } from "../disk.ts";
import { placeOf } from "../frame.ts";
import { foldersAround } from "../knowledge-files.ts";
import type { Trouble } from "../trouble.ts";

/** What is wrong in such a file, and where. */
interface Wrong {
  readonly message: string;
  readonly span: Span;
  readonly isWarning?: boolean;
}

/**
 * The files of one name that say something for the drafts around them, each read once. Of those in a draft's folder and
 * above it, the nearest holds. What is wrong with one is told when it is first asked for.
 */
export class NearestFiles<T> {
  readonly #files = new Map<string, T | undefined>();
  /** What holds in a folder: it is asked several times for each draft. */
  readonly #nearest = new Map<string, T | undefined>();

  constructor(
    private readonly name: string,
    private readonly make: (
      file: string,
      text: string,
    ) => { readonly made: T; readonly wrong: readonly Wrong[] },
    private readonly trouble: Trouble,
  ) {}

  /** What the nearest file to a draft says; its path is absolute. */
  around(draft: string): T | undefined {
    const own = dirname(resolve(draft));
    if (!this.#nearest.has(own)) {
      const files = foldersAround(own).map((folder) => this.#in(folder));
      this.#nearest.set(
        own,
        files.findLast((file) => file !== undefined),
      );
    }
    return this.#nearest.get(own);
  }

  #in(folder: string): T | undefined {
    const file = join(folder, this.name);
    if (!this.#files.has(file)) this.#files.set(file, kindOf(file) === "file" ? this.#read(file) : undefined);
    return this.#files.get(file);
  }

  #read(file: string): T | undefined {
    const name = relative("", file);
    const text = readText(file, (_, error) => this.trouble.fail(`${name}: ${reasonOf(error)}`));
    if (text === undefined) return undefined;
    const { made, wrong } = this.make(file, text);
    const lines = new Lines(text);
    for (const { message, span, isWarning } of wrong) {
      const { line, column } = placeOf(lines, span);
      const told = `${name}:${line}:${column}: ${message}`;
      if (isWarning) this.trouble.note(told);
      else this.trouble.fail(told);
    }
    return made;
  }
}
