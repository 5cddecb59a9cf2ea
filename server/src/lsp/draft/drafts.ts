import type { CancellationToken, Connection, Position } from "vscode-languageserver";
import type { Check, Report } from "../../checks/check.ts";
import { prepareCompletion } from "../../features/draft/completion.ts";
import { knownMeanwhile, type Meanwhile } from "../../features/draft/meanwhile.ts";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { effectiveFor, isExcluded } from "../../project/effective.ts";
import { prepareLists } from "../../reading/lists.ts";
import type { Trace } from "../../reading/trace.ts";
import { accountsAcross, check, type How, tellsOtherwise, withReports } from "../../service.ts";
import type { Settings } from "../../settings.ts";
import { changeBetween } from "../../text/change.ts";
import { readDraft } from "../../text/read-draft.ts";
import { touches } from "../../text/span.ts";
import { unlessCancelled } from "../cancelling.ts";
import { type Documents, formatOf, LONGEST_DRAFT } from "../documents.ts";
import type { KnowledgeBases, Serving } from "../knowledge/knowledge-bases.ts";
import type { OpenDocument } from "../open-document.ts";
import { howFor } from "../project/draft-settings.ts";
import type { FolderFiles } from "../project/folder-files.ts";
import type { Scheduler } from "../scheduler.ts";
import { traceOf, type Warnings } from "../warnings.ts";
import type { DraftsTogether } from "./drafts-together.ts";
import { checkInStages } from "./in-stages.ts";
import { type Hearing, Unfolding } from "./unfolding.ts";

/** How long after the last keystroke the names are put in order, in milliseconds. */
const NAMES_DELAY = 300;

/** How long nobody notices that what is shown is old, in milliseconds. */
const UNNOTICED = 20;

/** How long after the last keystroke a draft is held against others, in milliseconds. */
const ACCOUNTS_DELAY = 200;

