import type { Connection, InitializeParams } from "vscode-languageserver";
import { URI, Utils } from "vscode-uri";
import type { Client } from "./client.ts";
import { clientFiles } from "./client-host.ts";
import type { Host } from "./host.ts";
import { serve } from "./server.ts";
import { Warnings } from "./warnings.ts";

/** What the bundler puts in: the files of the extension's folder that the server may ask for, by their paths in it. */
declare const SHIPPED: readonly string[];

/** The global scope of a worker, as far as it is used here. */
declare const MessageChannel: new () => {
  readonly port1: { onmessage: () => void };
  readonly port2: { postMessage(message: unknown): void };
};

/** Serves a client in a web worker, with every file read through it, and nothing kept compiled. */
export function serveOnWeb(connection: Connection, params: InitializeParams): Promise<void> {
  const warnings = new Warnings(connection);
  const pause = pauses();
  const hostFor = (client: Client) => {
    const { extension } = client;
    const within = (path: string) => Utils.joinPath(URI.parse(extension), path).toString();
    const shipped = extension === "" ? [] : SHIPPED.map(within);
    const files = clientFiles(connection, client, (message) => warnings.tell(message), shipped);
    const [bundled = "", ...pages] =
      extension === "" ? [] : ["knowledge", "dist/checks", "dist/lint"].map(within);
    return { ...files, bundled, pages, pause } satisfies Host;
  };
  return serve(connection, params, hostFor, warnings);
}

/** A worker has no `setImmediate`, and its timers wait for some milliseconds; a message to oneself does not. */
function pauses(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resume) => {
      waiting.push(resume);
      port2.postMessage(undefined);
    });
}
