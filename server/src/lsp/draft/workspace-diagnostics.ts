import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { contentHash } from "../../knowledge-base/content-hash.ts";
import { capped } from "../cap.ts";
import type { Client } from "../client.ts";
import { findingsNotShown, type Surroundings } from "../diagnostics.ts";
import type { Documents } from "../documents.ts";
import type { Host } from "../host.ts";
import type { DraftIndex, IndexedDraft } from "./draft-index.ts";
import type { DraftsTogether } from "./drafts-together.ts";
import { diagnosticsOfKept } from "./kept-draft.ts";

/**
 * Up to so many drafts are checked without being open unless somebody says otherwise. Who edits a folder wants to see what
 * is wrong in it; in a vault of thousands of notes nobody asked for thousands of findings.
 */
export const MOST_UNASKED = 500;
/** Reports in one message to the client. */
const CHUNK = 100;

/** A client's question that is kept open: what it was told so far, and how it is told more. */
interface Asked {
  /** Result ids by draft. */
  readonly known: Map<string, string>;
  readonly tell: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;
  answer(items: WorkspaceDocumentDiagnosticReport[]): void;
  fail(error: ResponseError<unknown>): void;
}

/** What works with the findings of all drafts. */
interface Around {
  readonly connection: Connection;
  readonly client: Client;
  readonly host: Host;
  readonly documents: Documents;
  readonly together: DraftsTogether;
  readonly surroundings: Surroundings;
  log(message: string): void;
}

/** Shows the findings of drafts that are not open: to a client that asks for them, by answering; to others, by sending them. */
export class WorkspaceDiagnostics {
  #asked: Asked | undefined;
  /** A client that asked once does so again. */
  #asks = false;
  readonly #sent = new Map<string, string>();
  /** Drafts of which the client must hear, whatever it knows: they were closed, and it shows what it was told last. */
  readonly #owed = new Set<string>();
  #all = false;
  #warned = false;
  /** Result ids, by what they are of, and what others told otherwise then. */
  readonly #ids = new WeakMap<IndexedDraft, { readonly reports: unknown; readonly id: string }>();

  constructor(
    private readonly around: Around,
    private readonly index: DraftIndex,
  ) {}

  /** From now on everything is shown, whatever the settings say: the user asked for it. */
  showAll(): void {
    this.#all = true;
  }

  get showsAll(): boolean {
    return this.#all;
  }

