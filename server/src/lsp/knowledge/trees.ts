import { parseYamlInSteps, type YamlFile } from "../../knowledge-base/yaml/tree.ts";
import type { Scheduler } from "../scheduler.ts";

interface Parse {
  readonly text: string;
  readonly key: string;
  readonly tree: Promise<YamlFile | undefined>;
}

/** Texts of one file that are at hand at once: what serves, and what it is being replaced by. */
const MOST_TEXTS = 2;

/** The files of knowledge bases as they were parsed last, in slices; of no text twice. */
export class Trees {
  /** By file, the one that was asked for last at the end. */
  readonly #parses = new Map<string, readonly Parse[]>();
  #count = 0;

  constructor(private readonly scheduler: Pick<Scheduler, "drive" | "stop">) {}

  /** The tree of a text; undefined where others of the same file are wanted meanwhile, so that it was left. */
  of(file: string, text: string): Promise<YamlFile | undefined> {
    const known = this.#parses.get(file) ?? [];
    const parse = known.find((each) => each.text === text) ?? this.#begin(file, text);
    const parses = [...known.filter((each) => each !== parse), parse];
    for (const { key } of parses.slice(0, -MOST_TEXTS)) this.scheduler.stop(key);
    this.#parses.set(file, parses.slice(-MOST_TEXTS));
    return parse.tree;
  }

  /** Of several texts, or undefined as in {@link of}. */
  async all(
    files: readonly { readonly file: string; readonly text: string }[],
  ): Promise<readonly YamlFile[] | undefined> {
    const trees = await Promise.all(files.map(({ file, text }) => this.of(file, text)));
    return trees.every((tree) => tree !== undefined) ? trees : undefined;
  }

  #begin(file: string, text: string): Parse {
    const key = `parse ${file} ${++this.#count}`;
    return { text, key, tree: this.scheduler.drive(key, parseYamlInSteps(file, text)) };
  }
}
