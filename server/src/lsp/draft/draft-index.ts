import type { CancellationToken, Location } from "vscode-languageserver";
import { citationsOf } from "../../features/knowledge/citations.ts";
import type { Id } from "../../knowledge-base/knowledge.ts";
import { effectiveFor } from "../../project/effective.ts";
import { KeptAccounts } from "../../reading/accounts/kept-accounts.ts";
import { check, type How, type Snapshot } from "../../service.ts";
import type { Format } from "../../text/draft.ts";
import { readFrontMatter } from "../../text/front-matter.ts";
import { Lines } from "../../text/lines.ts";
import { readDraft } from "../../text/read-draft.ts";
import { rangeOf } from "../convert.ts";
import type { Surroundings } from "../diagnostics.ts";
import { type Documents, formatOf, formatOfFile } from "../documents.ts";
import type { Host } from "../host.ts";
import type { KnowledgeBases, Serving } from "../knowledge/knowledge-bases.ts";
import { howFor } from "../project/draft-settings.ts";
import type { Scheduler } from "../scheduler.ts";
import type { DraftFiles } from "./draft-files.ts";
import type { Drafts } from "./drafts.ts";
import type { DraftsTogether } from "./drafts-together.ts";
import { type DraftMention, type KeptDraft, keepDraft, mentionsIn } from "./kept-draft.ts";
import { madeWith } from "./made-with.ts";

export type { DraftMention } from "./kept-draft.ts";

/** A draft of the window as it stands. */
interface DraftText {
  readonly text: string;
  readonly format: Format;
}

/** What is remembered of a draft, and what it was read from: it holds for as long as that is the same. */
export interface IndexedDraft {
  readonly kept: KeptDraft;
  readonly how: How;
  readonly serving: Serving;
  /** The version of an open document. */
  readonly version: number | undefined;
  /** The file's size and time, or the document's version. */
  readonly stamp: string;
  /** The knowledge bases that its front matter names. */
  readonly own: readonly string[];
  /** What else it was made with. */
  readonly made: string;
}

/** What the index works with. */
interface Around {
  readonly host: Host;
  readonly documents: Documents;
  readonly bases: KnowledgeBases;
  readonly drafts: Drafts;
  readonly files: DraftFiles;
  readonly together: DraftsTogether;
  readonly scheduler: Scheduler;
  readonly surroundings: Surroundings;
  /** Whether somebody tells of changes on the disk; if not, it looks for itself whenever it is asked. */
  readonly isWatched: boolean;
  /** Hears of a draft that was read anew or is gone. */
  changed(uri: string): void;
  log(message: string): void;
}

/** Who waits for the index, and how it goes on. */
export interface Wait {
  readonly token?: CancellationToken | undefined;
  readonly told?: (done: number, total: number) => void;
}

const NONE: readonly string[] = [];
/** The longest file that is read without being open, in bytes. */
const LONGEST = 4_000_000;

/**
 * What is in all drafts of the window, open or not: who is mentioned where, what was found, what others may tell
 * otherwise. Made in slices, for whoever asks or in the background; after that only drafts that may have changed are
 * looked at, and only those are read again whose file, knowledge or settings are others.
 */
export class DraftIndex {
  readonly #entries = new Map<string, IndexedDraft>();
  #building: Promise<void> | undefined;
  /** Counts what may have changed it, and up to where it is built. */
  #changes = 1;
  #built = 0;
  /** The drafts whose text may be another one; undefined: any, and there may be others. */
  #stale: Set<string> | undefined;
  /** How many wait for it; none: it takes its time. */
  #waiting = 0;
  #isDisposed = false;
  #total = 0;
  readonly #told = new Set<string>();
  readonly #accounts = new KeptAccounts();
  readonly #listeners = new Set<(done: number, total: number) => void>();

  constructor(private readonly around: Around) {}

  /** What is known of each draft so far. */
  get entries(): ReadonlyMap<string, IndexedDraft> {
    return this.#entries;
  }

