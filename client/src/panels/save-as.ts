import { commands, l10n, Uri, window, workspace } from "vscode";

const FORMATS: Readonly<Record<string, { readonly ending: string; readonly name: string }>> = {
  html: { ending: "html", name: "HTML" },
  markdown: { ending: "md", name: "Markdown" },
  csv: { ending: "csv", name: "CSV" },
  svg: { ending: "svg", name: "SVG" },
};

/** Asks where a page about a draft is to be kept, and writes it there. */
export async function saveAs(draft: Uri, type: string, format: string, text: string): Promise<void> {
  const { ending, name } = FORMATS[format]!;
  const kind = type.endsWith("timeline") ? "timeline" : "facts";
  const proposed = draft.path.replace(/(?:\.[^./]+)?$/, `.${kind}.${ending}`);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const defaultUri =
    draft.scheme === "untitled" && folder !== undefined
      ? Uri.joinPath(folder, proposed.slice(proposed.lastIndexOf("/") + 1))
      : draft.with({ path: proposed });
  const target = await window.showSaveDialog({ defaultUri, filters: { [name]: [ending] } });
  if (target === undefined) return;
  // Spreadsheets take a file for UTF-8 only where it begins so.
  const mark = format === "csv" ? "\uFEFF" : "";
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(mark + text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return void window.showErrorMessage(l10n.t("It could not be written: {0}", reason));
  }
  const open = l10n.t("Open");
  const written = l10n.t("Written: {0}", workspace.asRelativePath(target));
  if ((await window.showInformationMessage(written, open)) === open)
    await commands.executeCommand("vscode.open", target);
}
