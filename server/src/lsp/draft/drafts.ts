import type { CancellationToken, Connection } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Report } from "../../checks/check.ts";
import { prepareCompletion } from "../../features/draft/completion.ts";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { effectiveFor, isExcluded } from "../../project/effective.ts";
import type { Trace } from "../../reading/trace.ts";
import { accountsAcross, check, type How, withReports } from "../../service.ts";
import type { Settings } from "../../settings.ts";
import { readDraft } from "../../text/read-draft.ts";
import { type Documents, formatOf, LONGEST_DRAFT } from "../documents.ts";
import type { KnowledgeBases, Serving } from "../knowledge/knowledge-bases.ts";
import { howFor } from "../project/draft-settings.ts";
import type { FolderFiles } from "../project/folder-files.ts";
import type { Scheduler } from "../scheduler.ts";
import { traceOf, type Warnings } from "../warnings.ts";
import type { DraftsTogether } from "./drafts-together.ts";

/** How long after the last keystroke the names are put in order, in milliseconds. */
const NAMES_DELAY = 300;

/** A snapshot being made, and what it is made of: it holds for as long as all of that is the same. */
interface Entry {
  readonly version: number;
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  readonly files: FolderFiles;
  readonly how: How;
  readonly snapshot: Promise<Snapshot | undefined>;
  /** The same with what other drafts tell otherwise, and what that is. */
  whole?: { readonly reports: readonly Report[]; readonly snapshot: Snapshot };
}

/** The open drafts' snapshots: each made once for a version of the text, the knowledge and the settings. */
export class Drafts {
  readonly #entries = new Map<string, Entry>();
  /** The snapshots that were made last: what has not changed since need not be read again. */
  readonly #latest = new Map<string, Snapshot>();

  constructor(
    private readonly connection: Connection,
    private readonly warnings: Warnings,
    private readonly documents: Documents,
    private readonly bases: KnowledgeBases,
    private readonly scheduler: Scheduler,
    private readonly together: DraftsTogether,
  ) {}

  /** The snapshot of the newest text; undefined: no draft of ours, closed meanwhile, or no longer wanted. */
  async current(uri: string, token?: CancellationToken): Promise<Snapshot | undefined> {
    const snapshot = await this.alone(uri, token);
    return snapshot && this.#whole(uri, snapshot);
  }

  /** Whether a snapshot that was given says of other drafts what no longer holds. */
  isOvertaken(uri: string): boolean {
    const whole = this.#entries.get(uri)?.whole;
    return whole !== undefined && whole.reports !== this.together.reports(this.bases.fileOf(uri));
  }

  /** The snapshot as {@link current} gives it, but for what other drafts tell otherwise. */
  async alone(uri: string, token?: CancellationToken): Promise<Snapshot | undefined> {
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
    const snapshot = await this.#make(document, serving, howFor(this.bases, uri, serving), trace);
    return snapshot && { snapshot, trace };
  }

  /** The text is another one now: work on the old one is in vain. */
  outdate(uri: string): void {
    this.scheduler.stop(uri);
  }

  forget(uri: string): void {
    this.scheduler.stop(uri);
    this.#entries.delete(uri);
    this.#latest.delete(uri);
  }

  /** The same object for as long as neither the draft nor what others say of it changes. */
  #whole(uri: string, alone: Snapshot): Snapshot {
    const entry = this.#entries.get(uri);
    const reports = this.together.reports(this.bases.fileOf(uri));
    if (entry === undefined) return alone;
    if (entry.whole === undefined || entry.whole.reports !== reports)
      entry.whole = { reports, snapshot: withReports(alone, reports, entry.how) };
    return entry.whole.snapshot;
  }

  #entryOf(document: TextDocument, serving: Serving): Entry {
    const { uri, version } = document;
    const { knowledge, files } = serving;
    const settings = this.bases.settingsOf(uri, serving);
    const known = this.#entries.get(uri);
    const isSame = known?.knowledge === knowledge && known.settings === settings && known.files === files;
    if (isSame && known.version === version) return known;
    const how = howFor(this.bases, uri, serving);
    const snapshot = this.#make(document, serving, how);
    const entry = { version, knowledge, settings, files, how, snapshot };
    this.#entries.set(uri, entry);
    void snapshot.then((made) => {
      if (made === undefined || this.#entries.get(uri) !== entry) return;
      this.#latest.set(uri, made);
      const { accounts } = accountsAcross(made, how);
      this.together.set(this.bases.fileOf(uri), serving.folder, knowledge, accounts);
    }, ignoreHere);
    return entry;
  }

  async #make(
    document: TextDocument,
    { knowledge, files: { project } }: Serving,
    how: How,
    trace?: Trace,
  ): Promise<Snapshot | undefined> {
    const { uri } = document;
    const wanted = effectiveFor(this.bases.pathOf(uri), project?.file).format?.value;
    const { connection } = this;
    // How a text is read is explained from its first word on.
    const earlier = trace === undefined ? this.#latest.get(uri) : undefined;
    // Nobody should wait for the list of names, which takes some time where there are many.
    this.scheduler.later("names", NAMES_DELAY, () => prepareCompletion(knowledge));
    return this.scheduler.drive(trace === undefined ? uri : `explain ${uri}`, snapshot());

    function* snapshot() {
      const format = wanted ?? formatOf(document)!;
      const draft = readDraft({ uri, text: document.getText(), format }, earlier?.draft);
      yield;
      return yield* check(draft, knowledge, {
        ...how,
        trace,
        earlier,
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

/** A failure is told to whoever waits for the snapshot. */
function ignoreHere(): void {}
