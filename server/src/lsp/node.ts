import { join } from "node:path";
import type { Connection, InitializeParams } from "vscode-languageserver";
import { version } from "../../../package.json";
import { TABLES } from "../features/tables.ts";
import { KnowledgeCache } from "../node/knowledge-cache.ts";
import type { Client } from "./client.ts";
import { clientFiles } from "./client-host.ts";
import { joinedHost } from "./joined-host.ts";
import { nodeHost } from "./node-host.ts";
import { serve } from "./server.ts";
import { Warnings } from "./warnings.ts";

/** Serves a client with the files of this computer, and with its own where it lets them be read. */
export function serveOnNode(connection: Connection, params: InitializeParams): Promise<void> {
  const warnings = new Warnings(connection);
  const knowledge = join(__dirname, "../knowledge");
  const pages = ["checks", "lint"].map((folder) => join(__dirname, folder));
  const report = (message: string) => warnings.tell(message);
  const cache = KnowledgeCache.of(process.env, version, TABLES, (message) =>
    connection.console.info(message),
  );
  const local = nodeHost(knowledge, pages, cache, report);
  const hostFor = (client: Client) =>
    client.readsFiles ? joinedHost(local, clientFiles(connection, client, report)) : local;
  return serve(connection, params, hostFor, warnings);
}
