import type { Location } from "vscode-languageserver";
import { pathFrom } from "../../ignoring/ignore-file.ts";
import { liesWithBase } from "../../knowledge-base/discover.ts";
import type { Knowledge, Origin } from "../../knowledge-base/knowledge.ts";
import { mergedBefore, mergeKnowledge } from "../../knowledge-base/merge.ts";
import { follow } from "../../knowledge-base/tables.ts";
import { effectiveFor } from "../../project/effective.ts";
import { placesFor } from "../../project/places.ts";
import type { Settings } from "../../settings.ts";
import { Lines } from "../../text/lines.ts";
import { rangeOf } from "../convert.ts";
import type { Host } from "../host.ts";
import { DraftSettings } from "../project/draft-settings.ts";
import { type FolderFiles, ignoreFileIn, isFolderFile, readFolderFiles } from "../project/folder-files.ts";
import type { SettingsStore } from "../settings-store.ts";
import { insideOf } from "../trust.ts";
import { type Base, contentsOf, loadBase, placesIn } from "./loading.ts";

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
  readonly #settings: SettingsStore;
  readonly #folders: () => readonly string[];
  readonly #ownOf: (draft: string) => readonly string[];
  readonly #listener: Listener;
  readonly #trusted: () => boolean;
  /** By folder, and by the knowledge bases that are asked for there. */
  #serving = new Map<string, Promise<Serving>>();
  #files = new Map<string, Promise<FolderFiles>>();
  /** The folders' files as they were last read. */
  readonly #filesBefore = new Map<string, FolderFiles>();
  /** By place, and by what comes before it. */
  #bases = new Map<string, Promise<Base>>();
  /** The bases as they were last read: what has not changed need not be loaded again. */
  readonly #loaded = new Map<string, Base>();
  /** What has come of `#serving`, for questions that cannot wait. */
  readonly #known = new Map<string, Serving>();
  readonly #lines = new Map<string, { readonly text: string; readonly lines: Lines }>();
  readonly #draftSettings = new DraftSettings();
  #agreed = false;
  /** Counts the reloads, so that one that is overtaken leaves no trace. */
  #reloads = 0;

  /**
   * `ownOf` tells which knowledge bases an open draft itself asks for; in a workspace that is not `trusted`, those that
   * lie outside it are not read.
   */
  constructor(
    host: Host,
    settings: SettingsStore,
    folders: () => readonly string[],
    ownOf: (draft: string) => readonly string[],
    listener: Listener,
    trusted: () => boolean = () => true,
  ) {
    this.#host = host;
    this.#settings = settings;
    this.#folders = folders;
    this.#ownOf = ownOf;
    this.#listener = listener;
    this.#trusted = trusted;
  }

  /** What holds for a draft, `own` being what its front matter asks for. The same objects until something of it changes. */
  async of(draft: string, own = this.#ownOf(draft)): Promise<Serving> {
    const folder = this.folderOf(draft);
    const [settings, files] = await Promise.all([
      this.#settings.of(this.#windowFolder(folder)),
      this.#filesOf(folder),
    ]);
    const asked = await this.#askedFor(draft, own, folder, files, settings);
    const key = `${folder}\n${asked?.join("\n") ?? ""}`;
    const serving = this.#serving.get(key) ?? this.#load(key, { folder, settings, files, asked });
    this.#serving.set(key, serving);
    return serving;
  }

  /** A draft's path from the folder that decides about it. */
  pathOf(draft: string): string {
    const folder = this.folderOf(draft);
    return pathFrom(ignoreFileIn(folder), this.fileOf(draft)) ?? "";
  }

  /** What is set for a draft. */
  settingsOf(draft: string, serving: Serving): Settings {
    return this.#draftSettings.of(this.pathOf(draft), serving);
  }

  #filesOf(folder: string): Promise<FolderFiles> {
    const known = this.#files.get(folder);
    if (known !== undefined) return known;
    const files = readFolderFiles(this.#host, folder, this.#filesBefore.get(folder));
    void files.then((read) => this.#filesBefore.set(folder, read));
    this.#files.set(folder, files);
    return files;
  }

  /** The knowledge bases that the draft, the editor or the project file names; undefined: those that are found. */
  async #askedFor(
    draft: string,
    own: readonly string[],
    folder: string,
    { project }: FolderFiles,
    settings: Settings,
  ): Promise<readonly string[] | undefined> {
    if (folder === this.#samples) return [this.#host.bundled];
    const { knowledge } = effectiveFor(this.pathOf(draft), project?.file, settings);
    if (own.length === 0 && knowledge === undefined) return undefined;
    const uri = this.fileOf(draft);
    const from = own.length > 0 ? uri.slice(0, uri.lastIndexOf("/")) : folder;
    const { places } = await placesFor(own.length > 0 ? own : knowledge!.value, {
      bundled: this.#host.bundled,
      resolve: (path) => this.#host.resolve(from, path),
      list: async () =>
        (await this.#host.list(from)).flatMap((file) => pathFrom(ignoreFileIn(from), file) ?? []),
    });
    if (this.#trusted()) return places;
    const roots = [this.#host.bundled, folder, ...this.#folders().map((one) => this.fileOf(one))];
    return insideOf(roots, places, this.#listener.log);
  }

  /** A document's file in its one spelling. */
  fileOf(uri: string): string {
    return this.#host.canonical(uri);
  }

  /** Whether a file is what drafts are held against, or lies beside it (the text of a source), and is no draft itself. */
  isFact(uri: string, { bases }: Serving): boolean {
    const file = this.#host.canonical(uri);
    const places = bases.map(({ place }) => place);
    return liesWithBase(file, places) || bases.some(({ files }) => files.has(file));
  }

  /** What holds in a folder of the window, whether or not a draft of it is open. */
  in(folder: string): Promise<Serving> {
    return this.of(`${folder.replace(/\/$/, "")}/draft`);
  }

  /**
   * Looks for and reads everything again that these drafts and the window's folders need, and forgets the rest;
   * true if anything that drafts depend on is different now.
   */
  async reload(drafts: readonly string[]): Promise<boolean> {
    const before = new Map(this.#known);
    this.#reloads++;
    this.#bases = new Map();
    this.#files = new Map();
    this.#serving = new Map();
    await Promise.all([
      ...drafts.map((uri) => this.of(uri)),
      ...this.#folders().map((folder) => this.in(folder)),
    ]);
    for (const key of this.#known.keys()) if (!this.#serving.has(key)) this.#known.delete(key);
    for (const key of this.#loaded.keys()) if (!this.#bases.has(key)) this.#loaded.delete(key);
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
    const { knowledge } = await this.#base(this.#host.bundled);
    return knowledge.bases[0]?.title ?? "";
  }

  /** Where something is written, if its file has been read. */
  locate({ file, span }: Origin): Location | undefined {
    const base = this.inUse.find(({ files }) => files.has(file));
    const text = base?.files.get(file);
    return text === undefined ? undefined : { uri: file, range: rangeOf(this.#linesOf(file, text), span) };
  }

  #linesOf(file: string, text: string): Lines {
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

  /** The folder that decides about a draft: the samples', the innermost of the window's, or its own. */
  folderOf(draft: string): string {
    const uri = this.#host.canonical(draft);
    const folders = this.#folders().map((folder) => this.#host.canonical(folder).replace(/\/$/, ""));
    const holding = folders.filter((folder) => uri.startsWith(`${folder}/`));
    if (uri.startsWith(`${this.#samples}/`)) return this.#samples;
    if (holding.length > 0) return holding.reduce((a, b) => (a.length < b.length ? b : a));
    return this.#host.reaches(uri) ? uri.slice(0, uri.lastIndexOf("/")) : (folders[0] ?? "");
  }

  get #samples(): string {
    return `${this.#host.bundled}/samples`;
  }

  async #load(
    key: string,
    where: Pick<Serving, "folder" | "settings" | "files"> & { readonly asked: readonly string[] | undefined },
  ): Promise<Serving> {
    const reloads = this.#reloads;
    const { folder, settings, files, asked } = where;
    const places = asked ?? (await this.#placesFor(folder, settings));
    const bases: Base[] = [];
    // One after the other, for each may use the ids of those before it.
    for (const place of places) {
      bases.push(await this.#base(place, mergedBefore(bases.map((base) => base.knowledge))));
    }
    const old = this.#known.get(key);
    const merged = mergeKnowledge(bases.map((base) => base.knowledge));
    const knowledge = old !== undefined && old.knowledge.version === merged.version ? old.knowledge : merged;
    if (old !== undefined) follow(knowledge, old.knowledge);
    const askable = places.length === 0 && settings.bundledKnowledge === "ask";
    const serving = { knowledge, settings, bases, folder, files, askable };
    if (reloads !== this.#reloads) return serving;
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

  /** The folder as the client spells it, if it is one of the window's. */
  #windowFolder(folder: string): string | undefined {
    return this.#folders().find((one) => this.#host.canonical(one).replace(/\/$/, "") === folder);
  }

  #base(place: string, before?: Knowledge): Promise<Base> {
    const key = `${place}\n${before?.version ?? ""}`;
    const known = this.#bases.get(key);
    if (known !== undefined) return known;
    const base = loadBase(this.#host, place, before, this.#loaded.get(key));
    void base.then((loaded) => {
      if (loaded.keep !== undefined && this.#loaded.get(key) !== loaded)
        this.#listener.keepable(place, loaded.keep);
      this.#loaded.set(key, loaded);
    });
    this.#bases.set(key, base);
    return base;
  }
}
