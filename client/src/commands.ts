import {
  commands,
  type Disposable,
  type ExtensionContext,
  FileType,
  l10n,
  Uri,
  window,
  workspace,
} from "vscode";
import { type LanguageClient, type Location, type Position, State } from "vscode-languageclient/node";
import { SHOW_MENTIONS } from "../../server/src/lsp/protocol.ts";
import { explaining } from "./explaining.ts";

/** The commands that only an editor's own side can offer; everything else is a command of the server. */
export function registerCommands(context: ExtensionContext, client: LanguageClient): Disposable[] {
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

function restart(client: LanguageClient): Promise<void> {
  return client.state === State.Running ? client.restart() : client.start();
}

/** Opens a sample draft by its file name, or asks which one. */
async function openSample(context: ExtensionContext, name?: string): Promise<void> {
  const folder = Uri.joinPath(context.extensionUri, "knowledge", "samples");
  const chosen =
    name ?? (await window.showQuickPick(listSamples(folder), { placeHolder: l10n.t("Which sample?") }));
  if (chosen) await window.showTextDocument(Uri.joinPath(folder, chosen), { preview: false });
}

async function listSamples(folder: Uri): Promise<string[]> {
  const entries = await workspace.fs.readDirectory(folder);
  return entries.filter(([, type]) => type === FileType.File).map(([name]) => name);
}
