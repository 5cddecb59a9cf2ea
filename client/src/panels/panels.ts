import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  Uri,
  type WebviewPanel,
  window,
} from "vscode";
import type { ViewState } from "../views/messages.ts";
import { DraftPanel, type DraftView, newPanel } from "./draft-panel.ts";
import { VIEWS } from "./views.ts";

/**
 * The commands that show a draft's fact sheet and timeline, and what brings these views back after a reload. `started`
 * waits for the server, which may still be on its way then.
 */
export function draftPanels(context: ExtensionContext, started: () => Promise<void>): Disposable[] {
  const open = new Map<string, DraftPanel>();
  const adopt = (view: DraftView, uri: Uri, panel: WebviewPanel) => {
    const key = keyOf(view, uri);
    open.set(key, new DraftPanel(context, started, view, uri, panel, () => open.delete(key)));
  };
  const show = (view: DraftView, uri: Uri) => {
    const shown = open.get(keyOf(view, uri));
    if (shown !== undefined) shown.panel.reveal();
    else adopt(view, uri, newPanel(view, uri));
  };
  return Object.entries(VIEWS).flatMap(([command, view]) => [
    commands.registerCommand(command, (argument?: unknown) => {
      const uri = uriFrom(argument) ?? window.activeTextEditor?.document.uri;
      if (uri !== undefined) show(view, uri);
      else void window.showInformationMessage(l10n.t("Open a draft first."));
    }),
    window.registerWebviewPanelSerializer(view.type, {
      async deserializeWebviewPanel(panel, state: Partial<ViewState> | undefined) {
        const uri = uriFrom(state);
        if (uri === undefined || open.has(keyOf(view, uri))) panel.dispose();
        else adopt(view, uri, panel);
      },
    }),
    { dispose: () => [...open.values()].forEach((panel) => void panel.dispose()) },
  ]);
}

function keyOf({ type }: DraftView, uri: Uri): string {
  return `${type} ${uri.toString()}`;
}

/** A menu gives the file itself, a lens and other callers `{ uri }`. */
function uriFrom(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  const { uri } = (argument ?? {}) as { uri?: unknown };
  if (uri instanceof Uri) return uri;
  return typeof uri === "string" && uri !== "" ? Uri.parse(uri) : undefined;
}
