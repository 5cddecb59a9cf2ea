import { type Connection, ErrorCodes, type InitializeParams, ResponseError } from "vscode-languageserver";
import { capabilitiesFor } from "./capabilities.ts";
import { clientFrom } from "./client.ts";
import type { Door } from "./door.ts";

/**
 * Answers a client's `initialize` with what the server can do. Who does it is fetched with the message after that, through
 * the door of the connection: the answer waits for nothing that it does not need.
 */
export function welcome(
  connection: Connection,
  door: Door,
  version: string,
  fetch: (params: InitializeParams) => Promise<void>,
): void {
  const tooEarly = connection.onRequest(() => {
    throw new ResponseError(ErrorCodes.ServerNotInitialized, "initialize comes first");
  });
  connection.onInitialize((params) => {
    tooEarly.dispose();
    door.close(() => fetch(params));
    const serverInfo = { name: "Aide-Mémoire", version };
    return { capabilities: capabilitiesFor(clientFrom(params), params), serverInfo };
  });
  connection.listen();
}
