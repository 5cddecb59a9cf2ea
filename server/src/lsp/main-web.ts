import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { version } from "../../../package.json";
import { Door } from "./door.ts";
import { welcome } from "./welcome.ts";

/** The global scope of a worker, as far as it is used here. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

start();

/** The language server in a web worker. */
function start(): void {
  const door = new Door();
  const [reader, writer] = [new BrowserMessageReader(self), new BrowserMessageWriter(self)];
  const connection = createConnection(reader, writer, { messageStrategy: door });
  welcome(connection, door, version, async (params) => {
    const { serveOnWeb } = await import("./web.ts");
    await serveOnWeb(connection, params);
  });
}
