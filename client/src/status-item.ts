import { type Disposable, l10n, MarkdownString, type StatusBarItem, ThemeColor, workspace } from "vscode";
import type { Status } from "../../server/src/lsp/protocol.ts";
import type { Phase, Standing } from "./standing.ts";

/** The entry in the status bar: says whether drafts are being checked and how the one at hand stands, and opens the menu. */
export class StatusItem implements Disposable {
  readonly #item: StatusBarItem;
  readonly #standing: Standing;
  readonly #subscription: Disposable;

  constructor(item: StatusBarItem, standing: Standing) {
    this.#item = item;
    this.#standing = standing;
    item.name = "Aide-Mémoire";
    item.command = "aideMemoire.showMenu";
    this.#subscription = standing.onDidChange(() => this.#show());
    this.#show();
    item.show();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const { phase, status } = this.#standing;
    const counts = phase === "idle" || phase === "checking" ? status?.draft : undefined;
    const total = counts && counts.contradicted + counts.supported + counts.unverified;
    this.#item.text = counts && total ? inNumbers(phase, counts) : `$(${icon(phase)}) Aide-Mémoire`;
    this.#item.tooltip = tooltip(phase, status);
    this.#item.accessibilityInformation = {
      label: `Aide-Mémoire: ${[says(phase), ...inWords(status)].join(" ")}`,
    };
    this.#item.backgroundColor =
      phase === "stopped" ? new ThemeColor("statusBarItem.warningBackground") : undefined;
  }
}

function icon(phase: Phase): string {
  if (phase === "starting" || phase === "checking") return "sync~spin";
  if (phase === "stopped") return "warning";
  return phase === "idle" ? "book" : "circle-slash";
}

function inNumbers(phase: Phase, { contradicted, supported, unverified }: Status["draft"] & object): string {
  return `$(${icon(phase)}) ${contradicted} ✗ · ${supported} ✓ · ${unverified} ?`;
}

function tooltip(phase: Phase, status: Status | undefined): MarkdownString {
  const text = new MarkdownString("", true);
  text.appendMarkdown("**Aide-Mémoire**\n\n");
  for (const line of [says(phase), ...inWords(status), ...against(status), ...restricted()]) {
    text.appendText(line);
    text.appendMarkdown("\n\n");
  }
  text.appendText(l10n.t("Click for what can be done."));
  return text;
}

function says(phase: Phase): string {
  switch (phase) {
    case "starting":
      return l10n.t("Starting.");
    case "stopped":
      return l10n.t("Stopped: drafts are not being checked.");
    case "checking":
      return l10n.t("Drafts are being read.");
    case "idle":
      return l10n.t("Drafts are being checked as you write.");
    case "none":
      return l10n.t("There is no knowledge base here, so drafts are not checked.");
    case "notAgreed":
      return l10n.t("There is no knowledge base here, and whether the bundled one may serve is not decided.");
  }
}

function inWords(status: Status | undefined): string[] {
  if (status?.draft === undefined || status.state !== "served") return [];
  const { contradicted, supported, unverified } = status.draft;
  return [
    l10n.t(
      "In this draft: {0} contradicted, {1} verified, {2} not covered.",
      contradicted,
      supported,
      unverified,
    ),
  ];
}

function against(status: Status | undefined): string[] {
  return (status?.knowledge ?? []).map(({ title, actors, events }) =>
    l10n.t("Held against “{0}”: {1} actors, {2} events.", title, actors, events),
  );
}

function restricted(): string[] {
  return workspace.isTrusted
    ? []
    : [l10n.t("Restricted mode: nothing is written, and no knowledge base outside the workspace is read.")];
}
