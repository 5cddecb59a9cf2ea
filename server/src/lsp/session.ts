import type { Connection } from "vscode-languageserver";
import { readFrontMatter } from "../text/front-matter.ts";
import { askBundled, canAskBundled } from "./asking.ts";
import type { Client } from "./client.ts";
import type { Surroundings } from "./diagnostics.ts";
import { type Documents, draftsIn, formatOf } from "./documents.ts";
import type { DraftIndex } from "./draft/draft-index.ts";
import { Drafts } from "./draft/drafts.ts";
import { DraftsTogether } from "./draft/drafts-together.ts";
import { type FileChange, sortChanges } from "./draft/file-changes.ts";
import { prepare, warmUp } from "./draft/warm-up.ts";
import { WorkspaceDrafts } from "./draft/workspace-drafts.ts";
import type { Host } from "./host.ts";
import { BuiltInWords } from "./knowledge/built-in-words.ts";
import { KnowledgeBases, type Serving } from "./knowledge/knowledge-bases.ts";
import { KnowledgeFiles } from "./knowledge/knowledge-files.ts";
import { KnowledgeProblems } from "./knowledge/knowledge-problems.ts";
import { Loader } from "./knowledge/loading.ts";
import { News } from "./news.ts";
import type { OpenDocument } from "./open-document.ts";
import { FolderFileProblems } from "./project/folder-file-problems.ts";
import { isFolderFile } from "./project/folder-files.ts";
import { Refresher } from "./refreshing.ts";
import { Scheduler } from "./scheduler.ts";
import { SentTokens } from "./semantic-tokens.ts";
import { SettingsStore } from "./settings-store.ts";
import { traceOf, type Warnings } from "./warnings.ts";

/** How long files must be quiet before they are read again: programs write in bursts. */
const RELOAD_DELAY = 150;
const RELOAD = "reload";
/** How long a knowledge base must stay as it is before it is worth being kept compiled. */
const KEEP_DELAY = 3000;

