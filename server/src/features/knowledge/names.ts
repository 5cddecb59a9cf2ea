import type { VocabularyPart } from "../../knowledge-base/format/terms.ts";
import type { Id } from "../../knowledge-base/knowledge.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import type { Span } from "../../text/span.ts";
import { entryOf, formAt, formIn, isVocabularyPart, mapForm, type Path, scalarForms } from "./format.ts";
import { type Place, placeAt } from "./place.ts";

/** What the files of a knowledge base call something by: the id of an entry, a word of the vocabulary. */
export type Name =
  | { readonly kind: "id"; readonly id: Id }
  | { readonly kind: "word"; readonly part: VocabularyPart; readonly word: string };

/** A name as it stands at an offset of a file. */
export interface NameAt {
  readonly name: Name;
  readonly span: Span;
  /** It is the key of the entry, rather than a use of it. */
  readonly declares: boolean;
  readonly place: Place;
}

/** The id or word that stands at an offset, as the format has it there. */
export function nameAt(file: YamlFile, offset: number): NameAt | undefined {
  const place = placeAt(file, offset);
  const found = place.text === "" ? undefined : nameOf(place);
  return found && { ...found, span: place.span, place };
}

/** By which two names are told apart. */
export function keyOf(name: Name): string {
  return name.kind === "id" ? name.id : `${name.part} ${name.word}`;
}

function nameOf({ at, path, text }: Place): Pick<NameAt, "name" | "declares"> | undefined {
  if (at === "key") return nameOfKey(path, text);
  if (at !== "value") return undefined;
  for (const form of scalarForms(formAt(path))) {
    const part = form["x-word"];
    if (form["x-id"] !== undefined) return { name: { kind: "id", id: text }, declares: false };
    if (part !== undefined) return { name: { kind: "word", part, word: text }, declares: false };
  }
  return undefined;
}

function nameOfKey(path: Path, text: string): Pick<NameAt, "name" | "declares"> | undefined {
  const [top, part] = path;
  if (path.length === 2 && entryOf(path) !== undefined)
    return { name: { kind: "id", id: text }, declares: true };
  if (path.length === 3 && top === "vocabulary" && isVocabularyPart(part))
    return { name: { kind: "word", part, word: text }, declares: true };
  const used = mapForm(formAt(path.slice(0, -1)))?.["x-keys"];
  if (used === undefined || formIn(mapForm(formAt(path.slice(0, -1)))!, text) === undefined) return undefined;
  return { name: { kind: "word", part: used, word: text }, declares: false };
}
