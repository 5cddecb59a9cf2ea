import type { Knowledge, Problem } from "../knowledge-base/knowledge.ts";
import { loadKnowledge } from "../knowledge-base/load.ts";
import { mergeKnowledge } from "../knowledge-base/merge.ts";
import { Lines } from "../text/lines.ts";
import { readText } from "./disk.ts";
import { frame, placeOf } from "./frame.ts";
import { knowledgeAround, readKnowledgeFiles } from "./knowledge-files.ts";
import type { Output } from "./output.ts";
import type { Trouble } from "./trouble.ts";

export interface LibraryOptions {
  /** What `--knowledge` names; where it names something, nothing else is looked for. */
  readonly named: readonly string[];
  /** The folder of the knowledge base that serves where there is no other. */
  readonly bundled: string;
  readonly trouble: Trouble;
  /** Where the problems of knowledge bases are shown. */
  readonly errors: Output;
}

const MOST_PROBLEMS = 20;

/** The knowledge bases of a run: finds those that hold for a draft, and loads each but once. */
export class Library {
  readonly #options: LibraryOptions;
  readonly #bases = new Map<string, Knowledge | undefined>();
  readonly #sets = new Map<string, Knowledge>();

  constructor(options: LibraryOptions) {
    this.#options = options;
  }

  /** What drafts were checked against so far, in the order of first use. */
  get used(): readonly Knowledge[] {
    return [...this.#sets.values()];
  }

  /** All that a draft is held against. Of several knowledge bases, the nearest to the draft wins. */
  knowledgeFor(draft: string): Knowledge {
    const { named, bundled } = this.#options;
    const found = named.length > 0 ? named : knowledgeAround(draft);
    const paths = found.length > 0 ? found : [bundled];
    const key = paths.join("\n");
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const knowledge = mergeKnowledge(
      paths.map((path) => this.#base(path)).filter((base) => base !== undefined),
    );
    this.#sets.set(key, knowledge);
    return knowledge;
  }

  #base(path: string): Knowledge | undefined {
    if (!this.#bases.has(path)) this.#bases.set(path, this.#load(path));
    return this.#bases.get(path);
  }

  #load(path: string): Knowledge | undefined {
    const files = readKnowledgeFiles(path, this.#options.trouble);
    if (files.length === 0) return undefined;
    const { knowledge, problems } = loadKnowledge(files, { readText });
    const texts = new Map(files.map(({ file, text }) => [file, text]));
    for (const problem of problems.slice(0, MOST_PROBLEMS)) this.#tell(problem, texts);
    const more = problems.length - MOST_PROBLEMS;
    if (more > 0) this.#options.trouble.fail(`${path}: … and ${more} more problems.`);
    return knowledge;
  }

  /** A problem as file:line:column, code and message, with the place in the file. */
  #tell({ code, severity, message, origin }: Problem, texts: ReadonlyMap<string, string>): void {
    const { trouble, errors } = this.#options;
    const lines = new Lines(texts.get(origin.file) ?? "");
    const { line, column } = placeOf(lines, origin.span);
    const told = `${origin.file}:${line}:${column} ${code} ${message}`;
    const details = frame(lines, origin.span, errors);
    if (severity === "error") trouble.fail(told, details);
    else trouble.note(told, details);
  }
}
