import { type Disposable, type StatusBarItem, ThemeColor } from "vscode";
import { State } from "vscode-languageclient";

/** The entry in the status bar: says whether drafts are being checked, and leads to what helps. */
export class StatusItem implements Disposable {
  readonly #item: StatusBarItem;

  constructor(item: StatusBarItem) {
    this.#item = item;
    item.name = "Aide-Mémoire";
    this.show(State.Starting);
    item.show();
  }

  show(state: State): void {
    const stopped = state === State.Stopped;
    this.#item.text = `$(${icon(state)}) Aide-Mémoire`;
    this.#item.tooltip = stopped ? "Drafts are not being checked. Click to restart." : tooltip(state);
    this.#item.command = stopped ? "aideMemoire.restart" : "aideMemoire.showLog";
    this.#item.backgroundColor = stopped ? new ThemeColor("statusBarItem.warningBackground") : undefined;
  }

  dispose(): void {
    this.#item.dispose();
  }
}

function icon(state: State): string {
  if (state === State.Running) return "book";
  return state === State.Starting ? "sync~spin" : "warning";
}

function tooltip(state: State): string {
  return state === State.Running
    ? "Drafts are being checked. Click for the log."
    : "Starting. Click for the log.";
}
