import type { VocabularyPart } from "../../knowledge-base/format/terms.ts";
import type { Id } from "../../knowledge-base/knowledge.ts";
import { BUILT_IN } from "../../knowledge-base/vocabulary/vocabulary.ts";
import { quoted, yamlText } from "../../knowledge-base/yaml/text.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import type { Span } from "../../text/span.ts";
import { partName, wordsOfWord } from "../cards/word-card.ts";
import type { FileEdit } from "./edits.ts";
import { entryOf } from "./format.ts";
import { type Name, nameAt } from "./names.ts";
import { type Place, placeAt } from "./place.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";
import { declarationsOf, type Use, usesOf } from "./uses.ts";

/** What is renamed: an id, a word of the vocabulary, or what an entity or event is called. */
export type Renamed = Name | { readonly kind: "name"; readonly id: Id; readonly name: string };

/** Why something cannot be renamed, in a sentence for the writer. */
export interface Refusal {
  readonly refusal: string;
}

export interface RenamePlace {
  readonly renamed: Renamed;
  /** What is replaced here, and its present text. */
  readonly span: Span;
  readonly text: string;
}

export interface Rename {
  readonly renamed: Renamed;
  /** In all files of the knowledge base; drafts are not among them. */
  readonly edits: readonly FileEdit[];
}

/** What a rename at an offset would be of. */
export function prepareRename(
  snapshot: KnowledgeSnapshot,
  file: YamlFile,
  offset: number,
): RenamePlace | Refusal {
  const named = nameAt(file, offset);
  const place = named?.place ?? placeAt(file, offset);
  const renamed = named?.name ?? preferredName(place);
  if (renamed === undefined)
    return { refusal: "Only ids, words of the vocabulary and names can be renamed." };
  const refusal = whyFixed(renamed, place, snapshot);
  return refusal === undefined ? { renamed, span: place.span, text: place.text } : { refusal };
}

/** The edits that rename what is at an offset, or why it cannot be done. */
export function rename(
  snapshot: KnowledgeSnapshot,
  file: YamlFile,
  offset: number,
  newText: string,
): Rename | Refusal {
  const prepared = prepareRename(snapshot, file, offset);
  if ("refusal" in prepared) return prepared;
  const { renamed, span } = prepared;
  if (renamed.kind !== "name") return renameEverywhere(snapshot, renamed, newText);
  const name = newText.trim().replace(/\s+/g, " ");
  if (name === "") return { refusal: "A name cannot be empty." };
  return { renamed, edits: [editOf({ file: file.file, span }, name, snapshot)] };
}

/** The edits that give an id or a word of the vocabulary another form in all files, its entry and every use. */
export function renameEverywhere(
  snapshot: KnowledgeSnapshot,
  renamed: Name,
  newText: string,
): Rename | Refusal {
  const text = newText.trim();
  const old = renamed.kind === "id" ? renamed.id : renamed.word;
  if (text === old) return { renamed, edits: [] };
  const refusal = whyNot(renamed, text, snapshot);
  if (refusal !== undefined) return { refusal };
  return { renamed, edits: usesOf(snapshot, renamed).map((use) => editOf(use, text, snapshot)) };
}

function preferredName({ at, path, text }: Place): Renamed | undefined {
  const entry = entryOf(path);
  const isName = at === "value" && text !== "" && path.length === 3 && path[2] === "name";
  if (!isName || (entry?.map !== "entities" && entry?.map !== "events")) return undefined;
  return { kind: "name", id: entry.id, name: text };
}

function whyFixed(renamed: Renamed, { quote }: Place, snapshot: KnowledgeSnapshot): string | undefined {
  if (renamed.kind === "name")
    return quote === "|" ? "This name is written as a block of lines; change it in its place." : undefined;
  if (renamed.kind === "word" && isBuiltIn(renamed.part, renamed.word))
    return `\`${renamed.word}\` is built in, so it keeps its name.`;
  const old = renamed.kind === "id" ? renamed.id : renamed.word;
  const isThere = declarationsOf(snapshot, renamed).length > 0;
  return isThere ? undefined : `There is no entry \`${old}\` that could be renamed.`;
}

function whyNot(renamed: Name, text: string, snapshot: KnowledgeSnapshot): string | undefined {
  const what = renamed.kind === "id" ? "An id" : "A word of the vocabulary";
  if (text === "") return `${what} cannot be empty.`;
  if (/\s/.test(text)) return `${what} has no spaces in it: \`${text.replace(/\s+/g, "-")}\` would do.`;
  if (/\p{Cc}/u.test(text)) return `${what} has only characters that can be seen.`;
  if (renamed.kind === "id") {
    const [taken] = declarationsOf(snapshot, { kind: "id", id: text });
    return taken && `The id \`${text}\` is taken: ${taken.file} has it already.`;
  }
  const { part } = renamed;
  const isTaken = wordsOfWord(snapshot.knowledge.vocabulary, part, text) !== undefined;
  return isTaken ? `\`${text}\` is taken by another ${partName(part)}.` : undefined;
}

function isBuiltIn(part: VocabularyPart, word: string): boolean {
  return wordsOfWord(BUILT_IN, part, word) !== undefined;
}

/** The text of a scalar replaced, in its quotation marks if it has some, else in new ones where they are needed. */
function editOf(
  { file, span }: Pick<Use, "file" | "span">,
  text: string,
  { files }: KnowledgeSnapshot,
): FileEdit {
  const written = files.get(file)?.text ?? "";
  const quote = written[span.start - 1];
  const isQuoted = (quote === '"' || quote === "'") && written[span.end] === quote;
  if (!isQuoted) return { file, span, newText: yamlText(text, true) };
  const inQuotes = quoted(text, quote);
  // What single marks cannot hold goes into double ones.
  if (inQuotes[0] !== quote)
    return { file, span: { start: span.start - 1, end: span.end + 1 }, newText: inQuotes };
  return { file, span, newText: inQuotes.slice(1, -1) };
}
