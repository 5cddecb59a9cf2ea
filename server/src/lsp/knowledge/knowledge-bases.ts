import type { Location } from "vscode-languageserver";
import { IGNORE_FILE } from "../../ignoring/ignore-file.ts";
import { liesWithBase } from "../../knowledge-base/discover.ts";
import type { Knowledge, Origin } from "../../knowledge-base/knowledge.ts";
import { mergedBefore, mergeKnowledge } from "../../knowledge-base/merge.ts";
import type { Settings } from "../../settings.ts";
import { Lines } from "../../text/lines.ts";
import { rangeOf } from "../convert.ts";
import { readIgnores, type ServingIgnores } from "../draft/ignore-file.ts";
import type { Host } from "../host.ts";
import type { SettingsStore } from "../settings-store.ts";
import { type Base, loadBase, placesIn } from "./loading.ts";

/** What a draft is held against, and how it came to that. */
export interface Serving {
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  readonly bases: readonly Base[];
  /** What the folder's ignore file says is known. */
  readonly ignores: ServingIgnores | undefined;
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
  readonly #listener: Listener;
  #serving = new Map<string, Promise<Serving>>();
  /** By place, and by what comes before it. */
  #bases = new Map<string, Promise<Base>>();
  /** The bases as they were last read: what has not changed need not be loaded again. */
  readonly #loaded = new Map<string, Base>();
  /** What has come of `#serving`, for questions that cannot wait. */
  readonly #known = new Map<string, Serving>();
  readonly #lines = new Map<string, { readonly text: string; readonly lines: Lines }>();
  #agreed = false;
  /** Counts the reloads, so that one that is overtaken leaves no trace. */
  #reloads = 0;

  constructor(host: Host, settings: SettingsStore, folders: () => readonly string[], listener: Listener) {
    this.#host = host;
    this.#settings = settings;
    this.#folders = folders;
    this.#listener = listener;
  }

  /** What holds for a draft. The same objects until something of it changes. */
  of(draft: string): Promise<Serving> {
    const folder = this.folderOf(draft);
    const serving = this.#serving.get(folder) ?? this.#load(folder);
    this.#serving.set(folder, serving);
    return serving;
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
    this.#serving = new Map();
    await Promise.all([
      ...drafts.map((uri) => this.of(uri)),
      ...this.#folders().map((folder) => this.in(folder)),
    ]);
    for (const folder of this.#known.keys()) if (!this.#serving.has(folder)) this.#known.delete(folder);
    for (const key of this.#loaded.keys()) if (!this.#bases.has(key)) this.#loaded.delete(key);
    this.#listener.loaded();
    return [...this.#known].some(([folder, { knowledge, ignores }]) => {
      const old = before.get(folder);
      return old?.knowledge !== knowledge || old.ignores !== ignores;
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
    const served = [...this.#known.keys()].flatMap((folder) => [folder, `${folder}/knowledge`]);
    const used = [...this.files.keys()].map((file) => file.slice(0, file.lastIndexOf("/")));
    return [...new Set([...served, ...used])].filter((folder) => folder !== "");
  }

  /** Whether a change of this file or folder can change what holds. */
  concerns(uri: string): boolean {
    if (uri.endsWith(`/${IGNORE_FILE}`)) return true;
    if (this.files.has(uri) || /\/knowledge(?:\/.*\.ya?ml)?$|\.knowledge\.yaml$/.test(uri)) return true;
    return this.inUse.some(({ place }) => place === uri || uri.startsWith(`${place}/`));
  }

  /** The ignore files of the folders that are served. */
  get ignoreFiles(): readonly ServingIgnores[] {
    return [...this.#known.values()].flatMap(({ ignores }) => ignores ?? []);
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
    return uri.startsWith("file:") ? uri.slice(0, uri.lastIndexOf("/")) : (folders[0] ?? "");
  }

  get #samples(): string {
    return `${this.#host.bundled}/samples`;
  }

  async #load(folder: string): Promise<Serving> {
    const reloads = this.#reloads;
    const settings = await this.#settings.of(this.#windowFolder(folder));
    const places = await this.#placesFor(folder, settings);
    const bases: Base[] = [];
    // One after the other, for each may use the ids of those before it.
    for (const place of places) {
      bases.push(await this.#base(place, mergedBefore(bases.map((base) => base.knowledge))));
    }
    const old = this.#known.get(folder);
    const merged = mergeKnowledge(bases.map((base) => base.knowledge));
    const knowledge = old !== undefined && old.knowledge.version === merged.version ? old.knowledge : merged;
    const ignores = await readIgnores(this.#host, folder, old?.ignores);
    const askable = places.length === 0 && settings.bundledKnowledge === "ask";
    const serving = { knowledge, settings, bases, ignores, askable };
    if (reloads !== this.#reloads) return serving;
    this.#known.set(folder, serving);
    if (knowledge !== old?.knowledge) this.#listener.log(`${folder}: ${describe(serving)}`);
    this.#listener.loaded();
    return serving;
  }

  async #placesFor(folder: string, settings: Settings): Promise<readonly string[]> {
    if (folder === this.#samples) return [this.#host.bundled];
    if (settings.knowledge.length > 0)
      return settings.knowledge.map((path) => this.#host.resolve(folder, path));
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

/** For the log: which knowledge bases serve, and what is in them. */
function describe({ knowledge }: Serving): string {
  const titles = knowledge.bases.map(
    ({ title, counts }) =>
      `“${title}” (${counts.entities} actors, ${counts.events} events, ${counts.claims} claims)`,
  );
  return titles.length === 0 ? "no knowledge base" : titles.join(", then ");
}
