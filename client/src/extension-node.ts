import type { ExtensionContext } from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { type Api, start } from "./extension.ts";
import { clientOptions, ID, NAME } from "./server.ts";
import { START_FLAGS } from "./start-flags.ts";

export { deactivate } from "./extension.ts";

/** The extension on a desktop or a remote machine: its server is a program of its own, beside it in dist/. */
export function activate(context: ExtensionContext): Api {
  return start(
    context,
    new LanguageClient(ID, NAME, serverOptions(context), clientOptions(context.extensionUri)),
  );
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const module = context.asAbsolutePath("dist/server.js");
  const transport = TransportKind.ipc;
  return {
    run: { module, transport, options: { execArgv: [...START_FLAGS] } },
    debug: { module, transport, options: { execArgv: [...START_FLAGS, "--nolazy", "--inspect=6009"] } },
  };
}
