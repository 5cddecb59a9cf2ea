import { commands, type Disposable, EventEmitter, l10n, ThemeIcon, window } from "vscode";

/** Keystrokes sooner than this after one another are one change, in milliseconds. */
const PAUSE = 120;

/** What the trees are narrowed to: both by one filter, for an event and its actors are often sought together. */
export class Narrowing implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #filter = "";
  #mentionedOnly = false;

  get filter(): string {
    return this.#filter;
  }

  set filter(filter: string) {
    if (filter === this.#filter) return;
    this.#filter = filter;
    void commands.executeCommand("setContext", "aideMemoire.filtered", filter.trim() !== "");
    this.#changed.fire();
  }

  get mentionedOnly(): boolean {
    return this.#mentionedOnly;
  }

  set mentionedOnly(mentionedOnly: boolean) {
    if (mentionedOnly === this.#mentionedOnly) return;
    this.#mentionedOnly = mentionedOnly;
    void commands.executeCommand("setContext", "aideMemoire.mentionedOnly", mentionedOnly);
    this.#changed.fire();
  }

  get isNarrow(): boolean {
    return this.#mentionedOnly || this.#filter.trim() !== "";
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Asks what to narrow the trees to, and does so with every keystroke. */
export function askFilter(narrowing: Narrowing): void {
  const box = window.createInputBox();
  const clear = { iconPath: new ThemeIcon("clear-all"), tooltip: l10n.t("Clear the filter") };
  box.title = l10n.t("Filter actors and events");
  box.placeholder = l10n.t("A name, another name, an abbreviation or an id");
  box.value = narrowing.filter;
  box.buttons = [clear];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const apply = () => {
    clearTimeout(timer);
    narrowing.filter = box.value;
  };
  box.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(apply, PAUSE);
  });
  box.onDidTriggerButton(() => {
    box.value = "";
    apply();
  });
  box.onDidAccept(() => box.hide());
  box.onDidHide(() => {
    apply();
    box.dispose();
  });
  box.show();
}
