import { readFileSync, statSync } from "node:fs";
import type { Draft, MadeOf } from "../../text/draft.ts";
import { draftOf, readDraft } from "../../text/read-draft.ts";
import { reasonOf } from "../disk.ts";
import type { Trouble } from "../trouble.ts";
import { DocumentTrouble } from "./document-trouble.ts";
import type { Written } from "./document-writer.ts";
import type { Docx } from "./docx/read-docx.ts";

/** A document that a draft was made of. */
export interface ReadDocument {
  readonly draft: Draft;
  readonly bytes: Uint8Array;
  /** Of a Word document: where its words are from. */
  readonly docx?: Docx;
}

const KINDS: Readonly<Record<string, MadeOf>> = {
  ".docx": "docx",
  ".docm": "docx",
  ".dotx": "docx",
  ".doc": "docx",
  ".odt": "odt",
  ".ott": "odt",
  ".fodt": "odt",
  ".mhtml": "mhtml",
  ".mht": "mhtml",
};

/** The endings of the documents that are looked for in folders; others are read where they are named. */
export const DOCUMENT_ENDINGS: readonly string[] = [".docx", ".odt", ".fodt", ".mhtml", ".mht"];

/** In bytes. */
const LARGEST = 512 << 20;

/** What a file is read as that is no text; undefined where it is one. */
export function kindOfDocument(path: string): MadeOf | undefined {
  return KINDS[/\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? ""];
}

/** Whether a file is only what Word or LibreOffice keeps beside a document that is open. */
export function isLockFile(path: string): boolean {
  return /(?:^|[\\/])(?:~\$|\.~lock)/.test(path);
}

/** The draft that a document is, or undefined where it cannot be read; the trouble is told. */
export async function readDocumentFile(path: string, trouble: Trouble): Promise<ReadDocument | undefined> {
  try {
    if (statSync(path).size > LARGEST) throw new DocumentTrouble(TOO_LARGE);
    return noteEmpty(await readDocument(path, readFileSync(path)), path, trouble);
  } catch (error) {
    trouble.fail(`${path}: ${error instanceof DocumentTrouble ? error.message : reasonOf(error)}`);
    return undefined;
  }
}

/**
 * The draft that the bytes of a document are. Throws a {@link DocumentTrouble}. What reads them is loaded here, for most
 * runs have no document.
 */
export async function readDocument(path: string, bytes: Uint8Array): Promise<ReadDocument> {
  const madeOf = kindOfDocument(path);
  if (madeOf === "mhtml") {
    const { pageOfArchive } = await import("./mhtml.ts");
    const text = await pageOfArchive(bytes);
    return { draft: { ...readDraft({ uri: path, text, format: "html" }), madeOf }, bytes };
  }
  if (madeOf === "odt") return { draft: made(path, "odt", await odtOf(bytes)), bytes };
  const { readDocx } = await import("./docx/read-docx.ts");
  const { openPackage } = await import("./package.ts");
  const docx = readDocx(openPackage(bytes));
  return { draft: made(path, "docx", docx), bytes, docx };
}

const TOO_LARGE = "it is larger than 512 MB. Take the pictures out of it, or leave it out.";

/** The flat form of OpenDocument is XML, and begins as XML does. */
async function odtOf(bytes: Uint8Array): Promise<Written<undefined>> {
  const { readFlatOdt, readOdt } = await import("./odt/read-odt.ts");
  const isFlat = /^[\uFEFF\s]*</.test(new TextDecoder().decode(bytes.subarray(0, 64)));
  if (isFlat) return readFlatOdt(new TextDecoder().decode(bytes));
  const { openPackage } = await import("./package.ts");
  return readOdt(openPackage(bytes));
}

function made(uri: string, madeOf: MadeOf, written: Written<unknown>): Draft {
  return draftOf({ uri, text: written.text, format: "plaintext", madeOf }, written);
}

function noteEmpty(read: ReadDocument, path: string, trouble: Trouble): ReadDocument {
  if (read.draft.blocks.length === 0)
    trouble.note(`${path}: the document has no text, so there is nothing to check.`);
  return read;
}
