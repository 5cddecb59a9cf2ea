import { type Connection, TextDocuments } from "vscode-languageserver";
import type { Format } from "../text/draft.ts";
import { formatOf as formatOfFile, formatOfLanguage } from "../text/formats.ts";
import { OpenDocument } from "./open-document.ts";

export { formatOf as formatOfFile } from "../text/formats.ts";

/** The documents that are open in the client, in step with every keystroke. */
export type Documents = TextDocuments<OpenDocument>;

/** The longest text that is checked, in UTF-16 code units: about three million words. */
export const LONGEST_DRAFT = 20_000_000;

export function openDocuments(connection: Connection): Documents {
  const documents = new TextDocuments({
    create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
    update: (document: OpenDocument, changes, version) => {
      document.update(changes, version);
      return document;
    },
  });
  documents.listen(connection);
  return documents;
}

/** How a document is read as a draft; undefined: it is none. */
export function formatOf(document: Pick<OpenDocument, "uri" | "languageId">): Format | undefined {
  return formatOfLanguage(document.languageId) ?? formatOfFile(document.uri);
}

/** The URIs of the open documents that are drafts. */
export function draftsIn(documents: Documents): readonly string[] {
  return documents.all().flatMap((document) => (formatOf(document) === undefined ? [] : [document.uri]));
}
