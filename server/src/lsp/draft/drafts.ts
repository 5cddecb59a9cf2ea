import type { CancellationToken, Connection, Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Check, Report } from "../../checks/check.ts";
import { prepareCompletion } from "../../features/draft/completion.ts";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { effectiveFor, isExcluded } from "../../project/effective.ts";
import type { Trace } from "../../reading/trace.ts";
import { accountsAcross, check, type How, tellsOtherwise, withReports } from "../../service.ts";
import type { Settings } from "../../settings.ts";
import { readDraft } from "../../text/read-draft.ts";
import { unlessCancelled } from "../cancelling.ts";
import { type Documents, formatOf, LONGEST_DRAFT } from "../documents.ts";
import type { KnowledgeBases, Serving } from "../knowledge/knowledge-bases.ts";
import { howFor } from "../project/draft-settings.ts";
import type { FolderFiles } from "../project/folder-files.ts";
import type { Scheduler } from "../scheduler.ts";
import { traceOf, type Warnings } from "../warnings.ts";
import type { DraftsTogether } from "./drafts-together.ts";
import { checkInStages } from "./in-stages.ts";

/** How long after the last keystroke the names are put in order, in milliseconds. */
const NAMES_DELAY = 300;

/** How long after the last keystroke a draft is held against others, in milliseconds. */
const ACCOUNTS_DELAY = 200;

/** A snapshot being made, and what it is made of: it holds for as long as all of that is the same. */
interface Entry {
  readonly version: number;
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  readonly files: FolderFiles;
  readonly how: How;
  readonly snapshot: Promise<Snapshot | undefined>;
  /** What is known first: of a long draft that was just opened, its beginning. */
  readonly first: Promise<Snapshot | undefined>;
  /** What is known so far. */
  known?: Snapshot;
  /** The same with what other drafts tell otherwise, and what that is. */
  whole?: { readonly reports: readonly Report[]; readonly snapshot: Snapshot };
}

/** The open drafts' snapshots: each made once for a version of the text, the knowledge and the settings. */
export class Drafts {
  readonly #entries = new Map<string, Entry>();
  /** What was known last: of that which has not changed since, nothing need be read again, and much can be answered. */
  readonly #latest = new Map<string, Snapshot>();

  /** The drafts that have been held against others. */
  readonly #shared = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly warnings: Warnings,
    private readonly documents: Documents,
    private readonly bases: KnowledgeBases,
    private readonly scheduler: Scheduler,
    private readonly together: DraftsTogether,
    /** Hears of a draft of which more is known now than its beginning, about which somebody may have been told. */
    private readonly grown: (uri: string) => void,
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
  alone(uri: string, token?: CancellationToken): Promise<Snapshot | undefined> {
    return this.#ofNewest(uri, token, ({ snapshot }) => snapshot);
  }

  /** As {@link current}; of a long draft that was just opened, what is known by the pages read so far, at least the first. */
  async soonest(uri: string, token?: CancellationToken): Promise<Snapshot | undefined> {
    const snapshot = await this.#ofNewest(uri, token, ({ known, first }) => known ?? first);
    return snapshot && this.#told(uri, snapshot);
  }

