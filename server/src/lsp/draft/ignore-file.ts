import type { Connection, Diagnostic } from "vscode-languageserver";
import { DiagnosticSeverity } from "vscode-languageserver";
import {
  IGNORE_FILE,
  type IgnoreFile,
  pathFrom,
  readIgnoreFile,
  withIgnore,
} from "../../ignoring/ignore-file.ts";
import { Lines } from "../../text/lines.ts";
import { rangeOf } from "../convert.ts";
import { SOURCE } from "../diagnostics.ts";
import type { Host } from "../host.ts";
import { ASK_REASON, type AskReasonParams, type IgnoreRequest } from "../protocol.ts";
import type { Session } from "../session.ts";

/** An ignore file and its text: the same object for as long as that is the same. */
export interface ServingIgnores {
  readonly text: string;
  readonly ignores: IgnoreFile;
}

export function ignoreFileIn(folder: string): string {
  return `${folder}/${IGNORE_FILE}`;
}

/** The ignore file of a folder; undefined where there is none. */
export async function readIgnores(
  host: Host,
  folder: string,
  older: ServingIgnores | undefined,
): Promise<ServingIgnores | undefined> {
  const file = ignoreFileIn(folder);
  const text = await host.read(file);
  if (text === undefined || text === older?.text) return text === undefined ? undefined : older;
  return { text, ignores: readIgnoreFile(file, text) };
}

/** What is wrong with ignore files, each in its place. */
export class IgnoreFileProblems {
  #shown = new Set<string>();

  constructor(private readonly connection: Connection) {}

  show(all: readonly ServingIgnores[]): void {
    const before = this.#shown;
    this.#shown = new Set();
    for (const { text, ignores } of all) {
      const { file, problems } = ignores;
      if (problems.length === 0 || this.#shown.has(file)) continue;
      this.#shown.add(file);
      const lines = new Lines(text);
      const diagnostics = problems.map(
        ({ message, span }): Diagnostic => ({
          range: rangeOf(lines, span),
          message,
          severity: DiagnosticSeverity.Error,
          source: SOURCE,
        }),
      );
      void this.connection.sendDiagnostics({ uri: file, diagnostics });
    }
    for (const uri of before)
      if (!this.#shown.has(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}

/**
 * Records in the ignore file of a draft's folder that a finding is known, and why, if the client can ask. The file is
 * written at once; one that is open in the editor is edited there.
 */
export async function recordIgnore(
  session: Session,
  connection: Connection,
  host: Host,
  request: IgnoreRequest,
): Promise<void> {
  const { uri, check, fingerprint, words } = request;
  const asked: AskReasonParams = { check, words };
  const reason =
    request.reason ??
    (session.client.canAsk ? await connection.sendRequest<string | null>(ASK_REASON, asked) : "");
  if (reason === null) return;
  const file = ignoreFileIn(session.bases.folderOf(uri));
  const path = pathFrom(file, session.fileOf(uri));
  const entry = { check, fingerprint, file: path, words, reason: reason.trim() === "" ? undefined : reason };
  const old = await host.read(file);
  const text = withIgnore(old ?? "", entry);
  const open = session.versionOf(session.uriOf(file)) !== undefined;
  if (!open && (await host.write(file, text))) {
    session.filesChanged([file]);
    return session.settle();
  }
  const end = new Lines(old ?? "").positionAt(old?.length ?? 0);
  const range = { start: { line: 0, character: 0 }, end };
  const target = session.uriOf(file);
  await connection.workspace.applyEdit({
    documentChanges: [
      ...(old === undefined ? [{ kind: "create" as const, uri: target }] : []),
      {
        textDocument: { uri: target, version: session.versionOf(target) ?? null },
        edits: [{ range, newText: text }],
      },
    ],
  });
}
