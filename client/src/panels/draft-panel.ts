import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  languages,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { FromView, ToView, Words } from "../views/messages.ts";
import { openPlace } from "./open-place.ts";
import { pageHtml } from "./page-html.ts";
import { saveAs } from "./save-as.ts";

/** A kind of view of a draft. */
export interface DraftView {
  /** By which the editor finds it again after a reload, and the name of its bundle. */
  readonly type: string;
  readonly bundle: string;
  /** The server's command that gives what it shows. */
  readonly command: string;
  readonly icon: string;
  title(draft: string): string;
  words(): Words;
}

/** How long a draft must rest before its views are made anew, in milliseconds. */
const DELAY = 250;

/** One view of one draft, which follows the draft as it changes. */
export class DraftPanel implements Disposable {
  readonly #subscriptions: Disposable[];
  #timer: NodeJS.Timeout | number | undefined;
  #stale = true;

  constructor(
    context: ExtensionContext,
    private readonly started: () => Promise<void>,
    readonly view: DraftView,
    readonly uri: Uri,
    readonly panel: WebviewPanel,
    onClosed: () => void,
  ) {
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(context.extensionUri, "dist/views")],
    };
    panel.title = view.title(nameOf(uri));
    panel.iconPath = {
      light: Uri.joinPath(context.extensionUri, `client/icons/${view.icon}-light.svg`),
      dark: Uri.joinPath(context.extensionUri, `client/icons/${view.icon}-dark.svg`),
    };
    const isOurs = (other: Uri) => other.toString() === uri.toString();
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromView) => this.#hear(message)),
      panel.onDidChangeViewState(() => this.#stale && this.#soon()),
      panel.onDidDispose(() => {
        this.dispose();
        onClosed();
      }),
      workspace.onDidChangeTextDocument(({ document }) => isOurs(document.uri) && this.#soon()),
      // What is known may have changed as well: its findings are then told anew.
      languages.onDidChangeDiagnostics(({ uris }) => uris.some(isOurs) && this.#soon()),
    ];
    panel.webview.html = pageHtml(context, view, uri, panel.webview);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #soon(): void {
    this.#stale = true;
    clearTimeout(this.#timer);
    if (this.panel.visible) this.#timer = setTimeout(() => void this.#show(), DELAY);
  }

  async #hear(message: FromView): Promise<void> {
    if (message.type === "ready") return this.#show();
    if (message.type === "open") return openPlace(message.place, this.panel.viewColumn);
    const text = await this.#ask(message.format);
    if (text !== undefined) await saveAs(this.uri, this.view.type, message.format, text);
  }

  async #show(): Promise<void> {
    this.#stale = false;
    const text = await this.#ask("json");
    const message: ToView<unknown> =
      text === undefined
        ? { type: "none", reason: l10n.t("This is no draft that is checked, or it is gone.") }
        : { type: "show", value: JSON.parse(text) };
    await this.panel.webview.postMessage(message);
  }

  /** What the server has to show of the draft. It knows open documents only, and a view may outlive its draft's tab. */
  async #ask(format: string): Promise<string | undefined> {
    try {
      await this.started();
      const { uri } = await workspace.openTextDocument(this.uri);
      return (
        (await commands.executeCommand<string | null>(this.view.command, { uri: uri.toString(), format })) ??
        undefined
      );
    } catch {
      return undefined;
    }
  }
}

/** A panel beside the draft. */
export function newPanel(view: DraftView, uri: Uri): WebviewPanel {
  return window.createWebviewPanel(
    view.type,
    view.title(nameOf(uri)),
    { viewColumn: ViewColumn.Beside, preserveFocus: false },
    { enableFindWidget: true },
  );
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
