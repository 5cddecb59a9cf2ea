import { commands, type Disposable, type ExtensionContext, l10n, Uri, window } from "vscode";
import { type BaseLanguageClient, type Location, type Position, State } from "vscode-languageclient";
import { SHOW_MENTIONS } from "../../server/src/lsp/protocol.ts";
import { explaining } from "./explaining.ts";

/** The commands that only an editor's own side can offer; everything else is a command of the server. */
export function registerCommands(context: ExtensionContext, client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand("aideMemoire.restart", () => restart(client)),
    commands.registerCommand("aideMemoire.showLog", () => client.outputChannel.show()),
    commands.registerCommand(SHOW_MENTIONS, (uri: string, position: Position, places: readonly Location[]) =>
      commands.executeCommand(
        "editor.action.showReferences",
        Uri.parse(uri),
        client.protocol2CodeConverter.asPosition(position),
        places.map((place) => client.protocol2CodeConverter.asLocation(place)),
      ),
    ),
    ...explaining(client),
    commands.registerCommand("aideMemoire.openSample", (name?: string) => openSample(context, name)),
  ];
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.state === State.Running) await client.stop();
  await client.start();
}

/** What the bundler puts in: the file names of the samples. On the web, a folder has no listing. */
declare const SAMPLES: readonly string[];

/** Opens a sample draft by its file name, or asks which one. */
async function openSample(context: ExtensionContext, name?: string): Promise<void> {
  const folder = Uri.joinPath(context.extensionUri, "knowledge", "samples");
  const chosen = name ?? (await window.showQuickPick(SAMPLES, { placeHolder: l10n.t("Which sample?") }));
  if (chosen) await window.showTextDocument(Uri.joinPath(folder, chosen), { preview: false });
}
