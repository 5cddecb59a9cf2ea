import type { Connection, Diagnostic } from "vscode-languageserver";
import type { Problem } from "../../knowledge-base/problems.ts";
import { finish } from "../../service.ts";
import { capped } from "../cap.ts";
import { problemDiagnostic, SOURCE, type Surroundings } from "../diagnostics.ts";
import type { Documents } from "../documents.ts";
import type { Host } from "../host.ts";
import type { Scheduler } from "../scheduler.ts";
import { traceOf, type Warnings } from "../warnings.ts";
import type { KnowledgeBases } from "./knowledge-bases.ts";
import { problemsOf, problemsSoFar } from "./linting.ts";
import type { Base } from "./loading.ts";

/** How long the facts of a large knowledge base must be at rest before the linter goes through them, in milliseconds. */
const LINT_DELAY = 300;
/** Up to this size, in characters, the linter takes no time that could be felt, so that its remarks need not flicker. */
const SMALL = 300_000;
const LINT = "lint";
/** Problems shown of one file: an editor grows slow with thousands. */
const MOST_SHOWN = 500;

/** Shows in the client what is wrong with the knowledge bases themselves: each problem in its place of its file. */
export class KnowledgeProblems {
  /** The files about which the client has been told something, and what. */
  readonly #shown = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly warnings: Warnings,
    private readonly documents: Documents,
    private readonly host: Host,
    private readonly around: Surroundings,
    private readonly scheduler: Scheduler,
  ) {}

  /** All of small knowledge bases at once; of others first what loading brought, the rest when the facts are at rest. */
  show(bases: KnowledgeBases): void {
    for (const base of bases.inUse) if (this.#isOurs(base) && isSmall(base)) finish(this.#linting(base));
    this.#tellAll(bases);
    for (const base of bases.inUse) this.#warnOfMissing(base);
    this.scheduler.later(LINT, LINT_DELAY, () => {
      this.#lint(bases).catch((error) => this.connection.console.error(traceOf(error)));
    });
  }

  /** All that is wrong with a knowledge base; undefined where it was overtaken by a newer question for the same. */
  problemsOf(base: Base): Promise<readonly Problem[] | undefined> {
    return this.scheduler.drive(`${LINT} ${base.place}`, this.#linting(base));
  }

  #linting(base: Base): Generator<undefined, readonly Problem[], undefined> {
    return problemsOf(base, (rule, error) =>
      this.connection.console.error(`The rule ${rule} failed on ${base.place}: ${traceOf(error)}`),
    );
  }

  async #lint(bases: KnowledgeBases): Promise<void> {
    const ours = bases.inUse.filter((base) => this.#isOurs(base));
    const aside = (base: Base) => this.scheduler.driveAside(`${LINT} ${base.place}`, this.#linting(base));
    await Promise.all(ours.map(aside));
    this.#tellAll(bases);
  }

  /** What comes with the extension is not the user's to mend. */
  #isOurs({ place }: Base): boolean {
    return place !== this.host.bundled;
  }

  #tellAll(bases: KnowledgeBases): void {
    const byFile = new Map<string, Diagnostic[]>([...this.#shown.keys()].map((file) => [file, []]));
    // A knowledge base that serves twice, alone and after another, has most of its problems twice.
    const told = new Set<string>();
    const { files } = bases;
    for (const base of bases.inUse) {
      for (const problem of problemsSoFar(base)) {
        const { file, span } = problem.origin;
        const key = `${file} ${span.start} ${problem.code} ${problem.message}`;
        if (told.has(key)) continue;
        told.add(key);
        const lines = bases.linesOf(file, files.get(file) ?? "");
        const diagnostics = byFile.get(file) ?? [];
        byFile.set(file, diagnostics);
        diagnostics.push(problemDiagnostic(problem, lines, this.around));
      }
    }
    for (const [file, diagnostics] of byFile) {
      const { shown, notes } = capped(diagnostics, MOST_SHOWN, notShown);
      this.#tell(file, [...notes, ...shown]);
    }
  }

  #warnOfMissing({ place, files }: Base): void {
    if ([...files.values()].every((text) => text === undefined))
      this.warnings.tell(`A knowledge base is not there, or has no YAML file: ${place}`);
  }

  #tell(file: string, diagnostics: Diagnostic[]): void {
    const content = JSON.stringify(diagnostics);
    if (this.#shown.get(file) === content) return;
    if (diagnostics.length === 0) this.#shown.delete(file);
    else this.#shown.set(file, content);
    const open = this.documents.all().find((document) => this.host.canonical(document.uri) === file);
    void this.connection.sendDiagnostics({ uri: open?.uri ?? file, diagnostics });
  }
}

function isSmall({ files }: Base): boolean {
  let size = 0;
  for (const text of files.values()) size += text?.length ?? 0;
  return size <= SMALL;
}

function notShown(more: number): Pick<Diagnostic, "message" | "source"> {
  return { source: SOURCE, message: `${more} more problems of this file are not shown.` };
}