  /** Answers with what is new to the client; as long as nothing is, it waits. */
  pull(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    tell: Asked["tell"],
  ): Promise<WorkspaceDiagnosticReport> {
    this.#asks = true;
    // What was sent unasked would stand there twice.
    for (const uri of this.#sent.keys()) this.#send(uri, []);
    this.#sent.clear();
    this.#asked?.answer([]);
    return new Promise((resolve, reject) => {
      const known = new Map(
        previousResultIds.map(({ uri, value }) => [this.around.host.canonical(uri), value]),
      );
      const end = () => {
        if (this.#asked === asked) this.#asked = undefined;
      };
      const asked: Asked = {
        known,
        tell,
        answer: (items) => {
          end();
          resolve({ items });
        },
        fail: (error) => {
          end();
          reject(error);
        },
      };
      this.#asked = asked;
      const retriggerRequest = false;
      token.onCancellationRequested(() =>
        asked.fail(new ResponseError(LSPErrorCodes.ServerCancelled, "cancelled", { retriggerRequest })),
      );
      this.flush();
    });
  }

  /** A draft was closed: the client shows what it was told of it when it was open. */
  owe(uri: string): void {
    if (this.#asks) this.#owed.add(this.around.host.canonical(uri));
  }

  /** A draft was opened; what was sent of it unasked is in the way of what it is asked for now. */
  opened(uri: string): void {
    const file = this.around.host.canonical(uri);
    this.#owed.delete(file);
    if (this.#sent.delete(file) && this.around.client.pullsDiagnostics) this.#send(file, []);
  }

  /** Tells the client what it does not know yet. */
  flush(): void {
    if (this.#asks) this.#answer();
    else if (!this.index.isBuilding) this.#push();
  }

  dispose(): void {
    this.#asked?.answer([]);
  }

  /** The findings of a draft that was read without being open; undefined: it was not, or they are not to be shown. */
  of(uri: string): { readonly id: string; readonly items: readonly Diagnostic[] } | undefined {
    const file = this.around.host.canonical(uri);
    const entry = this.index.entries.get(file);
    if (entry === undefined || !this.#isShown()(entry)) return undefined;
    return { id: this.#idOf(file, entry), items: this.#shown(file, entry) };
  }

  /** The findings of every draft that was read, those of open ones as they stand. */
  *everything(): Generator<{ readonly uri: string; readonly items: readonly Diagnostic[] }> {
    for (const [uri, entry] of this.index.entries) yield { uri, items: this.#items(uri, entry) };
  }

  #answer(): void {
    const asked = this.#asked;
    if (asked === undefined) return;
    if (asked.tell === undefined) {
      const items = this.index.isBuilding ? [] : this.#news(asked.known);
      if (items.length > 0) asked.answer(items);
      return;
    }
    const items = this.#news(asked.known);
    for (let i = 0; i < items.length; i += CHUNK) asked.tell.report({ items: items.slice(i, i + CHUNK) });
  }

  /** What differs from what is known, which it becomes by this. */
  #news(known: Map<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const news: WorkspaceDocumentDiagnosticReport[] = [];
    const isShown = this.#isShown();
    for (const [uri, entry] of this.index.entries) {
      if (!isShown(entry)) continue;
      const id = this.#idOf(uri, entry);
      if ((known.get(uri) ?? "") === id && !this.#owed.has(uri)) continue;
      if (id === "") known.delete(uri);
      else known.set(uri, id);
      news.push(full(uri, entry.version ?? null, this.#shown(uri, entry), id || undefined));
    }
    for (const uri of [...known.keys(), ...this.#owed]) {
      const entry = this.index.entries.get(uri);
      if (entry !== undefined ? isShown(entry) : this.#isAhead(uri)) continue;
      if (known.delete(uri) || this.#owed.has(uri)) news.push(full(uri, null, []));
    }
    this.#owed.clear();
    return news;
  }

  /** Whether a draft may yet come up, while the index is being made. */
  #isAhead(uri: string): boolean {
    return !this.index.isCurrent && !this.#owed.has(uri);
  }

  #push(): void {
    const isShown = this.#isShown();
    const open = new Set(this.around.documents.all().map(({ uri }) => this.around.host.canonical(uri)));
    const gone = new Set(this.#sent.keys());
    for (const [uri, entry] of this.index.entries) {
      if (open.has(uri) || !isShown(entry)) continue;
      gone.delete(uri);
      const id = this.#idOf(uri, entry);
      if ((this.#sent.get(uri) ?? "") === id) continue;
      if (id === "") this.#sent.delete(uri);
      else this.#sent.set(uri, id);
      this.#send(uri, this.#shown(uri, entry));
    }
    for (const uri of gone) {
      this.#sent.delete(uri);
      if (!open.has(uri)) this.#send(uri, []);
    }
  }

  #send(uri: string, diagnostics: readonly Diagnostic[]): void {
    void this.around.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  }

  #isShown(): (entry: IndexedDraft) => boolean {
    const isMuch = this.index.total > MOST_UNASKED;
    if (this.#all) return () => true;
    return ({ serving: { settings } }) => {
      const wanted = settings.workspaceDiagnostics;
      if (wanted === "auto" && isMuch) this.#warn();
      return wanted === "always" || (wanted === "auto" && !isMuch);
    };
  }

  #warn(): void {
    if (this.#warned) return;
    this.#warned = true;
    this.around.log(
      `There are more than ${MOST_UNASKED} drafts, so the findings of those that are not open are not shown, unless the setting aideMemoire.workspaceDiagnostics is “always” or the workspace is checked by the command.`,
    );
  }

  #shown(uri: string, entry: IndexedDraft): readonly Diagnostic[] {
    const { mostFindings } = entry.serving.settings;
    const { shown, notes } = capped(this.#items(uri, entry), mostFindings, findingsNotShown);
    return [...notes, ...shown];
  }

  #items(uri: string, { kept, how }: IndexedDraft): readonly Diagnostic[] {
    return diagnosticsOfKept(kept, this.around.together.reports(uri), how, this.around.surroundings);
  }

  /** Another one when the draft has other findings; empty where it has none. */
  #idOf(uri: string, entry: IndexedDraft): string {
    const reports = this.around.together.reports(uri);
    const known = this.#ids.get(entry);
    if (known?.reports === reports) return known.id;
    const items = this.#items(uri, entry);
    const id = items.length === 0 ? "" : contentHash([JSON.stringify(items)]);
    this.#ids.set(entry, { reports, id });
    return id;
  }
}

function full(
  uri: string,
  version: number | null,
  items: readonly Diagnostic[],
  resultId?: string,
): WorkspaceDocumentDiagnosticReport {
  return {
    kind: DocumentDiagnosticReportKind.Full,
    uri,
    version,
    items: [...items],
    ...(resultId !== undefined && { resultId }),
  };
}
