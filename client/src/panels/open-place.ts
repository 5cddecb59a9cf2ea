import { Range, TabInputText, Uri, ViewColumn, window, workspace } from "vscode";
import type { Place } from "../views/messages.ts";

/** Shows a place of a draft or of a knowledge base: where its text is open already, else beside the view. */
export async function openPlace({ uri, range }: Place, view: ViewColumn | undefined): Promise<void> {
  const target = Uri.parse(uri, true);
  const document = await workspace.openTextDocument(target);
  const selection =
    range && new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  await window.showTextDocument(document, {
    viewColumn: columnOf(target) ?? otherThan(view),
    ...(selection && { selection }),
  });
}

function columnOf(uri: Uri): ViewColumn | undefined {
  const isOpen = (input: unknown) => input instanceof TabInputText && input.uri.toString() === uri.toString();
  return window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isOpen(input)))?.viewColumn;
}

/** The view itself should stay in sight. */
function otherThan(view: ViewColumn | undefined): ViewColumn {
  const other = window.tabGroups.all.find(({ viewColumn }) => viewColumn !== view);
  return other?.viewColumn ?? ViewColumn.Beside;
}
