import type { Trouble } from "../trouble.ts";

const MOST_TOLD = 10;

/**
 * What is worth knowing of an import: the first lines that could not be read, of the others only how many they are. Told at
 * its end, so that nothing is written across the progress.
 */
export class Notes {
  readonly #messages: string[] = [];
  #lines = 0;

  add(message: string): void {
    this.#messages.push(message);
  }

  line(message: string): void {
    if (++this.#lines <= MOST_TOLD) this.add(message);
  }

  tell(trouble: Trouble): void {
    const more = this.#lines - MOST_TOLD;
    if (more > 0) this.add(`… and ${more.toLocaleString("en-GB")} more such lines.`);
    for (const message of this.#messages.splice(0)) trouble.note(message);
  }
}
