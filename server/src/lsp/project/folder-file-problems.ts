import { type Connection, type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { Lines } from "../../text/lines.ts";
import { rangeOf } from "../convert.ts";
import { problemDiagnostic, SOURCE, type Surroundings } from "../diagnostics.ts";
import type { FolderFiles } from "./folder-files.ts";

/** Shows in the client what is wrong with project files and ignore files: each problem in its place. */
export class FolderFileProblems {
  #shown = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly around: Surroundings,
  ) {}

  show(all: readonly FolderFiles[]): void {
    const found = new Map(all.flatMap((files) => this.#diagnosticsOf(files)));
    for (const uri of this.#shown) if (!found.has(uri)) found.set(uri, []);
    this.#shown = new Set();
    for (const [uri, diagnostics] of found) {
      if (diagnostics.length > 0) this.#shown.add(uri);
      void this.connection.sendDiagnostics({ uri, diagnostics });
    }
  }

  #diagnosticsOf({ project, ignores }: FolderFiles): [string, Diagnostic[]][] {
    const all: [string, Diagnostic[]][] = [];
    if (project !== undefined) {
      const lines = new Lines(project.text);
      const { file, problems } = project.file;
      all.push([file, problems.map((problem) => problemDiagnostic(problem, lines, this.around))]);
    }
    if (ignores !== undefined) {
      const lines = new Lines(ignores.text);
      const { file, problems } = ignores.file;
      const severity = DiagnosticSeverity.Error;
      all.push([
        file,
        problems.map(({ message, span }) => ({
          range: rangeOf(lines, span),
          message,
          severity,
          source: SOURCE,
        })),
      ]);
    }
    return all;
  }
}