/** What the server knows and does between a client's `initialize` and its `shutdown`. */
export class Session {
  readonly drafts: Drafts;
  readonly bases: KnowledgeBases;
  readonly knowledgeFiles: KnowledgeFiles;
  /** The drafts of the window, open or not. */
  readonly workspace: WorkspaceDrafts;
  readonly problems: KnowledgeProblems;
  readonly around: Surroundings;
  readonly builtInWords: BuiltInWords;
  readonly tokens = new SentTokens();
  readonly refresher: Refresher;
  folders: readonly string[];
  /** Whether the user trusts the workspace; if not, no file is written, and nothing outside it read. */
  trusted: boolean;
  readonly #news: News;
  readonly #settings: SettingsStore;
  readonly #folderFileProblems: FolderFileProblems;
  readonly #scheduler: Scheduler;
  /** By what they are the pages of. */
  #pages: ReadonlyMap<string, string> = new Map();
  #unwatch = () => {};
  #asked = false;

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
    readonly host: Host,
    readonly client: Client,
    folders: readonly string[],
    warnings: Warnings,
  ) {
    this.folders = folders;
    this.trusted = client.trusted;
    this.#news = new News(connection, client.showsStatus);
    this.#scheduler = new Scheduler(host.pause, (busy) => this.#news.activity(busy));
    this.#settings = new SettingsStore(connection, client);
    const loader = new Loader(host, this.#scheduler);
    this.bases = new KnowledgeBases(
      host,
      loader,
      (key, knowledge) => this.#scheduler.driveBetween(`prepare ${key}`, prepare(knowledge)),
      this.#settings,
      () => this.folders,
      (draft) => this.#ownOf(draft),
      {
        loaded: () => this.#loaded(),
        keepable: (place, keep) => this.#keepLater(place, keep),
        log: (message) => connection.console.info(message),
      },
      () => this.trusted,
    );
    this.builtInWords = new BuiltInWords(host);
    this.around = {
      page: (code) => this.#pages.get(code),
      locate: (origin) => this.bases.locate(origin),
      understands: client.understands,
    };
    const together = new DraftsTogether((uris) => this.workspace.touched(uris));
    this.drafts = new Drafts(connection, warnings, documents, this.bases, this.#scheduler, together, (uri) =>
      this.#guarded(() => this.refresher.grown(uri)),
    );
    this.knowledgeFiles = new KnowledgeFiles(host, documents, this.bases, loader.trees, this.#scheduler);
    this.workspace = new WorkspaceDrafts({
      connection,
      client,
      host,
      documents,
      bases: this.bases,
      drafts: this.drafts,
      together,
      scheduler: this.#scheduler,
      surroundings: this.around,
      folders: () => this.folders,
      uriOf: (file) => this.uriOf(file),
      diagnoseAnew: (uris) => this.refresher.diagnose(uris),
    });
    this.refresher = new Refresher({
      ...{ connection, client, documents, drafts: this.drafts, bases: this.bases },
      knowledgeFiles: this.knowledgeFiles,
      ...{ around: this.around, scheduler: this.#scheduler },
    });
    this.#folderFileProblems = new FolderFileProblems(connection, this.around);
    this.problems = new KnowledgeProblems(
      connection,
      warnings,
      documents,
      host,
      this.around,
      this.#scheduler,
    );
  }

  /** Learns what it must know before the first answer. */
  async start(): Promise<void> {
    const pages = await Promise.all(this.host.pages.map((folder) => this.host.list(folder)));
    const nameOf = (page: string) => page.slice(page.lastIndexOf("/") + 1).replace(/\.md$/, "");
    this.#pages = new Map(pages.flat().map((page) => [nameOf(page), page]));
  }

  /** Reads the knowledge bases of the window, so that they are diagnosed before a draft is opened, and at hand then. */
  async readAll(): Promise<void> {
    const servings = await this.bases.everywhere();
    const warm = ({ folder, knowledge }: Serving) =>
      this.#scheduler.driveAside(`warm up ${folder}`, warmUp(knowledge));
    await Promise.all(servings.map(warm));
  }

  /** What is in all drafts of the window. */
  get index(): DraftIndex {
    return this.workspace.index;
  }

  textOf(uri: string): string | undefined {
    return this.documents.get(uri)?.getText();
  }

  versionOf(uri: string): number | undefined {
    return this.documents.get(uri)?.version;
  }

  /** The versions of the open documents, by URI. */
  versions(): ReadonlyMap<string, number> {
    return new Map(this.documents.all().map(({ uri, version }) => [uri, version]));
  }

  /** Whether a file is part of what comes with the extension, which is not the user's to change; a developer's is. */
  isShipped(file: string): boolean {
    const developed = this.folders.some((folder) => file.startsWith(`${this.host.canonical(folder)}/`));
    return file.startsWith(`${this.host.bundled}/`) && !developed;
  }

  /** Whether a file is of the knowledge base that comes with the extension. */
  isBundled(file: string): boolean {
    return file.startsWith(`${this.host.bundled}/`);
  }

  /** A document's file, as the origins of facts spell it. */
  fileOf(uri: string): string {
    return this.host.canonical(uri);
  }

  /** A file as the client spells it, if it is open there. */
  uriOf(file: string): string {
    return this.documents.all().find(({ uri }) => this.host.canonical(uri) === file)?.uri ?? file;
  }

  /** A document was opened or edited. */
  changed(document: OpenDocument): void {
    this.drafts.outdate(document.uri);
    if (formatOf(document) !== undefined) {
      this.workspace.edited(document.uri);
      this.#mentionsChanged();
      this.refresher.push(document.uri);
    }
    if (isFolderFile(document.uri)) this.reloadSoon();
    const written = this.bases.files.get(this.host.canonical(document.uri));
    if (written !== undefined && written !== document.getText()) this.reloadSoon();
  }

  /** A draft may raise the question of the bundled knowledge base; a knowledge file is inspected with its fellows. */
  async opened(document: OpenDocument): Promise<void> {
    this.workspace.opened(document.uri);
    if (formatOf(document) !== undefined) await this.#askOnce(document.uri);
    else if (this.knowledgeFiles.isKnowledge(document.uri)) await this.knowledgeFiles.open(document.uri);
  }

  async closed(document: OpenDocument): Promise<void> {
    this.drafts.forget(document.uri);
    this.tokens.forget(document.uri);
    this.workspace.closed(document.uri);
    if (this.bases.files.has(this.host.canonical(document.uri))) this.reloadSoon();
    else if (!this.client.pullsDiagnostics && formatOf(document) !== undefined)
      await this.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  }

  /** Files were written, made or deleted, by whatever program. */
  async filesChanged(changes: readonly FileChange[]): Promise<void> {
    const spelt = changes.map(({ uri, type }) => ({ uri: this.host.canonical(uri), type }));
    if (spelt.some(({ uri }) => this.bases.concerns(uri))) this.reloadSoon();
    const { isAny, drafts } = await sortChanges(this.host, this.index, spelt);
    if (isAny) this.workspace.outdate();
    else if (drafts.length > 0) this.workspace.changedOnDisk(drafts);
    if (isAny || drafts.length > 0) this.#mentionsChanged();
  }

  /** The window has other folders now. */
  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    this.folders = [...this.folders.filter((uri) => !removed.includes(uri)), ...added];
    this.workspace.outdate();
    this.reloadSoon();
  }

  async settingsChanged(sent: unknown): Promise<void> {
    this.#settings.change(sent);
    this.workspace.settingsChanged();
    await this.bases.reload(draftsIn(this.documents));
    await this.refresher.all(draftsIn(this.documents));
    this.#news.changed();
  }

  /** The user has come to trust the workspace, or no longer does: what may be read is another now. */
  async trust(trusted: boolean): Promise<void> {
    this.trusted = trusted;
    await this.bases.reload(draftsIn(this.documents));
    await this.refresher.all(draftsIn(this.documents));
    this.#news.changed();
  }

  /** Drives work of the core in slices, as {@link Scheduler.drive}. */
  run<T>(key: string, work: Generator<unknown, T, undefined>): Promise<T | undefined> {
    return this.#scheduler.drive(key, work);
  }

  reloadSoon(): void {
    this.#scheduler.later(RELOAD, RELOAD_DELAY, () => this.#guarded(() => this.reload()));
  }

  /** Waits until the facts are those of the texts as they stand, where an edit has not been read yet. */
  async settle(): Promise<void> {
    if (this.#scheduler.stop(RELOAD)) await this.reload();
    else await this.bases.settle();
  }

  async reload(): Promise<void> {
    if (await this.bases.reload(draftsIn(this.documents))) await this.refresher.all(draftsIn(this.documents));
  }

  dispose(): void {
    this.workspace.dispose();
    this.#scheduler.dispose();
    this.#news.dispose();
    this.#unwatch();
  }

  #mentionsChanged(): void {
    this.#news.changed();
    this.refresher.mentions();
  }

  /** The knowledge bases that an open draft names in its front matter. */
  #ownOf(uri: string): readonly string[] {
    const document = this.documents.get(uri) ?? this.documents.get(this.uriOf(uri));
    if (document === undefined || formatOf(document) === undefined) return [];
    return readFrontMatter(document.content).frontMatter.knowledge ?? [];
  }

  async #askOnce(uri: string): Promise<void> {
    const { askable } = await this.bases.of(uri);
    if (!askable || this.#asked || !canAskBundled(this.client)) return;
    this.#asked = true;
    const title = await this.bases.bundledTitle();
    if ((await askBundled(this.connection, this.client, { uri, title })) !== "yes") return;
    this.bases.agree();
    await this.reload();
  }

  /** Knowledge was read: its problems are shown, its files watched. */
  #loaded(): void {
    this.problems.show(this.bases);
    this.#folderFileProblems.show(this.bases.folderFiles);
    this.workspace.outdate();
    this.#mentionsChanged();
    this.#unwatch();
    const { folders, files } = this.bases;
    this.#unwatch = this.host.watch(folders, [...files.keys()], (uri) =>
      this.#guarded(() => this.filesChanged([{ uri }])),
    );
  }

  #keepLater(place: string, keep: () => Generator<undefined, unknown, undefined>): void {
    if (!this.trusted) return;
    const key = `keep ${place}`;
    this.#scheduler.stop(key);
    this.#scheduler.later(key, KEEP_DELAY, () =>
      this.#guarded(async () => void (await this.#scheduler.driveAside(key, keep()))),
    );
  }

  #guarded(action: () => Promise<void>): void {
    action().catch((error) => this.connection.console.error(traceOf(error)));
  }
}
