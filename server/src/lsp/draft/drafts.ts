import type { CancellationToken, Connection } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import { recordedIn } from "../../ignoring/ignore-file.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { effectiveFor, isExcluded } from "../../project/effective.ts";
import type { Trace } from "../../reading/trace.ts";
import { check } from "../../service.ts";
import type { Settings } from "../../settings.ts";
import { readDraft } from "../../text/read-draft.ts";
import { type Documents, formatOf, LONGEST_DRAFT } from "../documents.ts";
import type { KnowledgeBases, Serving } from "../knowledge/knowledge-bases.ts";
import type { FolderFiles } from "../project/folder-files.ts";
import type { Scheduler } from "../scheduler.ts";
import { traceOf, type Warnings } from "../warnings.ts";

/** A snapshot being made, and what it is made of: it holds for as long as all of that is the same. */
interface Entry {
  readonly version: number;
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  readonly files: FolderFiles;
  readonly snapshot: Promise<Snapshot | undefined>;
}

/** The open drafts' snapshots: each made once for a version of the text, the knowledge and the settings. */
export class Drafts {
  readonly #entries = new Map<string, Entry>();
  /** By draft the last one made, of whatever version: of the next text only what differs from it is read. */
  readonly #made = new Map<string, Snapshot>();

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
      const isNone = isExcluded(this.bases.pathOf(uri), serving.files.project?.file);
      if (isNone || this.bases.isFact(uri, serving)) return undefined;
      const entry = this.#entryOf(document, serving);
      const snapshot = await entry.snapshot;
      if (this.documents.get(uri)?.version !== version) continue;
      if (snapshot !== undefined || this.#entries.get(uri) === entry) return snapshot;
    }
    return undefined;
  }

  /** The snapshot of the newest text, read once more with a trace of how; undefined as for {@link current}. */
  async traced(uri: string): Promise<{ readonly snapshot: Snapshot; readonly trace: Trace } | undefined> {
    if ((await this.current(uri)) === undefined) return undefined;
    const document = this.documents.get(uri);
    if (document === undefined) return undefined;
    const serving = await this.bases.of(uri);
    const trace: Trace = { cues: [] };
    const snapshot = await this.#make(document, serving, this.bases.settingsOf(uri, serving), trace);
    return snapshot && { snapshot, trace };
  }

  /** The text is another one now: work on the old one is in vain. */
  outdate(uri: string): void {
    this.scheduler.stop(uri);
  }

  forget(uri: string): void {
    this.scheduler.stop(uri);
    this.#entries.delete(uri);
    this.#made.delete(uri);
  }

  #entryOf(document: TextDocument, serving: Serving): Entry {
    const { uri, version } = document;
    const { knowledge, files } = serving;
    const settings = this.bases.settingsOf(uri, serving);
    const known = this.#entries.get(uri);
    const isSame = known?.knowledge === knowledge && known.settings === settings && known.files === files;
    if (isSame && known.version === version) return known;
    const snapshot = this.#make(document, serving, settings);
    const entry = { version, knowledge, settings, files, snapshot };
    this.#entries.set(uri, entry);
    return entry;
  }

  async #make(
    document: TextDocument,
    { knowledge, files: { project, ignores } }: Serving,
    settings: Settings,
    trace?: Trace,
  ): Promise<Snapshot | undefined> {
    const { uri } = document;
    const recorded = ignores && recordedIn(ignores.file, this.bases.fileOf(uri));
    const wanted = effectiveFor(this.bases.pathOf(uri), project?.file).format?.value;
    const { connection } = this;
    const earlier = trace === undefined ? this.#made.get(uri) : undefined;
    const made = await this.scheduler.drive(trace === undefined ? uri : `explain ${uri}`, snapshot());
    if (made !== undefined && trace === undefined && this.documents.get(uri) !== undefined)
      this.#made.set(uri, made);
    return made;

    function* snapshot() {
      const input = { uri, text: document.getText(), format: wanted ?? formatOf(document)! };
      const draft = readDraft(input, earlier?.draft);
      yield;
      return yield* check(draft, knowledge, {
        settings,
        recorded,
        earlier,
        ...(trace && { trace }),
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
