import { unzipSync, type Zippable, zipSync } from "fflate";
import { DocumentTrouble } from "./document-trouble.ts";

/** The parts of a document that is a zip archive, each unpacked when it is asked for. */
export interface Package {
  readonly names: ReadonlySet<string>;
  /** The text of a part, undefined where there is none. Throws a {@link DocumentTrouble} where it cannot be had. */
  text(name: string): string | undefined;
}

/** In bytes. A thousand pages have some 20 MB of XML; what grows beyond this was made to fill the memory. */
export const LIMITS = { part: 96 << 20, all: 1 << 30, suspect: 16 << 20, ratio: 400 };

/** Opens a document's archive. Throws a {@link DocumentTrouble} for what is none, or is not to be unpacked. */
export function openPackage(bytes: Uint8Array): Package {
  refuseOthers(bytes);
  const names = new Set<string>();
  unpack(bytes, (name) => void names.add(name));
  return {
    names,
    text(name) {
      if (!names.has(name)) return undefined;
      const found = unpack(bytes, (each) => each === name)[name];
      return found && decoded(found);
    },
  };
}

/** The archive with some parts put in the place of theirs or added to them; the others keep every byte. */
export function withParts(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Uint8Array {
  const kept = unpack(bytes, () => true, LIMITS.all);
  const packed: Zippable = {};
  for (const [name, content] of Object.entries(kept)) {
    const text = parts.get(name);
    packed[name] = [text === undefined ? content : encoded(text, content), zipOptions(name)];
  }
  for (const [name, text] of parts)
    if (kept[name] === undefined) packed[name] = [encoded(text), zipOptions(name)];
  return zipSync(packed);
}

/** No time of day goes into the archive, so that equal documents are equal files. */
function zipOptions(name: string) {
  const level = /\.(?:png|jpe?g|gif|emf\.gz|zip|docx|xlsx|mp4|wmz|emz)$/i.test(name) ? 0 : 6;
  return { level, mtime: new Date(1980, 0, 1) } as const;
}

function unpack(
  bytes: Uint8Array,
  isWanted: (name: string) => unknown,
  limit = LIMITS.part,
): Record<string, Uint8Array> {
  let left = limit;
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (isWanted(name) !== true) return false;
        left -= originalSize;
        const isBomb = originalSize > LIMITS.suspect && originalSize > size * LIMITS.ratio;
        if (left < 0 || isBomb) throw new DocumentTrouble(TOO_LARGE);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof DocumentTrouble) throw error;
    throw new DocumentTrouble(DAMAGED);
  }
}

const TOO_LARGE =
  "it unpacks to more than a text can be, so it is not opened. Save its text in a new document.";
const DAMAGED =
  "it is damaged, or no document at all: the archive cannot be opened. Open it in its program and save it again.";
const OLD_WORD =
  "this is the old format of Word (.doc). Open it in Word or LibreOffice and save it as .docx, or leave it out.";
const LOCKED = "it is protected by a password. Save a copy without one to have it checked.";

/** The container of old Word documents, in which protected new ones are put as well. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new DocumentTrouble("the file is empty. Save the document again.");
  if (!COMPOUND.every((byte, i) => bytes[i] === byte)) return;
  const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
  throw new DocumentTrouble(isLocked ? LOCKED : OLD_WORD);
}

/** XML is in UTF-8 or in UTF-16, which then says so by its first two bytes. */
function decoded(bytes: Uint8Array): string {
  const code = utf16Of(bytes);
  return new TextDecoder(code ?? "utf-8", { fatal: false, ignoreBOM: true }).decode(bytes);
}

/** Back as it was before. */
function encoded(text: string, before: Uint8Array = new Uint8Array()): Uint8Array {
  const code = utf16Of(before);
  if (code === undefined) return Buffer.from(text, "utf8");
  const bytes = Buffer.from(text, "utf16le");
  return code === "utf-16le" ? bytes : bytes.swap16();
}

function utf16Of([first, second]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}
