import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Format } from "../text/draft.ts";

/** The documents that are open in the client, in step with every keystroke. */
export type Documents = TextDocuments<TextDocument>;

/** The longest text that is checked, in UTF-16 code units: about three million words. */
export const LONGEST_DRAFT = 20_000_000;

export function openDocuments(connection: Connection): Documents {
  const documents = new TextDocuments(TextDocument);
  documents.listen(connection);
  return documents;
}

/** How a document is read as a draft; undefined: it is none. */
export function formatOf(document: TextDocument): Format | undefined {
  return LANGUAGES[document.languageId] ?? formatOfFile(document.uri);
}

/** How a file is read as a draft, by the ending of its name; undefined: it is none. */
export function formatOfFile(uri: string): Format | undefined {
  return ENDINGS[/\.[a-z]+$/i.exec(uri)?.[0].toLowerCase() ?? ""];
}

const LANGUAGES: Readonly<Record<string, Format>> = {
  markdown: "markdown",
  quarto: "markdown",
  rmd: "markdown",
  plaintext: "plaintext",
};

/** For clients that name their languages otherwise, and for files that are not open. */
const ENDINGS: Readonly<Record<string, Format>> = {
  ".md": "markdown",
  ".markdown": "markdown",
  ".qmd": "markdown",
  ".rmd": "markdown",
  ".txt": "plaintext",
};
