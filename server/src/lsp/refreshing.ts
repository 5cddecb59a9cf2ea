import { CodeLensRefreshRequest, type Connection } from "vscode-languageserver";
import type { Client } from "./client.ts";
import { diagnosticsOf, type Surroundings } from "./diagnostics.ts";
import type { Documents } from "./documents.ts";
import type { Drafts } from "./draft/drafts.ts";
import type { KnowledgeBases } from "./knowledge/knowledge-bases.ts";
import type { KnowledgeFiles } from "./knowledge/knowledge-files.ts";
import type { Scheduler } from "./scheduler.ts";
import { traceOf } from "./warnings.ts";

/** How long a client that cannot pull waits for findings after a keystroke, in milliseconds. */
const PUSH_DELAY = 120;
/** How long drafts must be at rest before mentions are counted anew, in milliseconds. */
const MENTIONS_DELAY = 1000;

/** What it takes to tell a client that what it shows is old. */
export interface Showing {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: Documents;
  readonly drafts: Drafts;
  readonly bases: KnowledgeBases;
  readonly knowledgeFiles: KnowledgeFiles;
  readonly around: Surroundings;
  readonly scheduler: Scheduler;
}

/** Brings up to date what a client shows: it is asked to pull anew, or is sent what is new. */
export class Refresher {
  constructor(private readonly showing: Showing) {}

  /** All that depends on what is known. */
  async all(drafts: readonly string[]): Promise<void> {
    const { connection, client } = this.showing;
    await this.diagnose(drafts);
    if (drafts.length === 0) return;
    if (client.refreshesLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
    if (client.refreshesTokens) await connection.languages.semanticTokens.refresh();
  }

  /** The findings of drafts. */
  async diagnose(drafts: readonly string[]): Promise<void> {
    const { connection, client } = this.showing;
    if (client.refreshesDiagnostics) await connection.languages.diagnostics.refresh();
    for (const uri of drafts) this.push(uri);
  }

  /** The findings of a draft of which more is known than was told. */
  async grown(uri: string): Promise<void> {
    const { connection, client } = this.showing;
    if (!client.pullsDiagnostics) await this.#publish(uri);
    else if (client.refreshesDiagnostics) await connection.languages.diagnostics.refresh();
  }

  /** The colours of what drafts name. */
  readonly tokens = (): void => {
    const { connection, scheduler } = this.showing;
    scheduler.later("tokens", 0, () => this.#guarded(() => connection.languages.semanticTokens.refresh()));
  };

  /** What is shown within the lines of drafts. */
  readonly hints = (): void => {
    const { connection, scheduler } = this.showing;
    scheduler.later("hints", 0, () => this.#guarded(() => connection.languages.inlayHint.refresh()));
  };

  /** What is shown of mentions beside entries, when the drafts are at rest. */
  mentions(): void {
    const { connection, client, documents, knowledgeFiles, scheduler } = this.showing;
    if (!documents.all().some(({ uri }) => knowledgeFiles.isKnowledge(uri))) return;
    scheduler.later("mentions", MENTIONS_DELAY, () =>
      this.#guarded(async () => {
        if (client.refreshesLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
        if (client.refreshesHints) await connection.languages.inlayHint.refresh();
      }),
    );
  }

  /** The findings of a draft, for a client that cannot pull, when its writer makes a pause. */
  push(uri: string): void {
    const { client, scheduler } = this.showing;
    if (client.pullsDiagnostics) return;
    scheduler.later(`push ${uri}`, PUSH_DELAY, () => this.#guarded(() => this.#publish(uri)));
  }

  async #publish(uri: string): Promise<void> {
    const { connection, documents, drafts, bases, around } = this.showing;
    const snapshot = await drafts.soonest(uri);
    const version = documents.get(uri)?.version;
    if (snapshot === undefined || version === undefined) return;
    const { settings } = await bases.of(uri);
    const diagnostics = diagnosticsOf(snapshot, around, settings.mostFindings);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  #guarded(action: () => Promise<void>): void {
    action().catch((error) => this.showing.connection.console.error(traceOf(error)));
  }
}
