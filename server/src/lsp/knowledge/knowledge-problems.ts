import { type Connection, type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Problem } from "../../knowledge-base/problems.ts";
import { Lines } from "../../text/lines.ts";
import { problemDiagnostic, SOURCE, type Surroundings } from "../diagnostics.ts";
import type { Documents } from "../documents.ts";
import type { Host } from "../host.ts";
import type { Scheduler } from "../scheduler.ts";
import { traceOf, type Warnings } from "../warnings.ts";
import type { KnowledgeBases } from "./knowledge-bases.ts";
import { problemsOf, problemsSoFar } from "./linting.ts";
import type { Base } from "./loading.ts";

/** How long the facts must be at rest before the linter looks at them, in milliseconds: it goes through all of them. */
const LINT_DELAY = 300;
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

  /** What loading brought, at once; what the linter says, when the facts are at rest. */
  show(bases: KnowledgeBases): void {
    this.#tellAll(bases, problemsSoFar);
    for (const base of bases.inUse) this.#warnOfMissing(base);
    this.scheduler.later("lint", LINT_DELAY, () =>
      this.#tellAll(bases, (base) => (this.#isOurs(base) ? this.problemsOf(base) : base.problems)),
    );
  }

  /** All that is wrong with a knowledge base, now. */
  problemsOf(base: Base): readonly Problem[] {
    return problemsOf(base, (rule, error) =>
      this.connection.console.error(`The rule ${rule} failed on ${base.place}: ${traceOf(error)}`),
    );
  }

  /** What comes with the extension is not the user's to mend. */
  #isOurs({ place }: Base): boolean {
    return place !== this.host.bundled;
  }

  #tellAll(bases: KnowledgeBases, problems: (base: Base) => readonly Problem[]): void {
    const byFile = new Map<string, Diagnostic[]>([...this.#shown.keys()].map((file) => [file, []]));
    const lines = new Map<string, Lines>();
    for (const base of bases.inUse) {
      for (const problem of problems(base)) {
        const { file } = problem.origin;
        const linesOf = lines.get(file) ?? new Lines(bases.files.get(file) ?? "");
        lines.set(file, linesOf);
        const diagnostics = byFile.get(file) ?? [];
        byFile.set(file, diagnostics);
        diagnostics.push(problemDiagnostic(problem, linesOf, this.around));
      }
    }
    for (const [file, diagnostics] of byFile) this.#tell(file, capped(diagnostics));
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

/** The gravest first; how many are left out is said, at the head of the file. */
function capped(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (diagnostics.length <= MOST_SHOWN) return [...diagnostics];
  const gravest = [...diagnostics].sort((a, b) => (a.severity ?? 1) - (b.severity ?? 1));
  const start = { line: 0, character: 0 };
  const more = `${diagnostics.length - MOST_SHOWN} more problems of this file are not shown.`;
  const note = {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    message: more,
  };
  return [note, ...gravest.slice(0, MOST_SHOWN)];
}
