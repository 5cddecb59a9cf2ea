import type { Location } from "vscode-languageserver";
import type { Word } from "../../features/knowledge/type-definition.ts";
import type { VocabularyPart } from "../../knowledge-base/format/terms.ts";
import { valueAt } from "../../knowledge-base/loading/top-level.ts";
import { VOCABULARY_FILES } from "../../knowledge-base/vocabulary/vocabulary.ts";
import { parseYaml, type YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { rangeOf } from "../convert.ts";
import type { Host } from "../host.ts";
import { linesOf } from "./knowledge-files.ts";

/** The files of the built-in vocabulary, where they were installed along: they are read when first asked about. */
export class BuiltInWords {
  readonly #host: Host;
  readonly #files = new Map<VocabularyPart, Promise<YamlFile | undefined>>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** The entry of a word; undefined if it is not built in. */
  async locate({ part, word }: Word): Promise<Location | undefined> {
    const file = this.#files.get(part) ?? this.#read(part);
    this.#files.set(part, file);
    const tree = await file;
    const words = valueAt(valueAt(tree?.roots[0], "vocabulary"), part);
    const pair = words?.kind === "map" ? words.pairs.find(({ key }) => key === word) : undefined;
    return tree && pair && { uri: tree.file, range: rangeOf(linesOf(tree), pair) };
  }

  async #read(part: VocabularyPart): Promise<YamlFile | undefined> {
    const file = `${this.#host.bundled}/${VOCABULARY_FILES[part]}`;
    const text = await this.#host.read(file);
    return text === undefined ? undefined : parseYaml(file, text);
  }
}
