import { commands, type Disposable, type ExtensionContext, l10n, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  CREATE_KNOWLEDGE,
  type CreatedKnowledge,
  type CreateKnowledgeRequest,
} from "../../server/src/lsp/protocol.ts";
import { rememberBundled } from "./bundled-knowledge.ts";
import { tick } from "./progress.ts";
import type { Standing } from "./standing.ts";

/** Where it is kept what the first knowledge base of a workspace can be tried on. */
const SENTENCE = "firstSentence";

/** The commands around a knowledge base: to begin one, to try it, to open it, to read about it. */
export function knowledgeCommands(
  context: ExtensionContext,
  client: BaseLanguageClient,
  standing: Standing,
): Disposable[] {
  return [
    commands.registerCommand("aideMemoire.newKnowledge", () => begin(context, client)),
    commands.registerCommand("aideMemoire.tryDraft", () => tryDraft(context)),
    commands.registerCommand("aideMemoire.useBundled", () => rememberBundled("always")),
    commands.registerCommand("aideMemoire.openKnowledge", () => open(client, standing)),
    commands.registerCommand("aideMemoire.openManual", () => openManual(context)),
    commands.registerCommand("aideMemoire.openWalkthrough", () =>
      commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false),
    ),
  ];
}

async function begin(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const request: CreateKnowledgeRequest = { folder: client.code2ProtocolConverter.asUri(folder) };
  const made = await commands.executeCommand<CreatedKnowledge | null>(CREATE_KNOWLEDGE, request);
  if (!made) return void window.showErrorMessage(l10n.t("No knowledge base could be written there."));
  const document = await workspace.openTextDocument(client.protocol2CodeConverter.asUri(made.file));
  await window.showTextDocument(document, { preview: false });
  tick("hasKnowledge");
  if (made.created) await context.workspaceState.update(SENTENCE, made.sentence);
  else void window.showInformationMessage(l10n.t("There is a knowledge base here already: this is it."));
  if (made.created && workspace.getWorkspaceFolder(folder) === undefined) await offerToOpen(folder);
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]!.uri;
  if (folders.length > 1) {
    const placeHolder = l10n.t("For the drafts of which folder?");
    return (await window.showWorkspaceFolderPick({ placeHolder }))?.uri;
  }
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: l10n.t("The folder of your drafts"),
    openLabel: l10n.t("Create a Knowledge Base Here"),
  });
  return chosen?.[0];
}

async function offerToOpen(folder: Uri): Promise<void> {
  const yes = l10n.t("Open the Folder");
  const question = l10n.t("The knowledge base holds for the drafts of its folder. Open the folder now?");
  if ((await window.showInformationMessage(question, yes)) === yes)
    await commands.executeCommand("vscode.openFolder", folder);
}

/** A new draft; with a sentence that the new knowledge base contradicts, where there is one. */
async function tryDraft(context: ExtensionContext): Promise<void> {
  const sentence = context.workspaceState.get<string>(SENTENCE) ?? "";
  const content = `# ${l10n.t("A first draft")}\n\n${sentence}\n`;
  const document = await workspace.openTextDocument({ language: "markdown", content });
  await window.showTextDocument(document, { preview: false });
}

async function open(client: BaseLanguageClient, { status }: Standing): Promise<void> {
  const bases = (status?.knowledge ?? []).filter(({ file }) => file !== undefined);
  if (bases.length === 0)
    return void window.showInformationMessage(l10n.t("There is no knowledge base here."));
  const items = bases.map(({ title, file }) => ({ label: title, file: file! }));
  const chosen =
    items.length === 1
      ? items[0]
      : await window.showQuickPick(items, { placeHolder: l10n.t("Which knowledge base?") });
  if (chosen) await window.showTextDocument(client.protocol2CodeConverter.asUri(chosen.file));
}

async function openManual({ extensionUri }: ExtensionContext): Promise<void> {
  const page = Uri.joinPath(extensionUri, "knowledge", "README.md");
  const preview = "markdown.showPreview";
  const canPreview = (await commands.getCommands(true)).includes(preview);
  await (canPreview ? commands.executeCommand(preview, page) : window.showTextDocument(page));
}
