import { ConfigurationTarget, l10n, window, workspace } from "vscode";
import { type BaseLanguageClient, RequestType } from "vscode-languageclient";
import { ASK_BUNDLED, type AskBundledAnswer, type AskBundledParams } from "../../server/src/lsp/protocol.ts";

/** Puts the server's question, whether the bundled knowledge base may serve, to the user and remembers the answer. */
export function answerAskBundled(client: BaseLanguageClient): void {
  client.onRequest(new RequestType<AskBundledParams, AskBundledAnswer, void>(ASK_BUNDLED), ask);
}

async function ask({ title }: AskBundledParams): Promise<AskBundledAnswer> {
  const yes = l10n.t("Yes");
  const notHere = l10n.t("Not Here");
  const never = l10n.t("Never");
  const question = l10n.t(
    "There is no knowledge base here. Check drafts against the one that comes with Aide-Mémoire, “{0}”? No text leaves this computer.",
    title,
  );
  switch (await window.showInformationMessage(question, yes, notHere, never)) {
    case yes:
      await rememberBundled("always");
      return "yes";
    case notHere:
      await rememberBundled("never");
      return "no";
    case never:
      await remember("never", ConfigurationTarget.Global);
      return "no";
    default:
      return "later";
  }
}

/** Keeps the answer for this workspace; in one that is not trusted nothing is written, and it holds until the window is closed. */
export async function rememberBundled(value: "always" | "never"): Promise<void> {
  if (workspace.isTrusted || !workspace.workspaceFolders) await remember(value, here());
}

function remember(value: "always" | "never", target: ConfigurationTarget): Thenable<void> {
  return workspace.getConfiguration("aideMemoire").update("bundledKnowledge", value, target);
}

/** A file that is open without a folder has no place of its own to keep the answer. */
function here(): ConfigurationTarget {
  return workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
}
