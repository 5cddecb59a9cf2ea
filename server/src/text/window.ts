import type { ReadSection } from "./sections.ts";
import type { Text } from "./text.ts";

/** In UTF-16 code units: most sections are much shorter. */
const SHORTEST = 32_768;
/** No reader looks farther beyond the end of a section, but for one that tells how far it has. */
const AHEAD = 20_000;

/**
 * A stretch of a text as a string, for whoever reads it section by section: to make a string of all of a long text takes time.
 * Where a section does not end well before the stretch does, it is read again of one twice as long.
 */
export class Window {
  readonly #text: Text;
  readonly #read: ReadSection;
  #start = 0;
  #words = "";

  constructor(text: Text, read: ReadSection) {
    this.#text = text;
    this.#read = read;
    if (text.isWhole) this.#words = text.whole;
  }

  /** The words that {@link section} was read of last, and where they begin. */
  get words(): string {
    return this.#words;
  }

  get start(): number {
    return this.#start;
  }

  /** As the reader gives it, but that its places count from the beginning of the window. `least` is how long it will be at least. */
  section(at: number, entered: string, least: number): ReturnType<ReadSection> {
    for (let length = Math.max(SHORTEST, least + 2 * AHEAD); ; length *= 2) {
      const end = this.#start + this.#words.length;
      if (at < this.#start || at >= end) this.#move(at, length);
      const section = this.#read(this.#words, at - this.#start, entered);
      const isToEnd = this.#start + this.#words.length === this.#text.length;
      if (isToEnd || Math.max(section.end, section.seen ?? 0) + AHEAD <= this.#words.length) return section;
      this.#move(at, length);
    }
  }

  #move(at: number, length: number): void {
    this.#start = at;
    this.#words = this.#text.slice(at, at + length);
  }
}
