import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Entry, Place } from "../../../server/src/lsp/protocol.ts";
import { iconOf } from "./icons.ts";
import { groupLabel } from "./labels.ts";
import type { Narrowing } from "./narrowing.ts";
import type {
  DraftNode,
  EntryNode,
  GroupNode,
  MentionNode,
  MoreNode,
  Node,
  Shelf,
  WrittenNode,
} from "./nodes.ts";

/** How the lines of a tree look, and where a click on them leads. */
export class Items {
  constructor(
    private readonly shelf: Shelf,
    private readonly narrowing: Narrowing,
    private readonly client: BaseLanguageClient,
  ) {}

  of(node: Node): TreeItem {
    switch (node.kind) {
      case "group":
        return this.#group(node);
      case "entry":
        return this.#entry(node);
      case "written":
        return this.#written(node);
      case "draft":
        return this.#draft(node);
      case "mention":
        return this.#mention(node);
      case "more":
        return this.#more(node);
      case "nowhere":
        return nowhere();
    }
  }

  #group({ key, count, expanded }: GroupNode): TreeItem {
    const state = expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(groupLabel(this.shelf, key), state);
    // What was closed in the whole tree is to be open among what a filter finds: it is another line there.
    item.id = `${this.narrowing.isNarrow ? "found" : "all"}/${key}`;
    item.description = String(count);
    item.contextValue = "group";
    return item;
  }

  #entry({ entry }: EntryNode): TreeItem {
    const item = new TreeItem(entry.name, TreeItemCollapsibleState.Collapsed);
    item.id = `entry/${entry.id}`;
    const often = entry.mentions > 0 ? l10n.t("{0}×", entry.mentions) : "";
    item.description = [entry.detail, often].filter((part) => part !== "").join(" · ");
    item.iconPath = iconOf(this.shelf, entry);
    item.contextValue = "entry";
    item.accessibilityInformation = { label: spoken(entry) };
    return this.#leadingTo(item, entry.place);
  }

  #written({ entry }: WrittenNode): TreeItem {
    const item = new TreeItem(l10n.t("Entry in the knowledge base"));
    item.iconPath = new ThemeIcon("go-to-file");
    if (entry.place !== undefined) {
      item.description = this.#nameOf(entry.place.uri);
      item.tooltip = this.#pathOf(entry.place.uri);
    }
    return this.#leadingTo(item, entry.place);
  }

  #draft({ id, draft }: DraftNode): TreeItem {
    const item = new TreeItem(
      this.client.protocol2CodeConverter.asUri(draft.uri),
      TreeItemCollapsibleState.Collapsed,
    );
    item.id = `draft/${id}/${draft.uri}`;
    item.label = this.#nameOf(draft.uri);
    item.description = l10n.t("{0}×", draft.count);
    item.tooltip = l10n.t("{0}: mentioned {1} times", this.#pathOf(draft.uri), draft.count);
    item.iconPath = ThemeIcon.File;
    return item;
  }

  #mention({ uri, mention: { range, before, words, after, quoted } }: MentionNode): TreeItem {
    const label = `${before}${words}${after}`;
    const item = new TreeItem({ label, highlights: [[before.length, before.length + words.length]] });
    item.description = String(range.start.line + 1);
    item.tooltip = quoted ? l10n.t("Line {0}, in somebody else’s words", range.start.line + 1) : label;
    if (quoted) item.iconPath = new ThemeIcon("quote", new ThemeColor("descriptionForeground"));
    return this.#leadingTo(item, { uri, range });
  }

  #more({ group, left }: MoreNode): TreeItem {
    const item = new TreeItem(l10n.t("Show more"));
    item.description = l10n.t("{0} left", left);
    item.iconPath = new ThemeIcon("ellipsis");
    const command = "aideMemoire.showMoreEntries";
    item.command = { title: l10n.t("Show more"), command, arguments: [this.shelf, group] };
    return item;
  }

  #leadingTo(item: TreeItem, place: Place | undefined): TreeItem {
    if (place === undefined) return item;
    const { protocol2CodeConverter: to } = this.client;
    item.command = {
      title: l10n.t("Go there"),
      command: "vscode.open",
      arguments: [to.asUri(place.uri), { selection: to.asRange(place.range), preview: true }],
    };
    return item;
  }

  #pathOf(uri: string): string {
    return workspace.asRelativePath(this.client.protocol2CodeConverter.asUri(uri));
  }

  #nameOf(uri: string): string {
    const { path } = this.client.protocol2CodeConverter.asUri(uri);
    return path.slice(path.lastIndexOf("/") + 1);
  }
}

/** A card as a tooltip; nothing in it is a command or HTML. */
export function cardTooltip(markdown: string): MarkdownString {
  const tooltip = new MarkdownString(markdown);
  tooltip.isTrusted = false;
  tooltip.supportHtml = false;
  return tooltip;
}

function nowhere(): TreeItem {
  const item = new TreeItem(l10n.t("Mentioned in no draft"));
  item.iconPath = new ThemeIcon("dash");
  return item;
}

function spoken({ name, detail, mentions }: Entry): string {
  const often = mentions > 0 ? l10n.t("mentioned {0} times in this draft", mentions) : "";
  return [name, detail, often].filter((part) => part !== "").join(", ");
}
