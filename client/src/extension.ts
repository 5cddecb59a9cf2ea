import { type ExtensionContext, StatusBarAlignment, window } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { answerAskBundled } from "./bundled-knowledge.ts";
import { registerCommands } from "./commands.ts";
import { answerFiles } from "./files.ts";
import { answerAskReason } from "./ignore-reason.ts";
import { draftPanels } from "./panels/panels.ts";
import { StatusItem } from "./status-item.ts";

/** What the extension gives to other extensions, and to tests. */
export interface Api {
  /** Fulfilled when the server answers, or has failed to start. */
  readonly ready: Promise<void>;
}

let stopServer: (() => Promise<void>) | undefined;

/**
 * Puts the language server's commands and its state in front of the user, and starts it behind their back: no window
 * waits for a server. The same on a desktop and in a browser, which differ in the client alone.
 */
export function start(context: ExtensionContext, client: BaseLanguageClient): Api {
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
  answerFiles(client);
  stopServer = () => (client.state === State.Running ? client.stop() : Promise.resolve());
  // The client itself tells the user why a start failed; the commands have to live on, for one of them tries again.
  return { ready: client.start().catch(() => undefined) };
}

export async function deactivate(): Promise<void> {
  await stopServer?.();
}
