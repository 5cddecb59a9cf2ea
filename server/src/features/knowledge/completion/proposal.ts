import type { EntryKind } from "../../../knowledge-base/format/terms.ts";
import type { Span } from "../../../text/span.ts";
import type { Name } from "../names.ts";

/** Something that may be written at the cursor of a knowledge file. */
export interface Proposal {
  readonly label: string;
  readonly kind: EntryKind | "key" | "word" | "choice" | "date" | "skeleton";
  /** A word or two beside the label: the name and the kind of an entry. */
  readonly detail: string;
  /** Markdown, where it is short. */
  readonly documentation?: string;
  /** What {@link documentation} tells more about, for the one proposal that is looked at. */
  readonly name?: Name;
  /** By what it may be sought, as a client that sorts out by itself needs it. */
  readonly filter: string;
  readonly replaced: Span;
  readonly newText: string;
  /** `newText` has the syntax of LSP's snippets: `$1`, `${2:name}`. Its lines are indented as they are to be. */
  readonly snippet: boolean;
  /** Once it is taken, the next list is wanted at once. */
  readonly leadsOn: boolean;
}

export interface Completion {
  /** Best first. */
  readonly proposals: readonly Proposal[];
  /** There are more, or what is typed has sorted some out: to be asked for again at the next letter. */
  readonly isIncomplete: boolean;
}

/** A text as it must stand in a snippet. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
