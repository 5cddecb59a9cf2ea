import { accessSync, constants, readFileSync } from "node:fs";
import { reasonOf } from "../disk.ts";
import { kindOfDocument } from "../documents/read-document.ts";
import { draftText, isUtf8 } from "../read-draft-file.ts";
import type { Trouble } from "../trouble.ts";
import { newFile, reasonNotWritten } from "../write-file.ts";

/** A draft as it was read, to be written back over exactly what was read. */
export interface DraftFile {
  readonly text: string;
  /** Whether the new text is in place; if not, the file is as it was, and the trouble is told. */
  write(text: string): boolean;
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Undefined where a file cannot be read, or not without loss; the trouble is told. */
export function draftFile(path: string, trouble: Trouble): DraftFile | undefined {
  if (kindOfDocument(path) !== undefined) {
    trouble.note(`${path}: documents are not rewritten. "check --comments-out" writes a copy with comments.`);
    return undefined;
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    trouble.fail(`${path}: ${reasonOf(error)}`);
    return undefined;
  }
  const text = draftText(bytes, path, trouble);
  if (text === undefined) return undefined;
  if (!isUtf8(bytes)) {
    trouble.fail(`${path}: it is not in UTF-8 throughout, so it is left as it is. Save it as UTF-8.`);
    return undefined;
  }
  const mark = bytes.subarray(0, MARK.length).equals(MARK) ? "\uFEFF" : "";
  return { text, write: (after) => written(path, mark + after, bytes, trouble) };
}

function written(path: string, text: string, before: Buffer, trouble: Trouble): boolean {
  let file: ReturnType<typeof newFile> | undefined;
  try {
    accessSync(path, constants.W_OK);
    file = newFile(path);
    file.write(text);
    // Looked at again at the last moment: whoever wrote to it meanwhile must not lose that.
    if (!readFileSync(path).equals(before)) {
      trouble.fail(`${path}: somebody changed it meanwhile, so it is left as it is. Run this again.`);
      return false;
    }
    file.finish();
    return true;
  } catch (error) {
    trouble.fail(`${path}: ${reasonNotWritten(error)}`);
    return false;
  } finally {
    file?.discard();
  }
}
