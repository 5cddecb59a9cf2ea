import type { Verdict } from "../../reading/reading.ts";
import type { Day } from "../../time/time.ts";
import type { Place } from "../fact-sheet/sheet.ts";

/** The known events and the dated statements of a draft, on one axis. Plain values: it may be sent and stored as JSON. */
export interface Timeline {
  /** What the draft is called. */
  readonly title: string;
  readonly uri: string;
  /** In the order of time. */
  readonly items: readonly TimelineItem[];
  /** How many known events there are no places for: those that the draft does not tell and that lie far from it. */
  readonly left: number;
  /** The day on which the draft says that it was written. */
  readonly written?: Day;
}

/** A known event, or a statement of the draft that gives something a date. */
export interface TimelineItem {
  readonly id: string;
  readonly origin: "knowledge" | "draft";
  readonly label: string;
  /** Its date in words. */
  readonly when: string;
  readonly edtf: string;
  /** Its first and its last day; absent where that end is open or not known. */
  readonly start?: Day;
  readonly end?: Day;
  /** It took all of these days, rather than some time within them. */
  readonly lasting: boolean;
  /** Of an approximate date: by how many days either end may be off. */
  readonly margins?: { readonly start: Day; readonly end: Day };
  /** EDTF's `?`: the source itself is not sure. */
  readonly uncertain: boolean;
  /** Of a statement. */
  readonly verdict?: Verdict;
  /** What is to be said of it, in a sentence; empty for nothing. */
  readonly note: string;
  /** Of a statement: the item of the event that it is about. */
  readonly about?: string;
  /** Of an event: the draft speaks of it. */
  readonly told?: true;
  /** Where it stands: in the draft, or in the knowledge base. */
  readonly at?: Place;
}
