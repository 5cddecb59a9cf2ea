import { mkdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Finding } from "../../../checks/check.ts";
import type { Snapshot } from "../../../service.ts";
import { kindOf } from "../../disk.ts";
import type { Trouble } from "../../trouble.ts";
import { reasonNotWritten, replaceFile } from "../../write-file.ts";
import { DocumentTrouble } from "../document-trouble.ts";
import { kindOfDocument, type ReadDocument } from "../read-document.ts";
import { commentOn } from "./comment-text.ts";
import { commented } from "./commented.ts";

/** Writes copies of Word documents with a comment at each finding: what `--comments-out` asks for. */
export class CommentedCopies {
  readonly #target: string;
  readonly #trouble: Trouble;
  readonly #isFolder: boolean;
  #originals: ReadonlySet<string> = new Set();
  readonly #written = new Map<string, string>();
  #isRefused = false;

  /** `target` is a file, or a folder for any number of them. */
  constructor(target: string, trouble: Trouble) {
    this.#target = target;
    this.#trouble = trouble;
    this.#isFolder = kindOf(target) === "folder" || kindOfDocument(target) !== "docx";
  }

  /** Hears of all drafts of the run before the first one is added: none of them is written over. */
  begin(paths: readonly string[]): void {
    const trouble = this.#trouble;
    this.#originals = new Set(paths.map(realPlace));
    const documents = paths.filter((path) => kindOfDocument(path) === "docx");
    if (documents.length === 0) trouble.fail("--comments-out: there is no Word document among the drafts.");
    if (documents.length > 1 && !this.#isFolder) {
      this.#isRefused = true;
      trouble.fail(
        `--comments-out: ${documents.length} Word documents cannot go into one file. Name a folder.`,
      );
    }
  }

  /** Writes the copy of a document; of one that is no Word document there is none. */
  add(path: string, read: ReadDocument, findings: readonly Finding[], { knowledge }: Snapshot): void {
    if (read.docx === undefined || this.#isRefused) return;
    const copy = this.#isFolder ? join(this.#target, basename(path)) : this.#target;
    const place = realPlace(copy);
    if (this.#originals.has(place)) {
      this.#trouble.fail(
        `${copy}: this is one of the drafts, so it is left as it is. Name another file or folder.`,
      );
      return;
    }
    const other = this.#written.get(place);
    if (other !== undefined) {
      this.#trouble.fail(
        `${path}: its copy would be written over that of ${other}. Check them one after the other.`,
      );
      return;
    }
    this.#written.set(place, path);
    const comments = findings.map((finding) => {
      return { span: finding.span, paragraphs: commentOn(finding, knowledge) };
    });
    try {
      const bytes = commented(read.bytes, read.docx, comments, new Date());
      if (this.#isFolder) mkdirSync(this.#target, { recursive: true });
      replaceFile(copy, bytes);
    } catch (error) {
      const reason = error instanceof DocumentTrouble ? error.message : reasonNotWritten(error);
      this.#trouble.fail(`${copy}: ${reason}`);
    }
  }
}

/** Where a file is behind all links, or would be. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(resolve(path));
    try {
      return join(realpathSync(folder), basename(path));
    } catch {
      return resolve(path);
    }
  }
}
