import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { Door } from "../../server/src/lsp/door.ts";
import type { Host, Stat } from "../../server/src/lsp/host.ts";
import { serve } from "../../server/src/lsp/server.ts";
import { Warnings } from "../../server/src/lsp/warnings.ts";
import { welcome } from "../../server/src/lsp/welcome.ts";

export const ROOT = "file:///window";

/** Files in memory, by their paths from the window's folder, and a count of what is asked of them. */
export class MemoryHost implements Host {
  readonly bundled = "file:///bundled";
  readonly pages = [];
  readonly files = new Map<string, string>();
  readonly asked: string[] = [];
  /** What stands in for a question about a file or folder. */
  readonly instead = new Map<string, () => never | undefined>();
  #clock = 0;
  readonly #times = new Map<string, number>();

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.set(path, text);
  }

  set(path: string, text: string): void {
    this.files.set(`${ROOT}/${path}`, text);
    this.#times.set(`${ROOT}/${path}`, ++this.#clock);
  }

  reaches = () => true;
  pause = () => new Promise<void>((resume) => setImmediate(resume));
  canonical = (uri: string) => uri;
  resolve = (folder: string, path: string) => `${folder}/${path}`;
  watch = () => () => {};
  write = async () => false;

  list = async (folder: string) => {
    this.asked.push(`list ${folder}`);
    return [...this.files.keys()].filter((file) => file.startsWith(`${folder}/`));
  };

  filesIn = async (folder: string) => {
    const all = await this.list(folder);
    return all.filter((file) => !file.slice(folder.length + 1).includes("/"));
  };

  entries = async (folder: string) => {
    this.asked.push(`entries ${folder}`);
    if (this.instead.has(folder)) return this.instead.get(folder)!();
    const below = [...this.files.keys()].filter((file) => file.startsWith(`${folder}/`));
    const names = new Set(below.map((file) => file.slice(folder.length + 1).split("/")[0]!));
    return [...names].map((name) => {
      const path = `${folder}/${name}`;
      return { name, path, isFolder: !this.files.has(path) };
    });
  };

  stat = async (file: string): Promise<Stat | undefined> => {
    this.asked.push(`stat ${file}`);
    const text = this.files.get(file);
    return text === undefined ? undefined : { size: text.length, modified: this.#times.get(file) ?? 0 };
  };

  read = async (file: string) => {
    this.asked.push(`read ${file}`);
    if (this.instead.has(file)) return this.instead.get(file)!();
    return this.files.get(file);
  };
}

/** A server in this process, and a client's end of the connection to it. */
export async function startIn(
  host: Host,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly client: ProtocolConnection; readonly log: string[] }> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const door = new Door();
  const [reader, writer] = [new StreamMessageReader(up), new StreamMessageWriter(down)];
  const connection = createConnection(reader, writer, { messageStrategy: door });
  welcome(connection, door, "0", (params) => serve(connection, params, () => host, new Warnings(connection)));
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const log: string[] = [];
  client.onNotification("window/logMessage", ({ message }) => void log.push(message));
  client.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => settings));
  client.onRequest("client/registerCapability", () => null);
  client.onRequest("workspace/diagnostic/refresh", () => null);
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: ROOT, name: "window" }],
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
      },
      textDocument: { diagnostic: {} },
    },
  });
  await client.sendNotification("initialized", {});
  return { client, log };
}
