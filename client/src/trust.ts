import { type Disposable, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { TRUST, type TrustParams } from "../../server/src/lsp/protocol.ts";

/** Tells the server when the user comes to trust the workspace. */
export function tellTrust(client: BaseLanguageClient): Disposable {
  return workspace.onDidGrantWorkspaceTrust(() => {
    const params: TrustParams = { trusted: true };
    if (client.state === State.Running) void client.sendNotification(TRUST, params);
  });
}
