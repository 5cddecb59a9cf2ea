import type { CancellationToken, Connection } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import { recordedIn } from "../../ignoring/ignore-file.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { check } from "../../service.ts";
import type { Settings } from "../../settings.ts";
import { readDraft } from "../../text/read-draft.ts";
import { type Documents, formatOf, LONGEST_DRAFT } from "../documents.ts";
import type { KnowledgeBases, Serving } from "../knowledge/knowledge-bases.ts";
import type { Scheduler } from "../scheduler.ts";
import { traceOf, type Warnings } from "../warnings.ts";
import type { ServingIgnores } from "./ignore-file.ts";

/** A snapshot being made, and what it is made of: it holds for as long as all of that is the same. */
interface Entry {
  readonly version: number;
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  readonly ignores: ServingIgnores | undefined;
  readonly snapshot: Promise<Snapshot | undefined>;
}

/** The open drafts' snapshots: each made once for a version of the text, the knowledge and the settings. */
export class Drafts {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly connection: Connection,
    private readonly warnings: Warnings,
    private readonly documents: Documents,
    private readonly bases: KnowledgeBases,
    private readonly scheduler: Scheduler,
  ) {}

  /** The snapshot of the newest text; undefined: no draft of ours, closed meanwhile, or no longer wanted. */
  async current(uri: string, token?: CancellationToken): Promise<Snapshot | undefined> {
    while (token?.isCancellationRequested !== true) {
      const document = this.documents.get(uri);
      if (document === undefined || !this.#isChecked(document)) return undefined;
      const { version } = document;
      const serving = await this.bases.of(uri);
      if (this.documents.get(uri)?.version !== version) continue;
      if (this.bases.isFact(uri, serving)) return undefined;
      const entry = this.#entryOf(document, serving);
      const snapshot = await entry.snapshot;
      if (this.documents.get(uri)?.version !== version) continue;
      if (snapshot !== undefined || this.#entries.get(uri) === entry) return snapshot;
    }
    return undefined;
  }

  /** The text is another one now: work on the old one is in vain. */
  outdate(uri: string): void {
    this.scheduler.stop(uri);
  }

  forget(uri: string): void {
    this.scheduler.stop(uri);
    this.#entries.delete(uri);
  }

  #entryOf(document: TextDocument, serving: Serving): Entry {
    const { uri, version } = document;
    const { knowledge, settings, ignores } = serving;
    const known = this.#entries.get(uri);
    const isSame = known?.knowledge === knowledge && known.settings === settings && known.ignores === ignores;
    if (isSame && known.version === version) return known;
    const entry = { version, knowledge, settings, ignores, snapshot: this.#make(document, serving) };
    this.#entries.set(uri, entry);
    return entry;
  }

  async #make(
    document: TextDocument,
    { knowledge, settings, ignores }: Serving,
  ): Promise<Snapshot | undefined> {
    const { uri } = document;
    const recorded = ignores && recordedIn(ignores.ignores, this.bases.fileOf(uri));
    const { connection } = this;
    return this.scheduler.drive(uri, snapshot());

    function* snapshot() {
      const draft = readDraft({ uri, text: document.getText(), format: formatOf(document)! });
      yield;
      return yield* check(draft, knowledge, {
        settings,
        recorded,
        onCrash: (check, error) =>
          connection.console.error(`The check ${check.id} failed on ${uri}: ${traceOf(error)}`),
      });
    }
  }

  /** A text that is too long is not passed over in silence. */
  #isChecked(document: TextDocument): boolean {
    if (formatOf(document) === undefined) return false;
    if (document.getText().length <= LONGEST_DRAFT) return true;
    const limit = `${LONGEST_DRAFT / 1_000_000} million characters`;
    this.warnings.tell(`This draft is not checked: it is longer than ${limit}. Divide it: ${document.uri}`);
    return false;
  }
}
