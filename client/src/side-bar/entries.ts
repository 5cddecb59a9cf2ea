import { type CancellationToken, commands, EventEmitter, type TreeDataProvider, type TreeItem } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  ACTORS,
  CARD,
  type DraftMentions,
  type EntriesAnswer,
  type EntriesRequest,
  type EntryRequest,
  EVENTS,
  MENTIONS,
} from "../../../server/src/lsp/protocol.ts";
import type { Standing } from "../standing.ts";
import { cardTooltip, Items } from "./items.ts";
import type { Narrowing } from "./narrowing.ts";
import type { EntryNode, Node, Shelf } from "./nodes.ts";

/** Entries shown of a group at first, and more at a time. */
const PAGE = 500;
/** With no more entries than these, the groups are open from the start. */
const FEW = 60;

/** The lines of one tree, each asked of the server when it is to be seen. */
export class Entries implements TreeDataProvider<Node> {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #told = new EventEmitter<EntriesAnswer | undefined>();
  /** The root was answered: by how many there are, or by nothing where there is no knowledge base. */
  readonly onDidAnswer = this.#told.event;
  readonly #items: Items;
  /** How many entries of a group are shown. */
  readonly #shown = new Map<string, number>();

  constructor(
    private readonly shelf: Shelf,
    private readonly narrowing: Narrowing,
    private readonly standing: Standing,
    client: BaseLanguageClient,
  ) {
    this.#items = new Items(shelf, narrowing, client);
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  showMore(group: string): void {
    this.#shown.set(group, (this.#shown.get(group) ?? PAGE) + PAGE);
    this.refresh();
  }

  getTreeItem(node: Node): TreeItem {
    return this.#items.of(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) return this.#groups();
    if (node.kind === "group") return this.#entries(node.key);
    if (node.kind === "entry") return this.#placesOf(node);
    if (node.kind !== "draft") return [];
    const { id, draft } = node;
    const drafts = await this.#ask<DraftMentions[]>(MENTIONS, {
      id,
      draft: draft.uri,
      uri: this.standing.uri,
    });
    const mentions = drafts?.[0]?.mentions ?? [];
    return mentions.map((mention) => ({ kind: "mention", uri: draft.uri, mention }));
  }

  /** The card of an entry is made when the mouse rests on it. */
  async resolveTreeItem(item: TreeItem, node: Node, token: CancellationToken): Promise<TreeItem> {
    if (node.kind !== "entry") return item;
    const card = await this.#ask<string>(CARD, { id: node.entry.id, uri: this.standing.uri });
    if (card && !token.isCancellationRequested) item.tooltip = cardTooltip(card);
    return item;
  }

  async #groups(): Promise<Node[]> {
    const answer = await this.#list({});
    this.#told.fire(answer);
    const expanded = (answer?.found ?? 0) <= FEW || this.narrowing.isNarrow;
    return (answer?.groups ?? []).map((group) => ({ kind: "group", ...group, expanded }));
  }

  async #entries(group: string): Promise<Node[]> {
    const limit = this.#shown.get(group) ?? PAGE;
    const answer = await this.#list({ group, limit });
    const entries: Node[] = (answer?.entries ?? []).map((entry) => ({ kind: "entry", entry }));
    const count = answer?.groups.find(({ key }) => key === group)?.count ?? 0;
    return count > limit ? [...entries, { kind: "more", group, left: count - limit }] : entries;
  }

  async #placesOf({ entry }: EntryNode): Promise<Node[]> {
    const request = { id: entry.id, uri: this.standing.uri };
    const drafts = (await this.#ask<DraftMentions[]>(MENTIONS, request)) ?? [];
    const places = drafts.map((draft): Node => ({ kind: "draft", id: entry.id, draft }));
    return [{ kind: "written", entry }, ...(places.length === 0 ? [{ kind: "nowhere" } as const] : places)];
  }

  async #list(request: EntriesRequest): Promise<EntriesAnswer | undefined> {
    const { filter, mentionedOnly } = this.narrowing;
    const command = this.shelf === "actors" ? ACTORS : EVENTS;
    return this.#ask(command, { ...request, uri: this.standing.uri, filter, mentionedOnly });
  }

  /** Undefined where there is no answer: the server has not started yet, or has stopped. */
  async #ask<T>(command: string, request: EntriesRequest | EntryRequest): Promise<T | undefined> {
    const { phase } = this.standing;
    if (phase === "starting" || phase === "stopped") return undefined;
    return commands.executeCommand<T | null>(command, request).then(
      (answer) => answer ?? undefined,
      () => undefined,
    );
  }
}
