import { type Disposable, EventEmitter, TabInputText, type TextDocument, type Uri, window } from "vscode";

/**
 * The draft that is worked on: the one whose editor was active last, for as long as it is open in a tab. While somebody
 * looks a fact up in a knowledge file, the draft stays the same; where none is open, a knowledge file stands in for it.
 */
export class ActiveDraft implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #concerns: (document: TextDocument) => boolean;
  readonly #subscriptions: Disposable[];
  #draft: Uri | undefined;
  #fact: Uri | undefined;

  /** `concerns` says which documents the server hears of. */
  constructor(concerns: (document: TextDocument) => boolean) {
    this.#concerns = concerns;
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor((editor) => this.#look(editor?.document)),
      window.tabGroups.onDidChangeTabs(() => this.#forgetClosed()),
    ];
    this.#look(window.activeTextEditor?.document);
  }

  get uri(): Uri | undefined {
    return this.#draft ?? this.#fact;
  }

  dispose(): void {
    this.#changed.dispose();
    for (const each of this.#subscriptions) each.dispose();
  }

  #look(document: TextDocument | undefined): void {
    if (document === undefined || !this.#concerns(document)) return;
    const before = this.uri?.toString();
    if (document.languageId === "yaml") this.#fact = document.uri;
    else this.#draft = document.uri;
    if (this.uri?.toString() !== before) this.#changed.fire();
  }

  #forgetClosed(): void {
    const before = this.uri?.toString();
    if (this.#draft !== undefined && !isOpen(this.#draft)) this.#draft = undefined;
    if (this.#fact !== undefined && !isOpen(this.#fact)) this.#fact = undefined;
    if (this.uri?.toString() !== before) this.#changed.fire();
  }
}

function isOpen(uri: Uri): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}
