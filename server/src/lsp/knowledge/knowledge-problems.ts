import type { Connection, Diagnostic } from "vscode-languageserver";
import { Lines } from "../../text/lines.ts";
import { problemDiagnostic } from "../diagnostics.ts";
import type { Documents } from "../documents.ts";
import type { Host } from "../host.ts";
import type { Warnings } from "../warnings.ts";
import type { KnowledgeBases } from "./knowledge-bases.ts";
import type { Base } from "./loading.ts";

/** Shows in the client what is wrong with the knowledge bases themselves: each problem in its place of its file. */
export class KnowledgeProblems {
  /** The files about which the client has been told something, and what. */
  readonly #shown = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly warnings: Warnings,
    private readonly documents: Documents,
    private readonly host: Host,
  ) {}

  show(bases: KnowledgeBases): void {
    const byFile = new Map<string, Diagnostic[]>([...this.#shown.keys()].map((file) => [file, []]));
    for (const problem of bases.problems) {
      const { file } = problem.origin;
      const diagnostic = problemDiagnostic(problem, new Lines(bases.files.get(file) ?? ""));
      byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
    }
    for (const [file, diagnostics] of byFile) this.#tell(file, diagnostics);
    for (const base of bases.inUse) this.#warnOfMissing(base);
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
