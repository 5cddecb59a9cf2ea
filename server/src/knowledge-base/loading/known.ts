import type { Ignores } from "../../text/ignores.ts";
import type { Problem, ProblemCode } from "../problems.ts";
import { commentableAt, ignoresOf } from "../yaml/comments.ts";
import type { YamlFile } from "../yaml/tree.ts";

/** What the loader finds that a comment may say is known. What breaks the format cannot be waved through. */
const MAY_BE_KNOWN: ReadonlySet<ProblemCode> = new Set<ProblemCode>(["missing-text", "quote-not-in-source"]);

/** The problems of loading that comments in the files say are known. */
export class KnownProblems {
  readonly problems: Problem[] = [];
  readonly #files: ReadonlyMap<string, YamlFile>;
  readonly #ignores = new Map<string, Ignores | undefined>();

  constructor(files: readonly YamlFile[]) {
    this.#files = new Map(files.map((file) => [file.file, file]));
  }

  /** Whether a comment covers a problem; if so, it is kept here. */
  take(problem: Problem): boolean {
    if (!MAY_BE_KNOWN.has(problem.code)) return false;
    const { file, span } = problem.origin;
    const tree = this.#files.get(file);
    if (tree === undefined) return false;
    if (!this.#ignores.has(file)) this.#ignores.set(file, ignoresOf(tree));
    const at = commentableAt(tree.text, span.start);
    if (this.#ignores.get(file)?.cover(problem.code, at) === undefined) return false;
    this.problems.push(problem);
    return true;
  }
}
