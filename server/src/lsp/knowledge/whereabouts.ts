import { pathFrom } from "../../ignoring/ignore-file.ts";
import { effectiveFor } from "../../project/effective.ts";
import { placesFor } from "../../project/places.ts";
import type { Settings } from "../../settings.ts";
import type { Host } from "../host.ts";
import { type FolderFiles, ignoreFileIn, readFolderFiles } from "../project/folder-files.ts";
import type { SettingsStore } from "../settings-store.ts";
import { insideOf } from "../trust.ts";

/** Where a draft stands, and what is asked for there. */
export interface Where {
  /** The same for all that stand there and ask for the same. */
  readonly key: string;
  /** The folder that decides about the draft, and what its files say. */
  readonly folder: string;
  readonly files: FolderFiles;
  readonly settings: Settings;
  /** The knowledge bases that the draft, the editor or the project file names; undefined: those that are found. */
  readonly asked: readonly string[] | undefined;
}

/** Which folder decides about each draft, and what its files, the settings and the draft itself ask for. */
export class Whereabouts {
  #files = new Map<string, Promise<FolderFiles>>();
  /** The folders' files as they were last read. */
  readonly #filesBefore = new Map<string, FolderFiles>();

  constructor(
    private readonly host: Host,
    private readonly settings: SettingsStore,
    private readonly folders: () => readonly string[],
    private readonly trusted: () => boolean,
    private readonly log: (message: string) => void,
  ) {}

  /** `own` are the knowledge bases that the draft's front matter names. */
  async of(draft: string, own: readonly string[]): Promise<Where> {
    const folder = this.folderOf(draft);
    const [settings, files] = await Promise.all([
      this.settings.of(this.#windowFolder(folder)),
      this.#filesOf(folder),
    ]);
    const asked = await this.#askedFor(draft, own, folder, files, settings);
    return { key: `${folder}\n${asked?.join("\n") ?? ""}`, folder, settings, files, asked };
  }

  /** The folders' files are to be read again. */
  forget(): void {
    this.#files = new Map();
  }

  /** A draft's path from the folder that decides about it. */
  pathOf(draft: string): string {
    const folder = this.folderOf(draft);
    return pathFrom(ignoreFileIn(folder), this.host.canonical(draft)) ?? "";
  }

  /** The folder that decides about a draft: the samples', the innermost of the window's, or its own. */
  folderOf(draft: string): string {
    const uri = this.host.canonical(draft);
    const folders = this.folders().map((folder) => this.host.canonical(folder).replace(/\/$/, ""));
    const holding = folders.filter((folder) => uri.startsWith(`${folder}/`));
    if (uri.startsWith(`${this.#samples}/`)) return this.#samples;
    if (holding.length > 0) return holding.reduce((a, b) => (a.length < b.length ? b : a));
    return this.host.reaches(uri) ? uri.slice(0, uri.lastIndexOf("/")) : (folders[0] ?? "");
  }

  get #samples(): string {
    return `${this.host.bundled}/samples`;
  }

  #filesOf(folder: string): Promise<FolderFiles> {
    const known = this.#files.get(folder);
    if (known !== undefined) return known;
    const files = readFolderFiles(this.host, folder, this.#filesBefore.get(folder));
    void files.then((read) => this.#filesBefore.set(folder, read));
    this.#files.set(folder, files);
    return files;
  }

  async #askedFor(
    draft: string,
    own: readonly string[],
    folder: string,
    { project }: FolderFiles,
    settings: Settings,
  ): Promise<readonly string[] | undefined> {
    if (folder === this.#samples) return [this.host.bundled];
    const { knowledge } = effectiveFor(this.pathOf(draft), project?.file, settings);
    if (own.length === 0 && knowledge === undefined) return undefined;
    const uri = this.host.canonical(draft);
    const from = own.length > 0 ? uri.slice(0, uri.lastIndexOf("/")) : folder;
    const { places } = await placesFor(own.length > 0 ? own : knowledge!.value, {
      bundled: this.host.bundled,
      resolve: (path) => this.host.resolve(from, path),
      list: async () =>
        (await this.host.list(from)).flatMap((file) => pathFrom(ignoreFileIn(from), file) ?? []),
    });
    if (this.trusted()) return places;
    const roots = [this.host.bundled, folder, ...this.folders().map((one) => this.host.canonical(one))];
    return insideOf(roots, places, this.log);
  }

  /** The folder as the client spells it, if it is one of the window's. */
  #windowFolder(folder: string): string | undefined {
    return this.folders().find((one) => this.host.canonical(one).replace(/\/$/, "") === folder);
  }
}
