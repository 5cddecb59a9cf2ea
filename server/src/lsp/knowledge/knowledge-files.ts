import type { KnowledgeSnapshot } from "../../features/knowledge/snapshot.ts";
import { loadTrees } from "../../knowledge-base/loading/load.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import type { Settings } from "../../settings.ts";
import { Lines } from "../../text/lines.ts";
import type { Documents } from "../documents.ts";
import type { Host } from "../host.ts";
import type { Scheduler } from "../scheduler.ts";
import type { KnowledgeBases, Serving } from "./knowledge-bases.ts";
import { problemsSoFar } from "./linting.ts";
import type { Trees } from "./trees.ts";

const KNOWLEDGE_FILE = /\/knowledge\/.*\.yaml$|\.knowledge\.yaml$/i;

/** An open knowledge file in its surroundings. */
export interface OpenKnowledgeFile {
  /** As the facts' origins spell it. */
  readonly file: string;
  readonly tree: YamlFile;
  readonly lines: Lines;
  readonly snapshot: KnowledgeSnapshot;
  readonly settings: Settings;
}

/** The knowledge files that are open, each with those that serve together with it. */
export class KnowledgeFiles {
  readonly #snapshots = new WeakMap<Serving, KnowledgeSnapshot>();

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly bases: KnowledgeBases,
    private readonly trees: Trees,
    private readonly scheduler: Pick<Scheduler, "drive">,
  ) {}

  /** Whether a file is, or by its name will be, a part of a knowledge base. */
  isKnowledge(uri: string): boolean {
    return KNOWLEDGE_FILE.test(uri) || this.bases.servingWith(this.host.canonical(uri)) !== undefined;
  }

  /**
   * The file as it stands in the editor; the facts around it may be a moment older. Undefined: it is not open, or no
   * knowledge file.
   */
  async open(uri: string): Promise<OpenKnowledgeFile | undefined> {
    if (this.documents.get(uri) === undefined || !this.isKnowledge(uri)) return undefined;
    const file = this.host.canonical(uri);
    const { settings } = await this.bases.in(file.replace(/\/(?:knowledge\/.*|[^/]*)$/, ""));
    for (;;) {
      const version = this.documents.get(uri)?.version;
      const text = this.documents.get(uri)?.getText();
      if (text === undefined) return undefined;
      const tree = await this.trees.of(file, text);
      const serving = this.bases.servingWith(file);
      const snapshot =
        tree && (await (serving === undefined ? this.#alone(tree) : this.#snapshotOnce(serving)));
      // Where it has changed meanwhile, its newest text is the one that was asked about.
      if (tree === undefined || snapshot === undefined || this.documents.get(uri)?.version !== version)
        continue;
      return { file, tree, lines: linesOf(tree), snapshot, settings };
    }
  }

  /** What a draft is held against, with its files. */
  async behind(draft: string): Promise<KnowledgeSnapshot> {
    return this.#snapshot(await this.bases.of(draft));
  }

  /** The same with those files only that have some of these words in them: of a large one, few need be parsed. */
  async behindWith(draft: string, words: readonly string[]): Promise<KnowledgeSnapshot> {
    const serving = await this.bases.of(draft);
    const files = await this.#trees(serving, ({ text }) => words.some((word) => text.includes(word)));
    return { knowledge: serving.knowledge, files, problems: [] };
  }

  /** All that serve somewhere in the window, each with those that serve together with it. */
  async all(): Promise<KnowledgeSnapshot[]> {
    const servings = await this.bases.everywhere();
    const used = servings.filter(({ bases }) => bases.length > 0);
    return Promise.all(used.map((serving) => this.#snapshot(serving)));
  }

  /**
   * The same with those files only that a search needs beside the facts: where an entry has an error, it is in none of
   * them. Large knowledge bases need not be parsed for it.
   */
  async allSearched(): Promise<Pick<KnowledgeSnapshot, "knowledge" | "files">[]> {
    const servings = await this.bases.everywhere();
    return Promise.all(
      servings.map(async (serving) => {
        const faulty = new Set(
          serving.bases.flatMap(({ problems }) => problems.map(({ origin }) => origin.file)),
        );
        const files = await this.#trees(serving, ({ file }) => faulty.has(file));
        return { knowledge: serving.knowledge, files };
      }),
    );
  }

  /** What serves together somewhere. */
  of(serving: Serving): Promise<KnowledgeSnapshot> {
    return this.#snapshot(serving);
  }

  async #snapshot(serving: Serving): Promise<KnowledgeSnapshot> {
    for (;;) {
      const snapshot = await this.#snapshotOnce(serving);
      if (snapshot !== undefined) return snapshot;
    }
  }

  /**
   * The same object until one of its files changes, for features remember by it what they have worked out. Undefined where
   * one has changed meanwhile.
   */
  async #snapshotOnce(serving: Serving): Promise<KnowledgeSnapshot | undefined> {
    const trees = await this.trees.all(this.#textsOf(serving));
    if (trees === undefined) return undefined;
    const known = this.#snapshots.get(serving);
    if (known?.files.size === trees.length && trees.every((tree) => known.files.get(tree.file) === tree))
      return known;
    const { knowledge, bases } = serving;
    const snapshot: KnowledgeSnapshot = {
      knowledge,
      files: byName(trees),
      get problems() {
        return bases.flatMap(problemsSoFar);
      },
    };
    this.#snapshots.set(serving, snapshot);
    return snapshot;
  }

  async #trees(
    serving: Serving,
    isWanted: (file: WrittenFile) => boolean,
  ): Promise<KnowledgeSnapshot["files"]> {
    for (;;) {
      const trees = await this.trees.all(this.#textsOf(serving).filter(isWanted));
      if (trees !== undefined) return byName(trees);
    }
  }

  #textsOf({ bases }: Serving): WrittenFile[] {
    const open = new Map(
      this.documents.all().map((document) => [this.host.canonical(document.uri), document.getText()]),
    );
    const names = bases.flatMap(({ knowledge, files }) =>
      knowledge.bases.flatMap((base) => base.files.map((file) => [file, files.get(file) ?? ""] as const)),
    );
    return names.map(([file, text]) => ({ file, text: open.get(file) ?? text }));
  }

  /** A file that no knowledge base has taken in yet: it has not been saved, perhaps. Undefined where it has changed meanwhile. */
  async #alone(tree: YamlFile): Promise<KnowledgeSnapshot | undefined> {
    const known = byThemselves.get(tree);
    if (known !== undefined) return known;
    const loading = this.scheduler.drive(`load ${tree.file} alone`, loadTrees([tree]));
    const snapshot = loading.then((loaded) => {
      if (loaded === undefined) byThemselves.delete(tree);
      return loaded && { knowledge: loaded.knowledge, problems: loaded.problems, files: byName([tree]) };
    });
    byThemselves.set(tree, snapshot);
    return snapshot;
  }
}

interface WrittenFile {
  readonly file: string;
  readonly text: string;
}

function byName(trees: readonly YamlFile[]): ReadonlyMap<string, YamlFile> {
  return new Map(trees.map((tree) => [tree.file, tree]));
}

const lines = new WeakMap<YamlFile, Lines>();

export function linesOf(tree: YamlFile): Lines {
  const known = lines.get(tree) ?? new Lines(tree.text);
  lines.set(tree, known);
  return known;
}

const byThemselves = new WeakMap<YamlFile, Promise<KnowledgeSnapshot | undefined>>();
