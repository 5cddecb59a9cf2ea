import { join } from "node:path";
import { createConnection } from "vscode-languageserver/node";
import { version } from "../../../package.json";
import { KnowledgeCache } from "../node/knowledge-cache.ts";
import type { Client } from "./client.ts";
import { clientFiles } from "./client-host.ts";
import { joinedHost } from "./joined-host.ts";
import { nodeHost } from "./node-host.ts";
import { serve } from "./server.ts";
import { traceOf, Warnings } from "./warnings.ts";

const TRANSPORTS = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/;

main(process.argv.slice(2));

/** The language server as a program: `server.js --stdio`, or started by an editor over its own channel. */
function main(args: readonly string[]): void {
  if (args.includes("--version")) {
    process.stdout.write(`${version}\n`);
  } else if (args.some((arg) => TRANSPORTS.test(arg))) {
    start();
  } else {
    process.stderr.write("This is a language server: start it with --stdio, or from an editor.\n");
    process.exitCode = 2;
  }
}

function start(): void {
  const connection = createConnection();
  const warnings = new Warnings(connection);
  process.on("uncaughtException", (error) => connection.console.error(traceOf(error)));
  process.on("unhandledRejection", (reason) => connection.console.error(traceOf(reason)));
  process.on("disconnect", () => process.exit(1));
  const knowledge = join(__dirname, "../knowledge");
  const pages = ["checks", "lint"].map((folder) => join(__dirname, folder));
  const report = (message: string) => warnings.tell(message);
  const cache = KnowledgeCache.of(process.env, version, (message) => connection.console.info(message));
  const local = nodeHost(knowledge, pages, cache, report);
  const hostFor = (client: Client) =>
    client.readsFiles ? joinedHost(local, clientFiles(connection, client, report)) : local;
  serve(connection, hostFor, warnings, version);
}