/** A snapshot being made, and what it is made of: it holds for as long as all of that is the same. */
interface Entry {
  readonly version: number;
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  readonly files: FolderFiles;
  readonly how: How;
  readonly unfolding: Unfolding;
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
    return this.#ofNewest(uri, token, ({ unfolding }) => unfolding.all);
  }

  /** As {@link current}; of a long draft that was just opened, what is known by the pages read so far, at least the first. */
  async soonest(uri: string, token?: CancellationToken): Promise<Snapshot | undefined> {
    const snapshot = await this.#ofNewest(uri, token, ({ unfolding: { known, first } }) => known ?? first);
    return snapshot && this.#told(uri, snapshot);
  }

  /** As {@link current}; of a long draft that was just opened, what is known as soon as it is read up to a place. */
  async readAt(uri: string, place: Position, token?: CancellationToken): Promise<Snapshot | undefined> {
    const soonest = await this.soonest(uri, token);
    return soonest === undefined || isReadAt(soonest, place) ? soonest : this.current(uri, token);
  }

  /**
   * As {@link current}, for a question about a place that nobody wants to wait for: while the newest snapshot is being
   * made, what is known by then answers, unless the place is where the text has been changed, or is not read at all yet.
   */
  async atHand(uri: string, place: Position, token?: CancellationToken): Promise<Snapshot | undefined> {
    const known = await this.meanwhile(uri, token);
    return known === undefined || isReadAt(known, place) ? known : this.readAt(uri, place, token);
  }

  /** As {@link atHand}, for a question about words that are being typed: the text is the newest, what is known of it may not be. */
  async meanwhile(uri: string, token?: CancellationToken): Promise<Meanwhile | undefined> {
    const known = await this.#ofNewest(uri, token, ({ unfolding }) => this.#soFar(uri, unfolding));
    return known && this.#told(uri, known);
  }

  /**
   * As {@link current}, for what is shown beside the text all the time: where that takes long, what is known by then, and
   * `anew` is called when there is more.
   */
  async shown(uri: string, anew: () => void, token?: CancellationToken): Promise<Snapshot | undefined> {
    const known = await this.#ofNewest(uri, token, async ({ unfolding }) => {
      await Promise.race([unfolding.all, new Promise((resume) => setTimeout(resume, UNNOTICED))]);
      const soFar = await this.#soFar(uri, unfolding);
      if (soFar !== unfolding.known || soFar?.readTo !== undefined) unfolding.whenMore(anew);
      return soFar;
    });
    return known && this.#told(uri, known);
  }

  /** What is known of the newest text by now; as soon as something is. */
  async #soFar(uri: string, unfolding: Unfolding): Promise<Meanwhile | undefined> {
    const known = unfolding.known ?? this.#ofSameText(uri);
    if (known !== undefined) return known;
    if (!this.#latest.has(uri)) return unfolding.first;
    const draft = await Promise.race([unfolding.draft, unfolding.first.then(() => undefined)]);
    const latest = this.#latest.get(uri);
    return unfolding.known ?? (latest && draft && knownMeanwhile(latest, draft));
  }

  /** What is known of the newest text, whatever it was held against. */
  #ofSameText(uri: string): Snapshot | undefined {
    const latest = this.#latest.get(uri);
    const document = this.documents.get(uri);
    if (latest === undefined || document === undefined) return undefined;
    return changeBetween(latest.draft.content, document.content) === undefined ? latest : undefined;
  }

  /** What is picked of the newest text's entry; undefined as for {@link current}. */
  async #ofNewest(
    uri: string,
    token: CancellationToken | undefined,
    pick: (entry: Entry) => Promise<Meanwhile | undefined> | Snapshot,
  ): Promise<Meanwhile | undefined> {
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
    const snapshot = await this.#make(document, serving, howFor(this.bases, uri, serving), NOBODY, trace);
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
  #told(uri: string, known: Meanwhile): Meanwhile {
    const isWhole = known.readTo === undefined && known === this.#entries.get(uri)?.unfolding.known;
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

  #entryOf(document: OpenDocument, serving: Serving): Entry {
    const { uri, version } = document;
    const { knowledge, files } = serving;
    const settings = this.bases.settingsOf(uri, serving);
    const last = this.#entries.get(uri);
    const isSame = last?.knowledge === knowledge && last.settings === settings && last.files === files;
    if (isSame && last.version === version) return last;
    const how = howFor(this.bases, uri, serving);
    const known = (more: Snapshot) => {
      if (this.#entries.get(uri) !== entry) return;
      this.#latest.set(uri, more);
      if (entry.unfolding.grow(more)) this.grown(uri);
    };
    const unfolding = new Unfolding((apart) => this.#make(document, serving, how, { apart, known }));
    const entry: Entry = { version, knowledge, settings, files, how, unfolding };
    this.#entries.set(uri, entry);
    void unfolding.all.then((made) => {
      if (made === undefined || this.#entries.get(uri) !== entry) return;
      known(made);
      if (tellsOtherwise(made) || !this.#shared.has(uri)) return this.#share(made, entry, serving);
      // Where the same is told at other places, others hear of that when the writer pauses.
      this.scheduler.later(accountsOf(uri), ACCOUNTS_DELAY, () => {
        if (this.#entries.get(uri) !== entry) return;
        this.#share(made, entry, serving);
        if (this.isOvertaken(uri)) this.grown(uri);
      });
    }, ignoreHere);
    return entry;
  }

  #share(made: Snapshot, { how }: Entry, { folder, knowledge }: Serving): void {
    this.#shared.add(made.draft.uri);
    const { accounts } = accountsAcross(made, how);
    this.together.set(this.bases.fileOf(made.draft.uri), folder, knowledge, accounts);
  }

  async #make(
    document: OpenDocument,
    { knowledge, files: { project } }: Serving,
    how: How,
    hearing: Hearing,
    trace?: Trace,
  ): Promise<Snapshot | undefined> {
    const { uri } = document;
    const wanted = effectiveFor(this.bases.pathOf(uri), project?.file).format?.value;
    const { connection } = this;
    // What it tells is held against other drafts.
    const isFirst = !this.#shared.has(uri);
    // How a text is read is explained from its first word on.
    const earlier = trace === undefined ? this.#latest.get(uri) : undefined;
    // Nobody should wait for the list of names, which takes some time where there are many.
    this.scheduler.later("names", NAMES_DELAY, () => {
      void this.scheduler.driveAside("names", prepareCompletion(knowledge));
    });
    return this.scheduler.drive(trace === undefined ? uri : `explain ${uri}`, snapshot());

    function* snapshot() {
      const format = wanted ?? formatOf(document)!;
      const input = { uri, text: document.content, format };
      const onCrash = (check: Check, error: unknown) =>
        connection.console.error(`The check ${check.id} failed on ${uri}: ${traceOf(error)}`);
      const checking = { ...how, trace, earlier, onCrash };
      const made = yield* trace === undefined
        ? checkInStages(input, knowledge, checking, hearing)
        : check(readDraft(input), knowledge, checking);
      if (isFirst) yield* prepareLists(made.reading, "events", "accounts", "statements");
      return made;
    }
  }

  /** A text that is too long is not passed over in silence. */
  #isChecked(document: OpenDocument): boolean {
    if (formatOf(document) === undefined) return false;
    if (document.content.length <= LONGEST_DRAFT) return true;
    const limit = `${LONGEST_DRAFT / 1_000_000} million characters`;
    this.warnings.tell(`This draft is not checked: it is longer than ${limit}. Divide it: ${document.uri}`);
    return false;
  }
}

function accountsOf(uri: string): string {
  return `accounts ${uri}`;
}

/** Whether all is known of a place that a snapshot is to know. */
function isReadAt({ draft, readTo = Infinity, unread }: Meanwhile, place: Position): boolean {
  const offset = draft.lines.offsetAt(place);
  return offset <= readTo && (unread === undefined || !touches(unread, offset));
}

const NOBODY: Hearing = { apart: () => {}, known: () => {} };

/** A failure is told to whoever waits for the snapshot. */
function ignoreHere(): void {}
