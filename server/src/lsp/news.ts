import type { Connection } from "vscode-languageserver";
import { ACTIVITY, type ActivityParams, CHANGED } from "./protocol.ts";

/** What is done sooner than this is not worth a sign, in milliseconds. */
const UNNOTICED = 200;
/** How long nothing more must change before a change is told, in milliseconds. */
const REST = 250;

/** Tells a client that shows it what the server is at. */
export class News {
  #busy: NodeJS.Timeout | undefined;
  #told = false;
  #change: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly wanted: boolean,
  ) {}

  /** Work has begun, or is done. */
  activity(busy: boolean): void {
    if (!this.wanted || busy === (this.#busy !== undefined)) return;
    if (busy) {
      this.#busy = setTimeout(() => this.#tell(true), UNNOTICED);
      return;
    }
    clearTimeout(this.#busy);
    this.#busy = undefined;
    if (this.#told) this.#tell(false);
  }

  /** Something that a client may be showing is another now. */
  changed(): void {
    if (!this.wanted) return;
    clearTimeout(this.#change);
    this.#change = setTimeout(() => void this.connection.sendNotification(CHANGED), REST);
  }

  dispose(): void {
    clearTimeout(this.#busy);
    clearTimeout(this.#change);
  }

  #tell(checking: boolean): void {
    this.#told = checking;
    const params: ActivityParams = { checking };
    void this.connection.sendNotification(ACTIVITY, params);
  }
}
