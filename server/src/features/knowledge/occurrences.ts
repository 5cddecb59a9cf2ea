import type { FormatKeywords, VocabularyPart } from "../../knowledge-base/format/terms.ts";
import type { YamlFile, YamlMap, YamlNode, YamlPair, YamlScalar } from "../../knowledge-base/yaml/tree.ts";
import { lastBefore, type Span, span } from "../../text/span.ts";
import { FILE, formIn, isEntryMap, isVocabularyPart, mapForm, type Path, scalarForms } from "./format.ts";
import { rootsOf } from "./sketch/roots.ts";

/** A key or scalar of a file that means something to the format. The span is without quotation marks. */
export interface Occurrence extends Span {
  readonly kind: "entry" | "id" | "new-word" | "word" | "date" | "text";
  readonly text: string;
  /** What the format says of the value, or of the value under the key. */
  readonly form: FormatKeywords;
  /** Of a word: the part of the vocabulary. */
  readonly part?: VocabularyPart;
  /** From the top of the file; valid only during the visit. */
  readonly path: Path;
}

/**
 * Goes through what is written in a file, in the order of the text: all of it, or what meets `within`. What the format
 * does not know is left out, what cannot be parsed is in it as far as its lines can be told. Linear in the part that is gone through.
 */
export function visitOccurrences(
  file: YamlFile,
  visit: (occurrence: Occurrence) => void,
  within: Span = span(0, Number.POSITIVE_INFINITY),
): void {
  const visitor = new Visitor(visit, within);
  for (const root of rootsOf(file)) visitor.node(root, FILE);
}

class Visitor {
  readonly #visit: (occurrence: Occurrence) => void;
  readonly #within: Span;
  readonly #path: (string | number)[] = [];

  constructor(visit: (occurrence: Occurrence) => void, within: Span) {
    this.#visit = visit;
    this.#within = within;
  }

  node(node: YamlNode, form: FormatKeywords): void {
    if (node.kind === "map") this.#map(node, form);
    else if (node.kind === "scalar") this.#scalar(node, form);
    else {
      const item = formIn(form, 0);
      if (item !== undefined) for (const [i, each] of node.items.entries()) this.#under(i, each, item);
    }
  }

  #under(step: string | number, node: YamlNode, form: FormatKeywords): void {
    this.#path.push(step);
    this.node(node, form);
    this.#path.pop();
  }

  #map({ pairs }: YamlMap, form: FormatKeywords): void {
    const { start, end } = this.#within;
    const map = mapForm(form);
    if (map === undefined) return;
    for (let i = Math.max(0, lastBefore(pairs, start)); i < pairs.length && pairs[i]!.start <= end; i++) {
      const pair = pairs[i]!;
      const value = formIn(map, pair.key);
      if (value === undefined) continue;
      this.#key(pair, map, value);
      this.#under(pair.key, pair.value, value);
    }
  }

  #key({ key, start, end }: YamlPair, map: FormatKeywords, form: FormatKeywords): void {
    const [top, part] = this.#path;
    const used = map["x-keys"];
    const path = this.#path;
    if (path.length === 1 && isEntryMap(top))
      this.#visit({ kind: "entry", text: key, start, end, form, path });
    if (path.length === 2 && top === "vocabulary" && isVocabularyPart(part))
      this.#visit({ kind: "new-word", text: key, start, end, form, path, part });
    if (used !== undefined) this.#visit({ kind: "word", text: key, start, end, form, path, part: used });
  }

  #scalar({ text, start, end }: YamlScalar, any: FormatKeywords): void {
    if (start === end) return;
    const forms = scalarForms(any);
    const form = forms.find((each) => each["x-id"] ?? each["x-date"] ?? each["x-word"]) ?? forms[0];
    if (form === undefined) return;
    const part = form["x-word"];
    const kind = form["x-id"] ? "id" : form["x-date"] ? "date" : part === undefined ? "text" : "word";
    this.#visit({ kind, text, start, end, form, path: this.#path, ...(part && { part }) });
  }
}
