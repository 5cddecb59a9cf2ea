import type { Message, MessageStrategy } from "vscode-languageserver";

/**
 * Where a client's messages come in. Once closed it keeps them, in their order, until what answers them has been fetched:
 * the first that it keeps sets that off, so that nothing is fetched while an answer is still on its way out.
 */
export class Door implements MessageStrategy {
  #fetch: (() => Promise<void>) | undefined;
  #kept: (() => void)[] | undefined;

  /** Closes it, the first time that it is asked to. */
  close(fetch: () => Promise<void>): void {
    if (this.#fetch !== undefined) return;
    this.#fetch = fetch;
    this.#kept = [];
  }

  handleMessage(message: Message, next: (message: Message) => void): void {
    if (this.#kept === undefined) return next(message);
    this.#kept.push(() => next(message));
    if (this.#kept.length === 1) void this.#fetch!().then(() => this.#open());
  }

  #open(): void {
    const kept = this.#kept!;
    this.#kept = undefined;
    for (const pass of kept) pass();
  }
}
