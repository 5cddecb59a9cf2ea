import { ConfigurationTarget, window, workspace } from "vscode";
import { type BaseLanguageClient, RequestType } from "vscode-languageclient";
import { ASK_BUNDLED, type AskBundledAnswer, type AskBundledParams } from "../../server/src/lsp/protocol.ts";

const YES = "Yes";
const NOT_HERE = "Not Here";
const NEVER = "Never";

/** Puts the server's question, whether the bundled knowledge base may serve, to the user and remembers the answer. */
export function answerAskBundled(client: BaseLanguageClient): void {
  client.onRequest(new RequestType<AskBundledParams, AskBundledAnswer, void>(ASK_BUNDLED), ask);
}

async function ask({ title }: AskBundledParams): Promise<AskBundledAnswer> {
  const question = `There is no knowledge base here. Check drafts against the one that comes with Aide-Mémoire, “${title}”? No text leaves this computer.`;
  switch (await window.showInformationMessage(question, YES, NOT_HERE, NEVER)) {
    case YES:
      await remember("always", here());
      return "yes";
    case NOT_HERE:
      await remember("never", here());
      return "no";
    case NEVER:
      await remember("never", ConfigurationTarget.Global);
      return "no";
    default:
      return "later";
  }
}

function remember(value: "always" | "never", target: ConfigurationTarget): Thenable<void> {
  return workspace.getConfiguration("aideMemoire").update("bundledKnowledge", value, target);
}

/** A file that is open without a folder has no place of its own to keep the answer. */
function here(): ConfigurationTarget {
  return workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
}
