import type { CancellationToken, Connection } from "vscode-languageserver";
import type { Knowledge } from "../knowledge-base/knowledge.ts";
import { check, type Snapshot } from "../service.ts";
import type { Settings } from "../settings.ts";
import { readDraft } from "../text/read-draft.ts";
import { type Documents, formatOf, LONGEST_DRAFT } from "./documents.ts";
import type { KnowledgeBases } from "./knowledge-bases.ts";
import type { Scheduler } from "./scheduler.ts";

/** A snapshot being made, and what it is made of: it holds for as long as all of that is the same. */
interface Entry {
  readonly version: number;
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  readonly snapshot: Promise<Snapshot | undefined>;
}

/** The open drafts' snapshots: each made once for a version of the text, the knowledge and the settings. */
export class Drafts {
  readonly #entries = new Map<string, Entry>();
  readonly #tooLong = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
    private readonly bases: KnowledgeBases,
    private readonly scheduler: Scheduler,
  ) {}

  /** The snapshot of the newest text; undefined: no draft of ours, closed meanwhile, or no longer wanted. */
  async current(uri: string, token?: CancellationToken): Promise<Snapshot | undefined> {
    while (token?.isCancellationRequested !== true) {
      const document = this.documents.get(uri);
      if (document === undefined || !this.#isChecked(uri)) return undefined;
      const { knowledge, settings } = await this.bases.of(uri);
      if (this.documents.get(uri)?.version !== document.version) continue;
      const entry = this.#entryOf(uri, document.version, knowledge, settings);
      const snapshot = await entry.snapshot;
      if (snapshot !== undefined && this.#entries.get(uri) === entry) return snapshot;
    }
    return undefined;
  }

  forget(uri: string): void {
    this.scheduler.stop(uri);
    this.#entries.delete(uri);
    this.#tooLong.delete(uri);
  }

  #entryOf(uri: string, version: number, knowledge: Knowledge, settings: Settings): Entry {
    const known = this.#entries.get(uri);
    if (known?.version === version && known.knowledge === knowledge && known.settings === settings)
      return known;
    const entry = { version, knowledge, settings, snapshot: this.#make(uri, knowledge, settings) };
    this.#entries.set(uri, entry);
    return entry;
  }

  async #make(uri: string, knowledge: Knowledge, settings: Settings): Promise<Snapshot | undefined> {
    const document = this.documents.get(uri)!;
    const draft = readDraft({ uri, text: document.getText(), format: formatOf(document)! });
    const onCrash = (check: { readonly id: string }, error: unknown) =>
      this.connection.console.error(`The check ${check.id} failed on ${uri}: ${stackOf(error)}`);
    return this.scheduler.drive(uri, check(draft, knowledge, settings, onCrash));
  }

  /** Says once, rather than being silent, that a text is too long to be checked. */
  #isChecked(uri: string): boolean {
    const document = this.documents.get(uri)!;
    if (formatOf(document) === undefined) return false;
    if (document.getText().length <= LONGEST_DRAFT) return true;
    if (!this.#tooLong.has(uri)) {
      this.#tooLong.add(uri);
      this.connection.window.showWarningMessage(
        `This draft is too long to be checked: more than ${LONGEST_DRAFT / 1_000_000} million characters. Divide it.`,
      );
    }
    return false;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
