import type { Part } from "../text/parts.ts";
import type { Passages } from "./words.ts";

/** In parts. Somebody writes in one or two, and what they write may concern a few others. */
const MOST = 64;

/**
 * The passages of the parts that were read last. They take nearly as much memory as all else that is known of a draft: those of
 * the others are made again where they are asked for, which is seldom.
 */
export class RecentPassages {
  /** The one that was read last at the end. */
  readonly #kept = new Map<Part, Passages>();

  of(part: Part): Passages | undefined {
    return this.#kept.get(part);
  }

  keep(part: Part, passages: Passages): void {
    this.#kept.delete(part);
    this.#kept.set(part, passages);
    if (this.#kept.size <= MOST) return;
    const [oldest] = this.#kept.keys();
    this.#kept.delete(oldest!);
  }
}
