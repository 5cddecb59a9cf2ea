import type { Location } from "vscode-languageserver";
import { liesWithBase } from "../../knowledge-base/discover.ts";
import type { Knowledge, Origin } from "../../knowledge-base/knowledge.ts";
import { mergedBefore, mergeKnowledge } from "../../knowledge-base/merge.ts";
import { follow } from "../../knowledge-base/tables.ts";
import type { Settings } from "../../settings.ts";
import { Lines } from "../../text/lines.ts";
import { rangeOf } from "../convert.ts";
import type { Host } from "../host.ts";
import { DraftSettings } from "../project/draft-settings.ts";
import { type FolderFiles, isFolderFile } from "../project/folder-files.ts";
import type { SettingsStore } from "../settings-store.ts";
import { type Base, contentsOf, Loader, placesIn } from "./loading.ts";
import { type Where, Whereabouts } from "./whereabouts.ts";

/** What a draft is held against, and how it came to that. */
export interface Serving {
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  readonly bases: readonly Base[];
  /** The folder that decides about the draft, and what its files say. */
  readonly folder: string;
  readonly files: FolderFiles;
  /** Nothing was found here, and whether the bundled knowledge base may serve is left to be asked. */
  readonly askable: boolean;
}

/** Makes what is needed of a knowledge before a draft is held against it; for each key, the latest wins. */
export type Preparing = (key: string, knowledge: Knowledge) => Promise<unknown>;

/** How long a reload may take until what was known before answers, in milliseconds: up to then nothing old is told. */
const PATIENCE = 100;

/** Who hears of what is read. */
export interface Listener {
  /** Knowledge was read: problems, files and folders may be others now. */
  loaded(): void;
  /** A knowledge base of this place was read that is worth keeping compiled, when there is time. */
  keepable(place: string, keep: NonNullable<Base["keep"]>): void;
  log(message: string): void;
}

/** Which knowledge holds where: for each folder of the window, or of a draft outside them, its knowledge bases. */
export class KnowledgeBases {
  readonly #host: Host;
  readonly #folders: () => readonly string[];
  readonly #ownOf: (draft: string) => readonly string[];
  readonly #listener: Listener;
  readonly #whereabouts: Whereabouts;
  /** By folder, and by the knowledge bases that are asked for there. */
  #serving = new Map<string, Promise<Serving | undefined>>();
  /** By place, and by what comes before it. */
  #bases = new Map<string, Promise<Base | undefined>>();
  /** Those of which it was told that they are worth keeping. */
  readonly #kept = new WeakSet<Base>();
  readonly #loader: Loader;
  readonly #prepare: Preparing;
  /** What has come of `#serving`, for questions that cannot wait. */
  readonly #known = new Map<string, Serving>();
  readonly #lines = new Map<string, { readonly text: string; readonly lines: Lines }>();
  readonly #draftSettings = new DraftSettings();
  #agreed = false;
  /** Counts the reloads, so that one that is overtaken leaves no trace. */
  #reloads = 0;
  /** Resolves when the last reload is done. */
  #reloaded: Promise<unknown> = Promise.resolve();
  /** Resolves when the last reload has taken so long that what was known before answers. */
  #patience: Promise<void> = Promise.resolve();

  /**
   * `ownOf` tells which knowledge bases an open draft itself asks for; in a workspace that is not `trusted`, those that
   * lie outside it are not read. Knowledge that takes the place of other is prepared before.
   */
  constructor(
    host: Host,
    loader: Loader,
    prepare: Preparing,
    settings: SettingsStore,
    folders: () => readonly string[],
    ownOf: (draft: string) => readonly string[],
    listener: Listener,
    trusted: () => boolean = () => true,
  ) {
    this.#host = host;
    this.#loader = loader;
    this.#prepare = prepare;
    this.#folders = folders;
    this.#ownOf = ownOf;
    this.#listener = listener;
    this.#whereabouts = new Whereabouts(host, settings, folders, trusted, listener.log);
  }