  /**
   * As {@link current}, for a question about a place that nobody wants to wait for: while the newest snapshot is being
   * made, one answers that was made of the same text before, or of its beginning if the place is in it.
   */
  async atHand(uri: string, place: Position, token?: CancellationToken): Promise<Snapshot | undefined> {
    const known = await this.#ofNewest(
      uri,
      token,
      (entry) => entry.known ?? this.#ofSameText(uri) ?? entry.first,
    );
    if (known === undefined) return undefined;
    if (known.draft.lines.offsetAt(place) > (known.readTo ?? Infinity)) return this.current(uri, token);
    return this.#told(uri, known);
  }

  /** What is known of the newest text, whatever it was held against. */
  #ofSameText(uri: string): Snapshot | undefined {
    const latest = this.#latest.get(uri);
    return latest?.draft.text === this.documents.get(uri)?.getText() ? latest : undefined;
  }

  /** What is picked of the newest text's entry; undefined as for {@link current}. */
  async #ofNewest(
    uri: string,
    token: CancellationToken | undefined,
    pick: (entry: Entry) => Promise<Snapshot | undefined> | Snapshot,
  ): Promise<Snapshot | undefined> {
    while (token?.isCancellationRequested !== true) {
      const document = this.documents.get(uri);
      if (document === undefined || !this.#isChecked(document)) return undefined;
      const { version } = document;
      const serving = await this.bases.of(uri);
      if (this.documents.get(uri)?.version !== version) continue;
      const isNone = isExcluded(this.bases.pathOf(uri), serving.files.project?.file);
      if (isNone || this.bases.isFact(uri, serving)) return undefined;
      const entry = this.#entryOf(document, serving);
      const snapshot = await unlessCancelled(Promise.resolve(pick(entry)), token);
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
    const snapshot = await this.#make(document, serving, howFor(this.bases, uri, serving), { trace });
    return snapshot && { snapshot, trace };
  }

  /** The text is another one now: work on the old one is in vain. */
  outdate(uri: string): void {
    this.scheduler.stop(uri);
  }

  forget(uri: string): void {
    this.scheduler.stop(uri);
    this.scheduler.stop(accountsOf(uri));
    this.#entries.delete(uri);
    this.#latest.delete(uri);
    this.#shared.delete(uri);
  }

  /** With what other drafts tell otherwise, if it is known of the whole draft as it is now. */
  #told(uri: string, known: Snapshot): Snapshot {
    const isWhole = known.readTo === undefined && known === this.#entries.get(uri)?.known;
    return isWhole ? this.#whole(uri, known) : known;
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
    let begun: (known: Snapshot) => void = () => {};
    const beginning = new Promise<Snapshot>((resolve) => (begun = resolve));
    const hear = (known: Snapshot) => {
      if (this.#entries.get(uri) !== entry) return;
      this.#latest.set(uri, known);
      const isFirst = entry.known === undefined;
      entry.known = known;
      if (isFirst) begun(known);
      else this.grown(uri);
    };
    const snapshot = this.#make(document, serving, how, { hear });
    const first = Promise.race([beginning, snapshot]);
    const entry: Entry = { version, knowledge, settings, files, how, snapshot, first };
    this.#entries.set(uri, entry);
    void snapshot.then((made) => {
      if (made === undefined || this.#entries.get(uri) !== entry) return;
      hear(made);
      if (tellsOtherwise(made) || !this.#shared.has(uri)) return this.#share(made, entry, serving);
      // Where the same is told at other places, others hear of that when the writer pauses.
      this.scheduler.later(accountsOf(uri), ACCOUNTS_DELAY, () => {
        if (this.#entries.get(uri) !== entry) return;
        this.#share(made, entry, serving);
        if (this.isOvertaken(uri)) this.grown(uri);
      });
    }, ignoreHere);
    first.catch(ignoreHere);
    return entry;
  }

  #share(made: Snapshot, { how }: Entry, { folder, knowledge }: Serving): void {
    this.#shared.add(made.draft.uri);
    const { accounts } = accountsAcross(made, how);
    this.together.set(this.bases.fileOf(made.draft.uri), folder, knowledge, accounts);
  }

  async #make(
    document: TextDocument,
    { knowledge, files: { project } }: Serving,
    how: How,
    { trace, hear = () => {} }: { readonly trace?: Trace; readonly hear?: (known: Snapshot) => void },
  ): Promise<Snapshot | undefined> {
    const { uri } = document;
    const wanted = effectiveFor(this.bases.pathOf(uri), project?.file).format?.value;
    const { connection } = this;
    // How a text is read is explained from its first word on.
    const earlier = trace === undefined ? this.#latest.get(uri) : undefined;
    // Nobody should wait for the list of names, which takes some time where there are many.
    this.scheduler.later("names", NAMES_DELAY, () => {
      void this.scheduler.driveAside("names", prepareCompletion(knowledge));
    });
    return this.scheduler.drive(trace === undefined ? uri : `explain ${uri}`, snapshot());

    function* snapshot() {
      const format = wanted ?? formatOf(document)!;
      const draft = readDraft({ uri, text: document.getText(), format }, earlier?.draft);
      yield;
      const onCrash = (check: Check, error: unknown) =>
        connection.console.error(`The check ${check.id} failed on ${uri}: ${traceOf(error)}`);
      const checking = { ...how, trace, earlier, onCrash };
      return yield* trace === undefined
        ? checkInStages(draft, knowledge, checking, hear)
        : check(draft, knowledge, checking);
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

function accountsOf(uri: string): string {
  return `accounts ${uri}`;
}

/** A failure is told to whoever waits for the snapshot. */
function ignoreHere(): void {}
