import { l10n, window } from "vscode";
import { type BaseLanguageClient, RequestType } from "vscode-languageclient";
import { ASK_REASON, type AskReasonParams } from "../../server/src/lsp/protocol.ts";

/** Puts the server's question why a finding may stay to the user. */
export function answerAskReason(client: BaseLanguageClient): void {
  client.onRequest(
    new RequestType<AskReasonParams, string | null, void>(ASK_REASON),
    async ({ check, words }) => {
      const answer = await window.showInputBox({
        title: l10n.t("Ignore {0}: “{1}”", check, words),
        prompt: l10n.t(
          "Why may this stay? It is noted in .aide-memoire-ignore.yaml, for whoever reads it there.",
        ),
        placeHolder: l10n.t("A reason, or nothing"),
        ignoreFocusOut: true,
      });
      return answer ?? null;
    },
  );
}