  /**
   * What holds for a draft, `own` being what its front matter asks for. The same objects until something of it changes.
   * While that is being read and takes long, what held before.
   */
  async of(draft: string, own = this.#ownOf(draft)): Promise<Serving> {
    const where = await this.#whereabouts.of(draft, own);
    const newest = this.#newest(draft, own, where);
    const known = this.#known.get(where.key);
    // What is set holds at once: only knowledge may be a moment old.
    if (known?.settings !== where.settings || known.files !== where.files) return newest;
    return Promise.race([newest, this.#patience.then(() => this.#known.get(where.key) ?? newest)]);
  }

  async #newest(draft: string, own: readonly string[], where: Where): Promise<Serving> {
    const { key } = where;
    const loading = this.#serving.get(key) ?? this.#load(where);
    this.#serving.set(key, loading);
    const serving = await loading;
    if (serving !== undefined) return serving;
    // Something has changed while it was read, and if nobody else begins anew, we do.
    if (this.#serving.get(key) === loading) {
      this.#serving.delete(key);
      this.#bases = new Map();
    }
    return this.#newest(draft, own, await this.#whereabouts.of(draft, own));
  }

  /** A draft's path from the folder that decides about it. */
  pathOf(draft: string): string {
    return this.#whereabouts.pathOf(draft);
  }

  /** A document's file in its one spelling. */
  fileOf(uri: string): string {
    return this.#host.canonical(uri);
  }

  /** The folder that decides about a draft. */
  folderOf(draft: string): string {
    return this.#whereabouts.folderOf(draft);
  }

  /** What is set for a draft. */
  settingsOf(draft: string, serving: Serving): Settings {
    return this.#draftSettings.of(this.pathOf(draft), serving);
  }

  /** Whether a file is what drafts are held against, or lies beside it (the text of a source), and is no draft itself. */
  isFact(uri: string, { bases }: Serving): boolean {
    const file = this.#host.canonical(uri);
    const places = bases.map(({ place }) => place);
    return liesWithBase(file, places) || bases.some(({ files }) => files.has(file));
  }

  /** What holds in a folder of the window, whether or not a draft of it is open. */
  in(folder: string): Promise<Serving> {
    return this.of(draftIn(folder));
  }

  /**
   * Looks for and reads everything again that these drafts and the window's folders need, and forgets the rest;
   * true if anything that drafts depend on is different now.
   */
  reload(drafts: readonly string[]): Promise<boolean> {
    const reloading = this.#reload(drafts);
    this.#reloaded = reloading.catch(() => {});
    return reloading;
  }

  /** Waits until nothing is being read again. */
  async settle(): Promise<void> {
    await this.#reloaded;
  }

  async #reload(drafts: readonly string[]): Promise<boolean> {
    const before = new Map(this.#known);
    const reloads = ++this.#reloads;
    this.#patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    this.#bases = new Map();
    this.#whereabouts.forget();
    this.#serving = new Map();
    const all = [...drafts, ...this.#folders().map(draftIn)];
    await Promise.all(
      all.map(async (draft) => {
        const own = this.#ownOf(draft);
        return this.#newest(draft, own, await this.#whereabouts.of(draft, own));
      }),
    );
    if (reloads !== this.#reloads) return false;
    for (const key of this.#known.keys()) if (!this.#serving.has(key)) this.#known.delete(key);
    this.#loader.keep(this.#bases);
    this.#listener.loaded();
    return [...this.#known].some(([key, { knowledge, files }]) => {
      const old = before.get(key);
      return old?.knowledge !== knowledge || old.files !== files;
    });
  }

  /** From now on the bundled knowledge base may serve where none is found. Needs a {@link reload}. */
  agree(): void {
    this.#agreed = true;
  }

  async bundledTitle(): Promise<string> {
    const base = await this.#base(this.#host.bundled);
    return base?.knowledge.bases[0]?.title ?? "";
  }

  /** Where something is written, if its file has been read. */
  locate({ file, span }: Origin): Location | undefined {
    const base = this.inUse.find(({ files }) => files.has(file));
    const text = base?.files.get(file);
    return text === undefined ? undefined : { uri: file, range: rangeOf(this.linesOf(file, text), span) };
  }

  /** The lines of a file's text, which are counted once. */
  linesOf(file: string, text: string): Lines {
    const known = this.#lines.get(file);
    if (known?.text === text) return known.lines;
    const lines = new Lines(text);
    this.#lines.set(file, { text, lines });
    return lines;
  }

  /** Every file that was read for the knowledge bases in use, and its text. */
  get files(): ReadonlyMap<string, string | undefined> {
    return new Map(this.inUse.flatMap((base) => [...base.files]));
  }

  /** The folders in which a change may matter: those that are served, and those of the files in use. */
  get folders(): readonly string[] {
    const served = [...this.#known.values()].flatMap(({ folder }) => [folder, `${folder}/knowledge`]);
    const used = [...this.files.keys()].map((file) => file.slice(0, file.lastIndexOf("/")));
    return [...new Set([...served, ...used])].filter((folder) => folder !== "");
  }

  /** Whether a change of this file or folder can change what holds. */
  concerns(uri: string): boolean {
    if (isFolderFile(uri)) return true;
    if (this.files.has(uri) || /\/knowledge(?:\/.*\.ya?ml)?$|\.knowledge\.yaml$/.test(uri)) return true;
    const holds = (place: string) =>
      place === uri || uri.startsWith(`${place}/`) || place.startsWith(`${uri}/`);
    return this.inUse.some(({ place }) => holds(place));
  }

  /** What the files of the folders that are served say. */
  get folderFiles(): readonly FolderFiles[] {
    return [...new Set([...this.#known.values()].map(({ files }) => files))];
  }

  /** What holds in each folder of the window. */
  everywhere(): Promise<readonly Serving[]> {
    return Promise.all(this.#folders().map((folder) => this.in(folder)));
  }

  /** What holds where a file is read as a part of a knowledge base. */
  servingWith(file: string): Serving | undefined {
    const has = ({ knowledge }: Base) => knowledge.bases.some(({ files }) => files.includes(file));
    return [...this.#known.values()].find(({ bases }) => bases.some(has));
  }

  /** Every knowledge base that serves somewhere, once. */
  get inUse(): readonly Base[] {
    return [...new Set([...this.#known.values()].flatMap((serving) => serving.bases))];
  }

  /** Undefined where a file has changed meanwhile, or all is being read again. */
  async #load({ key, folder, settings, files, asked }: Where): Promise<Serving | undefined> {
    const reloads = this.#reloads;
    const places = asked ?? (await this.#placesFor(folder, settings));
    const bases: Base[] = [];
    // One after the other, for each may use the ids of those before it.
    for (const place of places) {
      const base = await this.#base(place, mergedBefore(bases.map(({ knowledge }) => knowledge)));
      if (base === undefined) return undefined;
      bases.push(base);
    }
    const old = this.#known.get(key);
    const merged = mergeKnowledge(bases.map((base) => base.knowledge));
    const knowledge = old !== undefined && old.knowledge.version === merged.version ? old.knowledge : merged;
    if (old !== undefined) follow(knowledge, old.knowledge);
    const askable = places.length === 0 && settings.bundledKnowledge === "ask";
    const serving = { knowledge, settings, bases, folder, files, askable };
    if (old !== undefined && knowledge !== old.knowledge) await this.#prepare(key, knowledge);
    if (reloads !== this.#reloads) return undefined;
    this.#known.set(key, serving);
    if (knowledge !== old?.knowledge) this.#listener.log(`${folder}: ${contentsOf(serving.knowledge)}`);
    this.#listener.loaded();
    return serving;
  }

  async #placesFor(folder: string, settings: Settings): Promise<readonly string[]> {
    const found = folder === "" ? [] : await placesIn(this.#host, folder);
    if (found.length > 0) return found;
    const may =
      settings.bundledKnowledge === "always" || (settings.bundledKnowledge === "ask" && this.#agreed);
    return may ? [this.#host.bundled] : [];
  }

  #base(place: string, before?: Knowledge): Promise<Base | undefined> {
    const key = Loader.keyOf(place, before);
    const known = this.#bases.get(key);
    if (known !== undefined) return known;
    const base = this.#loader.load(place, before);
    void base.then((loaded) => {
      if (loaded?.keep === undefined || this.#kept.has(loaded)) return;
      this.#kept.add(loaded);
      this.#listener.keepable(place, loaded.keep);
    });
    this.#bases.set(key, base);
    return base;
  }
}

/** A draft of a folder, whether or not there is one. */
function draftIn(folder: string): string {
  return `${folder.replace(/\/$/, "")}/draft`;
}
