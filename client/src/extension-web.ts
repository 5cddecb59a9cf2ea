import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { type Api, start } from "./extension.ts";
import { clientOptions, ID, NAME } from "./server.ts";

export { deactivate } from "./extension.ts";

/** A worker of the browser, as far as it is used here. */
declare const Worker: new (
  url: string,
) => ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };

/** The extension in a browser: its server is a worker, and has no files but those that this client reads for it. */
export function activate(context: ExtensionContext): Api {
  const { extensionUri } = context;
  const program = Uri.joinPath(extensionUri, "dist/server-web.js").toString(true);
  let worker: InstanceType<typeof Worker> | undefined;
  const startWorker = async () => {
    // One that was told to stop has nothing left to run, but would stay.
    worker?.terminate();
    worker = new Worker(program);
    // The worker itself would not do: VS Code puts a class of its own in the place of the browser's, and the client
    // does not know it for one.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const options = clientOptions(extensionUri, { extension: extensionUri.toString() });
  return start(context, new LanguageClient(ID, NAME, startWorker, options));
}
