import type { CancellationToken, Connection } from "vscode-languageserver";
import type { Client } from "../client.ts";
import type { Surroundings } from "../diagnostics.ts";
import type { Documents } from "../documents.ts";
import type { Host } from "../host.ts";
import type { KnowledgeBases } from "../knowledge/knowledge-bases.ts";
import { withProgress } from "../progress.ts";
import type { Scheduler } from "../scheduler.ts";
import { traceOf } from "../warnings.ts";
import { DraftFiles } from "./draft-files.ts";
import { DraftIndex } from "./draft-index.ts";
import type { Drafts } from "./drafts.ts";
import type { DraftsTogether } from "./drafts-together.ts";
import { WorkspaceDiagnostics } from "./workspace-diagnostics.ts";

/** How long the window must be at rest before its drafts are read again, in milliseconds. */
const READ_DELAY = 300;
/** The same after an edit, which is read in the open draft anyway. */
const EDIT_DELAY = 1000;
/** Findings are shown together with those that come within so many milliseconds. */
const SHOW_DELAY = 150;
/** How long drafts must be at rest before others are held against them anew. */
const TOUCHED_DELAY = 400;
/** For so long a client may still take what it hears of a draft that it has just closed for old news. */
const CLOSE_DELAY = 600;
/** Where nobody tells of changes on the disk, it is looked for them this often at first, and at last. */
const POLL_FIRST = 3000;
const POLL_LAST = 30_000;
/** Looking for changes takes at most one part in so many of the time. */
const POLL_SHARE = 50;

/** What works with the drafts of the window. */
interface Around {
  readonly connection: Connection;
  readonly client: Client;
  readonly host: Host;
  readonly documents: Documents;
  readonly bases: KnowledgeBases;
  readonly drafts: Drafts;
  readonly together: DraftsTogether;
  readonly scheduler: Scheduler;
  readonly surroundings: Surroundings;
  folders(): readonly string[];
  /** A file as the client spells it. */
  uriOf(file: string): string;
  /** Lets the client show the findings of these open drafts as they are now. */
  diagnoseAnew(uris: readonly string[]): Promise<void>;
}

/** The drafts of the window, open or not: reads them when nobody is in need of the machine, and follows what becomes of them. */
export class WorkspaceDrafts {
  readonly files: DraftFiles;
  readonly index: DraftIndex;
  readonly diagnostics: WorkspaceDiagnostics;
  readonly #touched = new Set<string>();
  #showing = false;
  #poll = POLL_FIRST;
  #isPolling = false;
  #news = 0;

  constructor(private readonly around: Around) {
    const { connection, client, host, bases } = around;
    const log = (message: string) => connection.console.warn(message);
    this.files = new DraftFiles(connection, client, host, bases, around.folders);
    this.index = new DraftIndex({
      ...around,
      files: this.files,
      isWatched: client.watchesFiles,
      changed: () => this.#showSoon(),
      log,
    });
    this.diagnostics = new WorkspaceDiagnostics({ ...around, log }, this.index);
  }

  /** Any draft may be another one, or held against something else. */
  outdate(): void {
    this.index.outdate();
    this.#readSoon(READ_DELAY);
  }

  settingsChanged(): void {
    this.files.forgetSettings();
    this.outdate();
  }

  edited(uri: string): void {
    this.index.outdate([uri]);
    this.around.scheduler.disturb();
    this.#readSoon(EDIT_DELAY);
  }

  opened(uri: string): void {
    this.diagnostics.opened(uri);
    this.#poll = POLL_FIRST;
    if (!this.around.client.watchesFiles && !this.#isPolling) this.#pollLater();
  }

  closed(uri: string): void {
    this.index.outdate([uri]);
    if (!this.index.entries.has(this.around.host.canonical(uri)))
      this.around.together.forget(this.around.host.canonical(uri));
    this.#readSoon(READ_DELAY);
    this.around.scheduler.later(`closed ${uri}`, CLOSE_DELAY, () => {
      this.diagnostics.owe(uri);
      this.diagnostics.flush();
    });
  }

  /** These drafts have another text on the disk. */
  changedOnDisk(uris: readonly string[]): void {
    this.index.outdate(uris);
    this.#readSoon(READ_DELAY);
  }

  /** What was told of these drafts may no longer hold because of others; those that are open are diagnosed anew. */
  touched(uris: ReadonlySet<string>): void {
    for (const uri of uris) this.#touched.add(uri);
    this.#showSoon();
    this.around.scheduler.later("touched", TOUCHED_DELAY, () =>
      this.#guarded(async () => {
        const open = [...this.#touched].map(this.around.uriOf);
        this.#touched.clear();
        const overtaken = open.filter((uri) => this.around.drafts.isOvertaken(uri));
        if (overtaken.length > 0) await this.around.diagnoseAnew(overtaken);
      }),
    );
  }

  /**
   * Reads and checks all drafts, whatever the settings say of those that are not open, and shows what was found; false if
   * that was cancelled.
   */
  async check(token: CancellationToken): Promise<boolean> {
    this.diagnostics.showAll();
    const title = "Checking the drafts of the workspace";
    const done = await withProgress(
      this.around.connection,
      { title, cancellable: true, token },
      (told, given) => this.index.build({ told, token: given }),
    );
    this.diagnostics.flush();
    return done;
  }

  dispose(): void {
    this.index.dispose();
    this.diagnostics.dispose();
  }

  #readSoon(delay: number): void {
    this.around.scheduler.later("read drafts", delay, () => void this.#guarded(() => this.#read()));
  }

  /** In the background; nothing at all where there is nothing to hold drafts against, or nobody wants it. */
  async #read(): Promise<void> {
    const isAny = await this.files.isAnyFolder(() => true);
    const isWanted =
      this.diagnostics.showsAll ||
      (await this.files.isAnyFolder(({ workspaceDiagnostics }) => workspaceDiagnostics !== "never"));
    if (isAny ? isWanted : this.index.entries.size > 0) {
      const title = "Reading the drafts of the workspace";
      await withProgress(this.around.connection, { title, cancellable: false }, (told) =>
        this.index.build({ told }, true),
      );
    }
    this.diagnostics.flush();
  }

  #showSoon(): void {
    this.#news++;
    if (this.#showing) return;
    this.#showing = true;
    this.around.scheduler.later("show findings", SHOW_DELAY, () => {
      this.#showing = false;
      this.diagnostics.flush();
    });
  }

  /** Less and less often while nothing changes, and not at all while nothing is open. */
  #pollLater(): void {
    this.#isPolling = this.around.documents.all().length > 0;
    if (!this.#isPolling) return;
    this.around.scheduler.later("poll", this.#poll, () =>
      this.#guarded(async () => {
        const [start, news] = [performance.now(), this.#news];
        this.index.outdate();
        await this.#read();
        const isQuiet = this.#news === news;
        const next = isQuiet ? this.#poll * 1.5 : POLL_FIRST;
        this.#poll = Math.max(Math.min(next, POLL_LAST), POLL_SHARE * (performance.now() - start));
        this.#pollLater();
      }),
    );
  }

  async #guarded(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.around.connection.console.error(traceOf(error));
    }
  }
}
