import type { Connection } from "vscode-languageserver";
import { isExcluded } from "../../project/effective.ts";
import { excludedBy } from "../../project/exclusions.ts";
import { filesBelow } from "../../project/walk.ts";
import type { Settings } from "../../settings.ts";
import type { Client } from "../client.ts";
import { formatOfFile } from "../documents.ts";
import type { Host } from "../host.ts";
import type { KnowledgeBases, Serving } from "../knowledge/knowledge-bases.ts";
import { traceOf } from "../warnings.ts";

/** Drafts of a window that are read without being open. */
const MOST_DRAFTS = 10_000;

/** The settings of editors that say what is left out where all files are looked through. */
export const EXCLUDING_SECTIONS = ["files.exclude", "search.exclude"];

/** Finds the drafts of the window's folders that have something to be held against. */
export class DraftFiles {
  #excluded = new Map<string, Promise<(path: string) => boolean>>();
  readonly #told = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly host: Host,
    private readonly bases: KnowledgeBases,
    private readonly folders: () => readonly string[],
  ) {}

  /** The client's settings may be others now. */
  forgetSettings(): void {
    this.#excluded = new Map();
  }

  /** Whether there is a folder with drafts to look at, by its settings and by there being knowledge to hold them against. */
  async isAnyFolder(isMeant: (settings: Settings) => boolean): Promise<boolean> {
    const all = await this.bases.everywhere();
    return all.some((serving) => isServed(serving) && isMeant(serving.settings));
  }

  /** Every draft, in the order of folders and names, up to a limit of which the log tells. */
  async all(): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const folder of this.folders()) {
      const serving = await this.bases.in(folder);
      // Where there is nothing to hold drafts against, nobody wants to know which there are.
      if (!isServed(serving)) continue;
      for await (const file of await this.#below(folder, serving)) {
        if (found.size === MOST_DRAFTS) {
          this.#tell(
            `There are more than ${MOST_DRAFTS} drafts; only the first ones are read while they are not open.`,
          );
          return [...found];
        }
        found.add(file);
      }
    }
    return [...found];
  }

  /** Of open drafts, those that are no part of knowledge bases and not left out by the project file. */
  async among(files: readonly string[]): Promise<string[]> {
    const areDrafts = await Promise.all(
      files.map(async (file) => this.#isDraft(file, await this.bases.of(file))),
    );
    return files.filter((_, i) => areDrafts[i]);
  }

  async *#below(folder: string, serving: Serving): AsyncGenerator<string> {
    const excluded = await this.#excludedIn(folder);
    const limits = {
      gitignore: serving.files.project?.file.settings.gitignore ?? true,
      isExcluded: excluded,
      unreadable: (path: string) =>
        this.#tell(`The folder ${path} cannot be read; drafts in it are not checked.`),
    };
    for await (const file of filesBelow(this.host, this.bases.fileOf(folder).replace(/\/$/, ""), limits)) {
      if (formatOfFile(file) === undefined) continue;
      const own = await this.bases.of(file, []);
      if (own.bases.length > 0 && this.#isDraft(file, own)) yield file;
    }
  }

  #isDraft(file: string, serving: Serving): boolean {
    const { project } = serving.files;
    return !isExcluded(this.bases.pathOf(file), project?.file) && !this.bases.isFact(file, serving);
  }

  #excludedIn(folder: string): Promise<(path: string) => boolean> {
    const known = this.#excluded.get(folder) ?? this.#ask(folder);
    this.#excluded.set(folder, known);
    return known;
  }

  async #ask(folder: string): Promise<(path: string) => boolean> {
    if (!this.client.tellsSettings) return () => false;
    try {
      const items = EXCLUDING_SECTIONS.map((section) => ({ section, scopeUri: folder }));
      return excludedBy(...(await this.connection.workspace.getConfiguration(items)));
    } catch (error) {
      this.connection.console.error(`The client did not tell what it leaves out: ${traceOf(error)}`);
      return () => false;
    }
  }

  #tell(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.connection.console.warn(message);
  }
}

/** Drafts of some folder or kind may be held against something even where the folder as a whole is not. */
function isServed({ bases, files }: Serving): boolean {
  const overrides = files.project?.file.settings.overrides ?? [];
  return bases.length > 0 || overrides.some(({ knowledge }) => knowledge !== undefined);
}
