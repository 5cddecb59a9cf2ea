import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";

/** Tells the user something that the drafts' diagnostics cannot tell: once, however often it holds. */
export class Warnings {
  readonly #connection: Connection;
  readonly #told = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  tell(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message,
    });
  }
}

/** An error as the log shows it. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
