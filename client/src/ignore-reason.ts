import { window } from "vscode";
import { type BaseLanguageClient, RequestType } from "vscode-languageclient";
import { ASK_REASON, type AskReasonParams } from "../../server/src/lsp/protocol.ts";

/** Puts the server's question why a finding may stay to the user. */
export function answerAskReason(client: BaseLanguageClient): void {
  client.onRequest(
    new RequestType<AskReasonParams, string | null, void>(ASK_REASON),
    async ({ check, words }) => {
      const answer = await window.showInputBox({
        title: `Ignore ${check}: “${words}”`,
        prompt: "Why may this stay? It is noted in .aide-memoire-ignore.yaml, for whoever reads it there.",
        placeHolder: "A reason, or nothing",
        ignoreFocusOut: true,
      });
      return answer ?? null;
    },
  );
}
