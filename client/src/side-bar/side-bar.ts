import { commands, type Disposable, l10n, type TreeView, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { EntriesAnswer } from "../../../server/src/lsp/protocol.ts";
import type { Standing } from "../standing.ts";
import { Entries } from "./entries.ts";
import { askFilter, Narrowing } from "./narrowing.ts";
import type { Node, Shelf } from "./nodes.ts";

const SHELVES: readonly Shelf[] = ["actors", "events"];

/** The two trees in the side bar, and the commands that narrow them. */
export function sideBar(client: BaseLanguageClient, standing: Standing): Disposable[] {
  const narrowing = new Narrowing();
  const trees = SHELVES.map((shelf) => {
    const entries = new Entries(shelf, narrowing, standing, client);
    const view = window.createTreeView<Node>(`aideMemoire.${shelf}View`, {
      treeDataProvider: entries,
      showCollapseAll: true,
    });
    entries.onDidAnswer((answer) => describe(view, answer, narrowing, standing));
    return { shelf, entries, view };
  });
  const refresh = () => {
    for (const { entries } of trees) entries.refresh();
  };
  return [
    narrowing,
    ...trees.map(({ view }) => view),
    standing.onDidChangeContents(refresh),
    narrowing.onDidChange(refresh),
    commands.registerCommand("aideMemoire.filterEntries", () => askFilter(narrowing)),
    commands.registerCommand("aideMemoire.clearFilter", () => {
      narrowing.filter = "";
    }),
    commands.registerCommand("aideMemoire.showMentionedOnly", () => {
      narrowing.mentionedOnly = true;
    }),
    commands.registerCommand("aideMemoire.showAllEntries", () => {
      narrowing.mentionedOnly = false;
    }),
    commands.registerCommand("aideMemoire.refreshEntries", refresh),
    commands.registerCommand("aideMemoire.showMoreEntries", (shelf: Shelf, group: string) =>
      trees.find((tree) => tree.shelf === shelf)?.entries.showMore(group),
    ),
  ];
}

/** Says above the lines what they are narrowed to, and beside the title from where they are. */
function describe(
  view: TreeView<Node>,
  answer: EntriesAnswer | undefined,
  narrowing: Narrowing,
  { status }: Standing,
): void {
  view.description = (status?.knowledge ?? []).map(({ title }) => title).join(", ");
  const narrowed = answer === undefined || !narrowing.isNarrow ? undefined : narrowedTo(narrowing, answer);
  // VS Code takes an empty message for none.
  view.message = narrowed ?? "";
}

function narrowedTo({ filter, mentionedOnly }: Narrowing, { found, all }: EntriesAnswer): string {
  const words = filter.trim();
  if (words === "") return l10n.t("Mentioned in this draft: {0} of {1}", found, all);
  return mentionedOnly
    ? l10n.t("“{0}”, mentioned in this draft: {1} of {2}", words, found, all)
    : l10n.t("“{0}”: {1} of {2}", words, found, all);
}
