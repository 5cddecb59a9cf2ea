import type { Span } from "../text/span.ts";
import type { Origin } from "./knowledge.ts";
import type { LintId } from "./lint/index.ts";

/**
 * How grave a problem of a knowledge base is; an error costs the entry, the piece of evidence or the reference that it
 * is in.
 */
export type ProblemSeverity = "error" | "warning" | "information" | "hint";

/** Something wrong with a knowledge base: of one code of a closed list, with its place and the way out where there is one. */
export interface Problem extends Trouble {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
}

/** What is wrong, and where. */
export interface Trouble {
  readonly message: string;
  readonly origin: Origin;
  /** Other places that belong to it: the first entry with this id, the other holder of the office. */
  readonly related?: readonly { readonly origin: Origin; readonly message: string }[];
  readonly fix?: ProblemFix;
}

/** Edits of the file of `origin` that mend a problem; comments and formatting around them stay as they are. */
export interface ProblemFix {
  /** An imperative for a menu: "Replace by `turkiye`". */
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
  /** Right only if the writer means it so: nobody applies it unseen. */
  readonly unsafe?: true;
}

/** The closed list of what the loader can find wrong with the files of a knowledge base, and what each means. */
export const LOADING_PROBLEMS = {
  "unreadable-file": "The file is not text.",
  "bad-encoding": "Characters of the file cannot be read: it is not written in UTF-8.",
  "yaml-syntax": "The file is not YAML here; the entry that it is in is lost.",
  "no-entries": "The file has nothing for a knowledge base.",
  "not-a-map": "A map was expected: lines of `key: value`.",
  "unknown-key": "The format has no such key here.",
  "missing-key": "A key that is required is not there.",
  "wrong-type": "The value is not of the form that the key takes.",
  "duplicate-key": "A map has the same key twice.",
  "bad-id": "An id is empty or ends in spaces, or the name of a stage is not one word.",
  "duplicate-id": "Two entries have the same id.",
  "dangling-id": "No entry has this id, neither here nor in a knowledge base before this one.",
  "wrong-kind": "The entry with this id is not of a kind that can stand here.",
  cycle:
    "Following `partOf`, `follows` or `formerly` leads back to where it began; the reference does not count.",
  "bad-date": "The text is no EDTF date or interval, or one that the calendar does not have.",
  "unknown-source": "No source has this id, neither here nor in a knowledge base before this one.",
  "quote-not-in-source": "The quoted words are not in the text of the source.",
  "missing-text": "The text of a source cannot be read, so its quotes go unchecked.",
  "unknown-vocabulary":
    "Neither the built-in vocabulary nor this knowledge base, nor one before it, has the word.",
} as const;

/** What the loader says, and what the linter does. */
export type ProblemCode = keyof typeof LOADING_PROBLEMS | LintId;