  /** How many drafts there are to read, as far as that is known. */
  get total(): number {
    return Math.max(this.#total, this.#entries.size);
  }

  get isBuilding(): boolean {
    return this.#building !== undefined;
  }

  /** Whether it knows all that there is to know at this moment. */
  get isCurrent(): boolean {
    return this.#built === this.#changes;
  }

  /** These drafts, or else any file, may be others now; with none of them, what drafts are held against. */
  outdate(drafts?: readonly string[]): void {
    this.#changes++;
    if (drafts === undefined) this.#stale = undefined;
    else for (const uri of drafts) this.#stale?.add(this.around.host.canonical(uri));
  }

  /** Every mention of what an entry of a knowledge file tells of, in drafts that are held against that file. */
  async mentionsOf(id: Id, file: string): Promise<readonly DraftMention[]> {
    await this.build();
    const found: DraftMention[] = [];
    for (const [uri, { kept, serving }] of this.#entries)
      if (serving.knowledge.bases.some(({ files }) => files.includes(file)))
        found.push(...mentionsIn(kept, uri, id));
    return found;
  }

  /** Where the drafts of the window cite a source. Linear in their texts. */
  async citationsOf(source: Id): Promise<readonly Location[]> {
    await this.build();
    const found: Location[] = [];
    for (const uri of this.#entries.keys()) {
      const { text = "", format } = (await this.draft(uri)) ?? {};
      const lines = new Lines(text);
      for (const span of citationsOf(text, source, format)) found.push({ uri, range: rangeOf(lines, span) });
    }
    return found;
  }

  /** A draft as it stands in the editor, or else on the disk; undefined: it is none, or not there, or no text of ours. */
  async draft(uri: string): Promise<DraftText | undefined> {
    const document = this.#document(uri);
    if (document !== undefined) {
      const format = formatOf(document);
      return format && { text: document.getText(), format };
    }
    const format = formatOfFile(uri);
    const stat = format && (await this.around.host.stat(uri));
    if (format === undefined || stat === undefined) return undefined;
    if (stat.size > LONGEST) {
      this.#tell(`${uri} is longer than ${LONGEST / 1_000_000} MB; it is checked only while it is open.`);
      return undefined;
    }
    const text = await this.around.host.read(uri);
    if (text?.includes("\0")) this.#tell(`${uri} is no text, whatever its name says; it is not checked.`);
    return text === undefined || text.includes("\0") ? undefined : { text, format };
  }

  /**
   * Brings it up to the changes so far, at once; `aside`, it takes its time and leaves the machine to others. False if
   * whoever waits has given up; it goes on all the same.
   */
  async build({ token, told }: Wait = {}, aside = false): Promise<boolean> {
    if (!aside && !this.around.isWatched) this.outdate();
    const wanted = this.#changes;
    const cancelled = token && new Promise<void>((resume) => token.onCancellationRequested(() => resume()));
    if (told !== undefined) this.#listeners.add(told);
    if (!aside) this.#waiting++;
    try {
      while (this.#built < wanted && token?.isCancellationRequested !== true && !this.#isDisposed) {
        this.#building ??= this.#buildOnce(this.#changes, this.#stale)
          .catch((error) => {
            // What was left undone is not known, so everything is looked at the next time.
            this.#stale = undefined;
            throw error;
          })
          .finally(() => {
            this.#building = undefined;
          });
        await Promise.race([this.#building, ...(cancelled === undefined ? [] : [cancelled])]);
      }
      return token?.isCancellationRequested !== true;
    } finally {
      if (!aside) this.#waiting--;
      if (told !== undefined) this.#listeners.delete(told);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
  }

  readonly #isUrgent = () => this.#waiting > 0;

  async #buildOnce(changes: number, stale: ReadonlySet<string> | undefined): Promise<void> {
    this.#stale = new Set();
    const { files } = this.around;
    const open = this.around.documents.all().flatMap((document) => {
      return formatOf(document) === undefined ? [] : [this.around.host.canonical(document.uri)];
    });
    const listed = stale === undefined ? await files.all() : [...this.#entries.keys()];
    const drafts = new Set([...listed, ...(await files.among(open))]);
    this.#total = drafts.size;
    for (const uri of this.#entries.keys()) if (!drafts.has(uri)) this.#forget(uri);
    let done = 0;
    for (const uri of drafts) {
      if (this.#isDisposed) return;
      await this.#renew(uri, stale?.has(uri) ?? true);
      done++;
      for (const told of this.#listeners) told(done, drafts.size);
    }
    this.#total = 0;
    this.#built = changes;
  }

  async #renew(uri: string, isStale: boolean): Promise<void> {
    const known = this.#entries.get(uri);
    if (known !== undefined) {
      const serving = await this.around.bases.of(uri, known.own);
      if (
        madeWith(this.around.bases, uri, serving) === known.made &&
        known.serving.knowledge === serving.knowledge
      ) {
        if (!isStale || (await this.#stamp(uri)) === known.stamp) return;
      }
    }
    const entry = await (this.#document(uri) === undefined ? this.#read(uri) : this.#fromOpen(uri));
    if (this.#isDisposed) return;
    if (entry === undefined) return this.#forget(uri);
    this.#entries.set(uri, entry);
    const { serving, kept } = entry;
    this.around.together.set(uri, serving.folder, serving.knowledge, kept.accounts);
    this.around.changed(uri);
  }

  #forget(uri: string): void {
    if (this.#document(uri) === undefined) this.around.together.forget(uri);
    if (this.#entries.delete(uri)) this.around.changed(uri);
  }

  /** An open draft was read already, or must be anyway. */
  async #fromOpen(uri: string): Promise<IndexedDraft | undefined> {
    const document = this.#document(uri)!;
    const { version } = document;
    const own = readFrontMatter(document.content).frontMatter.knowledge ?? NONE;
    const serving = await this.around.bases.of(uri, own);
    const snapshot = await this.around.drafts.alone(document.uri);
    return snapshot && this.#entry(uri, snapshot, serving, { stamp: `open ${version}`, version, own });
  }

  async #read(uri: string): Promise<IndexedDraft | undefined> {
    await this.around.scheduler.calm(this.#isUrgent);
    const stamp = await this.#stamp(uri);
    const draft = await this.draft(uri);
    if (stamp === undefined || draft === undefined) return undefined;
    const own = readFrontMatter(draft.text).frontMatter.knowledge ?? NONE;
    const serving = await this.around.bases.of(uri, own);
    const how = howFor(this.around.bases, uri, serving);
    const wanted = effectiveFor(this.around.bases.pathOf(uri), serving.files.project?.file).format?.value;
    const { knowledge } = serving;
    const snapshot = await this.around.scheduler.driveAside(`index ${uri}`, checked(), this.#isUrgent);
    return snapshot && this.#entry(uri, snapshot, serving, { stamp, version: undefined, own });

    function* checked() {
      const read = readDraft({ uri, text: draft!.text, format: wanted ?? draft!.format });
      yield;
      return yield* check(read, knowledge, how);
    }
  }

  #entry(
    uri: string,
    snapshot: Snapshot,
    serving: Serving,
    rest: Pick<IndexedDraft, "stamp" | "version" | "own">,
  ): IndexedDraft {
    const how = howFor(this.around.bases, uri, serving);
    const kept = keepDraft(snapshot, how, this.around.surroundings, this.#accounts);
    return { kept, how, serving, made: madeWith(this.around.bases, uri, serving), ...rest };
  }

  async #stamp(uri: string): Promise<string | undefined> {
    const document = this.#document(uri);
    if (document !== undefined) return `open ${document.version}`;
    const stat = await this.around.host.stat(uri);
    return stat && `${stat.size} ${stat.modified}`;
  }

  #document(uri: string) {
    const { documents, host } = this.around;
    return documents.get(uri) ?? documents.all().find((one) => host.canonical(one.uri) === uri);
  }

  #tell(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.around.log(message);
  }
}
