import { readFileSync } from "node:fs";
import { reasonOf } from "./disk.ts";
import type { Trouble } from "./trouble.ts";

/** A draft's text, or undefined where it cannot be read; the trouble is told. */
export function readDraftFile(path: string, trouble: Trouble): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    trouble.fail(`${path}: ${reasonOf(error)}`);
    return undefined;
  }
  return draftText(bytes, path, trouble);
}

/** The text that bytes are, or undefined where they are none; the trouble is told under the draft's name. */
export function draftText(bytes: Buffer, path: string, trouble: Trouble): string | undefined {
  if (bytes.includes(0)) {
    trouble.fail(
      `${path}: this is no text in UTF-8. Save it as plain text or Markdown in UTF-8, or leave it out.`,
    );
    return undefined;
  }
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === "") trouble.note(`${path}: the file is empty, so there is nothing to check.`);
  if (text.includes("\uFFFD") && !isUtf8(bytes)) {
    trouble.note(`${path}: some characters are not valid UTF-8 and were skipped. Save the file as UTF-8.`);
  }
  return text;
}

/** Whether bytes are UTF-8 throughout, so that nothing is lost when they are written back. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
