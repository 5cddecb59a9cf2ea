import {
  CancellationTokenSource,
  type Diagnostic,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { type LanguageClient, uriOf } from "../support/language-client.ts";

/** Keeps asking for the findings of the whole workspace, as VS Code does, and knows the latest answer for each draft. */
export class WorkspaceWatch {
  readonly reports = new Map<string, WorkspaceDocumentDiagnosticReport>();
  readonly #source = new CancellationTokenSource();
  readonly ended: Promise<WorkspaceDiagnosticReport | undefined>;

  constructor(
    private readonly client: LanguageClient,
    partial = true,
    previousResultIds: readonly { uri: string; value: string }[] = [],
  ) {
    const partialResultToken = `workspace-${Math.random()}`;
    client.connection.onProgress(
      WorkspaceDiagnosticRequest.partialResult,
      partialResultToken,
      ({ items }: WorkspaceDiagnosticReportPartialResult) => this.#take(items),
    );
    const params = { previousResultIds, ...(partial && { partialResultToken }) };
    const asked = client.connection.sendRequest<WorkspaceDiagnosticReport>(
      "workspace/diagnostic",
      params,
      this.#source.token,
    );
    this.ended = asked.then(
      (report) => {
        this.#take(report.items);
        return report;
      },
      () => undefined,
    );
  }

  /** What was found in a draft, as far as the server has told. */
  of(path: string): readonly Diagnostic[] | undefined {
    const report = this.reports.get(uriOf(path));
    return report?.kind === "full" ? report.items : undefined;
  }

  /** Waits until so much is found in a draft. */
  findings(path: string, count: number): Promise<readonly Diagnostic[]> {
    return this.client.until(() => {
      const found = this.of(path);
      return found?.length === count && found;
    }) as Promise<readonly Diagnostic[]>;
  }

  cancel(): void {
    this.#source.cancel();
  }

  #take(items: readonly WorkspaceDocumentDiagnosticReport[]): void {
    for (const item of items) this.reports.set(item.uri, item);
  }
}
