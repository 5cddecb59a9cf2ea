import type { Output } from "./output.ts";
import { printable } from "./width.ts";

/** Tells the user what stands in the way of a run, and remembers whether the run may still call itself complete. */
export class Trouble {
  readonly #output: Output;
  #failed = false;

  constructor(output: Output) {
    this.#output = output;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Something was not done: the exit status says so. `details` are lines to print as they are. */
  fail(message: string, details: readonly string[] = []): void {
    this.#failed = true;
    this.#print(this.#output.colours.red("error"), message, details);
  }

  /** Worth knowing, but everything was done. */
  note(message: string, details: readonly string[] = []): void {
    this.#print(this.#output.colours.yellow("note"), message, details);
  }

  #print(label: string, message: string, details: readonly string[]): void {
    this.#output.write([`${label}: ${printable(message)}`, ...details, ""].join("\n"));
  }
}
