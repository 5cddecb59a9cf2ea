import type { KnowledgeSnapshot } from "../../features/knowledge/snapshot.ts";
import { loadKnowledge } from "../../knowledge-base/loading/load.ts";
import { parseYaml, type YamlFile } from "../../knowledge-base/yaml/tree.ts";
import type { Settings } from "../../settings.ts";
import { Lines } from "../../text/lines.ts";
import type { Documents } from "../documents.ts";
import type { Host } from "../host.ts";
import type { KnowledgeBases, Serving } from "./knowledge-bases.ts";
import { problemsSoFar } from "./linting.ts";

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
  readonly #trees = new Map<string, YamlFile>();
  readonly #snapshots = new WeakMap<Serving, KnowledgeSnapshot>();

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly bases: KnowledgeBases,
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
    const document = this.documents.get(uri);
    if (document === undefined) return undefined;
    const tree = this.#tree(file, document.getText());
    const serving = this.bases.servingWith(file);
    const snapshot = serving === undefined ? alone(tree) : this.#snapshot(serving);
    return { file, tree, lines: linesOf(tree), snapshot, settings };
  }

  /** What a draft is held against, with its files. */
  async behind(draft: string): Promise<KnowledgeSnapshot> {
    return this.#snapshot(await this.bases.of(draft));
  }

  /** The same with those files only that have some of these words in them: of a large one, few need be parsed. */
  async behindWith(draft: string, words: readonly string[]): Promise<KnowledgeSnapshot> {
    const serving = await this.bases.of(draft);
    const texts = this.#textsOf(serving).filter(([, text]) => words.some((word) => text.includes(word)));
    const files = new Map(texts.map(([file, text]) => [file, this.#tree(file, text)]));
    return { knowledge: serving.knowledge, files, problems: [] };
  }

  /** All that serve somewhere in the window, each with those that serve together with it. */
  async all(): Promise<KnowledgeSnapshot[]> {
    const servings = await this.bases.everywhere();
    return servings.filter(({ bases }) => bases.length > 0).map((serving) => this.#snapshot(serving));
  }

  /**
   * The same with those files only that a search needs beside the facts: where an entry has an error, it is in none of
   * them. Large knowledge bases need not be parsed for it.
   */
  async allSearched(): Promise<Pick<KnowledgeSnapshot, "knowledge" | "files">[]> {
    const servings = await this.bases.everywhere();
    return servings.map((serving) => {
      const faulty = new Set(
        serving.bases.flatMap(({ problems }) => problems.map(({ origin }) => origin.file)),
      );
      const texts = this.#textsOf(serving).filter(([file]) => faulty.has(file));
      const files = new Map(texts.map(([file, text]) => [file, this.#tree(file, text)]));
      return { knowledge: serving.knowledge, files };
    });
  }

  /** What serves together somewhere. */
  of(serving: Serving): KnowledgeSnapshot {
    return this.#snapshot(serving);
  }

  /** The same object until one of its files changes, for features remember by it what they have worked out. */
  #snapshot(serving: Serving): KnowledgeSnapshot {
    const files = new Map(this.#textsOf(serving).map(([file, text]) => [file, this.#tree(file, text)]));
    const known = this.#snapshots.get(serving);
    if (
      known?.files.size === files.size &&
      [...files].every(([file, tree]) => known.files.get(file) === tree)
    )
      return known;
    const { knowledge, bases } = serving;
    const snapshot: KnowledgeSnapshot = {
      knowledge,
      files,
      get problems() {
        return bases.flatMap(problemsSoFar);
      },
    };
    this.#snapshots.set(serving, snapshot);
    return snapshot;
  }

  #textsOf({ bases }: Serving): (readonly [string, string])[] {
    const open = new Map(
      this.documents.all().map((document) => [this.host.canonical(document.uri), document.getText()]),
    );
    const names = bases.flatMap(({ knowledge, files }) =>
      knowledge.bases.flatMap((base) => base.files.map((file) => [file, files.get(file) ?? ""] as const)),
    );
    return names.map(([file, text]) => [file, open.get(file) ?? text]);
  }

  #tree(file: string, text: string): YamlFile {
    const known = this.#trees.get(file);
    if (known?.text === text) return known;
    const tree = parseYaml(file, text);
    this.#trees.set(file, tree);
    return tree;
  }
}

const lines = new WeakMap<YamlFile, Lines>();

export function linesOf(tree: YamlFile): Lines {
  const known = lines.get(tree) ?? new Lines(tree.text);
  lines.set(tree, known);
  return known;
}

const byThemselves = new WeakMap<YamlFile, KnowledgeSnapshot>();

/** A file that no knowledge base has taken in yet: it has not been saved, perhaps. */
function alone(tree: YamlFile): KnowledgeSnapshot {
  const known = byThemselves.get(tree);
  if (known !== undefined) return known;
  const { knowledge, problems } = loadKnowledge([tree]);
  const snapshot = { knowledge, problems, files: new Map([[tree.file, tree]]) };
  byThemselves.set(tree, snapshot);
  return snapshot;
}
