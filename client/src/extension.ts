import { commands, type DocumentSelector, type ExtensionContext, StatusBarAlignment, window } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient/node";
import { ActiveDraft } from "./active-draft.ts";
import { answerAskBundled } from "./bundled-knowledge.ts";
import { registerCommands } from "./commands.ts";
import { answerAskReason } from "./ignore-reason.ts";
import { knowledgeCommands } from "./knowledge-commands.ts";
import { showMenu } from "./menu.ts";
import { followProgress } from "./progress.ts";
import { createClient } from "./server.ts";
import { sideBar } from "./side-bar/side-bar.ts";
import { Standing } from "./standing.ts";
import { StatusItem } from "./status-item.ts";
import { tellTrust } from "./trust.ts";

let stopServer: (() => Promise<void>) | undefined;

/** Starts the language server and puts its commands and its state in front of the user. */
export async function activate(context: ExtensionContext): Promise<void> {
  const client = createClient(context);
  const draft = new ActiveDraft(selectorOf(client));
  const standing = new Standing(client, draft);
  const item = window.createStatusBarItem("aideMemoire.status", StatusBarAlignment.Right);
  context.subscriptions.push(
    client,
    draft,
    standing,
    new StatusItem(item, standing),
    ...registerCommands(context, client),
    ...knowledgeCommands(context, client, standing),
    commands.registerCommand("aideMemoire.showMenu", () => showMenu(standing)),
    ...sideBar(client, standing),
    ...followProgress(standing),
    tellTrust(client),
  );
  answerAskBundled(client);
  answerAskReason(client);
  stopServer = () => (client.state === State.Running ? client.stop() : Promise.resolve());
  // The client itself tells the user why a start failed; the commands have to live on, for one of them tries again.
  await client.start().catch(() => undefined);
}

/** Which documents the server hears of. */
function selectorOf({ clientOptions, protocol2CodeConverter }: BaseLanguageClient): DocumentSelector {
  return protocol2CodeConverter.asDocumentSelector(clientOptions.documentSelector ?? []);
}

export async function deactivate(): Promise<void> {
  await stopServer?.();
}
