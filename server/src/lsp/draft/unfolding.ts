import type { Snapshot } from "../../features/draft/snapshot.ts";
import type { Draft } from "../../text/draft.ts";

/** Hears what comes of a text while it is read. */
export interface Hearing {
  /** It has been taken apart, which comes before anything is known of it. */
  apart(draft: Draft): void;
  /** More is known of it. */
  known(known: Snapshot): void;
}

/** What becomes known of one text of a draft, little by little. */
export class Unfolding {
  /** The text taken apart; never, if the work is stopped before. */
  readonly draft: Promise<Draft>;
  /** What is known first: of a long draft that was just opened, its beginning. */
  readonly first: Promise<Snapshot | undefined>;
  /** All; undefined if the work was stopped. */
  readonly all: Promise<Snapshot | undefined>;
  #known: Snapshot | undefined;
  #begin: (known: Snapshot) => void = () => {};
  readonly #waiting = new Set<() => void>();

  /** `make` begins the work; what it tells of is taken in by {@link grow}, unless nobody wants it any more. */
  constructor(make: (apart: Hearing["apart"]) => Promise<Snapshot | undefined>) {
    let apart: Hearing["apart"] = () => {};
    this.draft = new Promise((resolve) => (apart = resolve));
    const beginning = new Promise<Snapshot>((resolve) => (this.#begin = resolve));
    this.all = make((draft) => apart(draft));
    this.first = Promise.race([beginning, this.all]);
    // A failure is told to whoever waits for all.
    this.first.catch(() => {});
  }

  /** What is known so far. */
  get known(): Snapshot | undefined {
    return this.#known;
  }

  /** More is known than before, of which those hear who wanted to. False if it is the first. */
  grow(known: Snapshot): boolean {
    const isMore = this.#known !== undefined;
    this.#known = known;
    this.#begin(known);
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const hear of waiting) hear();
    return isMore;
  }

  /** Calls `hear` once when more is known. */
  whenMore(hear: () => void): void {
    this.#waiting.add(hear);
  }
}
