import { type ExtensionContext, StatusBarAlignment, window } from "vscode";
import { State } from "vscode-languageclient/node";
import { answerAskBundled } from "./bundled-knowledge.ts";
import { registerCommands } from "./commands.ts";
import { answerAskReason } from "./ignore-reason.ts";
import { draftPanels } from "./panels/panels.ts";
import { createClient } from "./server.ts";
import { StatusItem } from "./status-item.ts";

let stopServer: (() => Promise<void>) | undefined;

/** Starts the language server and puts its commands and its state in front of the user. */
export async function activate(context: ExtensionContext): Promise<void> {
  const client = createClient(context);
  const status = new StatusItem(window.createStatusBarItem("aideMemoire.status", StatusBarAlignment.Right));
  context.subscriptions.push(
    client,
    status,
    client.onDidChangeState(({ newState }) => status.show(newState)),
    ...registerCommands(context, client),
    ...draftPanels(context, () => client.start()),
  );
  answerAskBundled(client);
  answerAskReason(client);
  stopServer = () => (client.state === State.Running ? client.stop() : Promise.resolve());
  // The client itself tells the user why a start failed; the commands have to live on, for one of them tries again.
  await client.start().catch(() => undefined);
}

export async function deactivate(): Promise<void> {
  await stopServer?.();
}
