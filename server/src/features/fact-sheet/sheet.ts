import type { Statement, Verdict } from "../../reading/reading.ts";
import type { Position } from "../../text/lines.ts";

/** Every checkable statement of a draft, held against what is known. Plain values: it may be sent and stored as JSON. */
export interface FactSheet {
  /** What the draft is called: its first heading, else its file's name. */
  readonly title: string;
  readonly uri: string;
  /** The knowledge bases that it was held against: their titles. */
  readonly knowledge: readonly string[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** In the order of the text. */
  readonly rows: readonly FactRow[];
}

/** One statement. */
export interface FactRow {
  readonly verdict: Verdict;
  readonly kind: Statement["kind"];
  /** What the draft says, told in plain words: "dates the Doha ceasefire 19 October 2025". */
  readonly says: string;
  /** The draft's own words for it, and its sentence before and after them. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
  readonly range: PlaceRange;
  /** What is known instead, or likewise, in a sentence; empty where nothing is. */
  readonly known: string;
  /** The entries of the knowledge base that it was held against. */
  readonly facts: readonly FactNote[];
  readonly sources: readonly SourceNote[];
  /** Somebody has said that it may stay as it is, and perhaps why. */
  readonly ignored?: string;
}

export interface FactNote {
  readonly id: string;
  readonly label: string;
  /** Where it is written, as far as that is known. */
  readonly at?: Place;
}

/** Who says so, and in which words. */
export interface SourceNote {
  readonly title: string;
  /** The best first. */
  readonly quotes: readonly string[];
  /** Author, publisher and date. */
  readonly by?: string;
  readonly url?: string;
}

/** Zero-based lines and UTF-16 characters, as in the Language Server Protocol. */
export interface PlaceRange {
  readonly start: Position;
  readonly end: Position;
}

export interface Place {
  readonly uri: string;
  readonly range?: PlaceRange;
}
