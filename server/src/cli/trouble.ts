import type { Output } from "./output.ts";
import { printable } from "./width.ts";

/** Tells the user what stands in the way of a run, and remembers whether the run may still call itself complete. */
export class Trouble {
  readonly #output: Output;
  readonly #quiet: boolean;
  readonly #messages: string[] = [];

  /** `quiet` keeps notes to itself. */
  constructor(output: Output, quiet = false) {
    this.#output = output;
    this.#quiet = quiet;
  }

  get failed(): boolean {
    return this.#messages.length > 0;
  }

  /** Everything that was not done. */
  get messages(): readonly string[] {
    return this.#messages;
  }

  /** Something was not done: the exit status says so. `details` are lines to print as they are. */
  fail(message: string, details: readonly string[] = []): void {
    this.#messages.push(message);
    this.#print(this.#output.colours.red("error"), message, details);
  }

  /** Worth knowing, but everything was done. */
  note(message: string, details: readonly string[] = []): void {
    if (this.#quiet) return;
    this.#print(this.#output.colours.yellow("note"), message, details);
  }

  #print(label: string, message: string, details: readonly string[]): void {
    this.#output.write([`${label}: ${printable(message)}`, ...details, ""].join("\n"));
  }
}
