import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Span } from "../../text/span.ts";
import type { TimeMention } from "../../time/time.ts";

/** What a draft tells, in passing or in full, of something that cannot have been in two ways: held only against other drafts, and itself. */
interface Told {
  /** The same for everything that is surely the same: its name or description in folded words, or the id of a fact. */
  readonly subject: string;
  /**
   * By what it is known: a proper name, "the Harl weavers' meeting", a person's full name, an entry of the knowledge base;
   * or a sentence that tells it ("Weavers met in Harl"), whose subject is its verb.
   */
  readonly by: "name" | "description" | "person" | "fact" | "deed";
  /** What is said of it: that it took place ("held"), or what its verb says that can be said but once ("open", "born"). */
  readonly how: string;
  /** The words that name it, and those that are told of it. */
  readonly subjectSpan: Span;
  readonly span: Span;
  /** There are many of the kind, one after another: conferences, visits, elections. */
  readonly recurs: boolean;
  /** The date tells which one is meant ("the Harl summit of 3 May"). */
  readonly restrictive: boolean;
}

/** What is asked of a set of words. */
export interface WordSet extends Iterable<string> {
  has(word: string): boolean;
}

export interface DateAccount extends Told {
  readonly slot: "date";
  readonly time: TimeMention;
  /** Of a deed: the words of its clause, as they are compared. */
  readonly words?: WordSet;
}

export interface PlaceAccount extends Told {
  readonly slot: "place";
  readonly place: Id;
}

export type Account = DateAccount | PlaceAccount;
