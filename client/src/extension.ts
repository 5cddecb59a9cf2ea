import {
  commands,
  type DocumentSelector,
  type ExtensionContext,
  languages,
  StatusBarAlignment,
  window,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { ActiveDraft } from "./active-draft.ts";
import { answerAskBundled } from "./bundled-knowledge.ts";
import { registerCommands } from "./commands.ts";
import { answerFiles } from "./files.ts";
import { answerAskReason } from "./ignore-reason.ts";
import { knowledgeCommands } from "./knowledge-commands.ts";
import { showMenu } from "./menu.ts";
import { draftPanels } from "./panels/panels.ts";
import { followProgress } from "./progress.ts";
import { isRealDocument } from "./real-documents.ts";
import { sideBar } from "./side-bar/side-bar.ts";
import { Standing } from "./standing.ts";
import { StatusItem } from "./status-item.ts";
import { tellTrust } from "./trust.ts";

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
  const selector = selectorOf(client);
  const draft = new ActiveDraft(
    (document) =>
      languages.match(selector, document) > 0 && isRealDocument(document.uri, context.extensionUri),
  );
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
    ...draftPanels(context, () => client.start()),
  );
  answerAskBundled(client);
  answerAskReason(client);
  answerFiles(client);
  stopServer = () => (client.state === State.Running ? client.stop() : Promise.resolve());
  // The client itself tells the user why a start failed; the commands have to live on, for one of them tries again.
  return { ready: client.start().catch(() => undefined) };
}

/** Which documents the server hears of. */
function selectorOf({ clientOptions, protocol2CodeConverter }: BaseLanguageClient): DocumentSelector {
  return protocol2CodeConverter.asDocumentSelector(clientOptions.documentSelector ?? []);
}

export async function deactivate(): Promise<void> {
  await stopServer?.();
}
