import type { DraftMentions, Entry, MentionPlace } from "../../../server/src/lsp/protocol.ts";

/** The two trees of the side bar. */
export type Shelf = "actors" | "events";

/** A line of a tree. */
export type Node = GroupNode | EntryNode | MoreNode | WrittenNode | DraftNode | MentionNode | NowhereNode;

export interface GroupNode {
  readonly kind: "group";
  readonly key: string;
  readonly count: number;
  readonly expanded: boolean;
}

export interface EntryNode {
  readonly kind: "entry";
  readonly entry: Entry;
}

/** A group goes on from here. */
export interface MoreNode {
  readonly kind: "more";
  readonly group: string;
  readonly left: number;
}

/** Where an entry is written. */
export interface WrittenNode {
  readonly kind: "written";
  readonly entry: Entry;
}

export interface DraftNode {
  readonly kind: "draft";
  readonly id: string;
  readonly draft: DraftMentions;
}

export interface MentionNode {
  readonly kind: "mention";
  readonly uri: string;
  readonly mention: MentionPlace;
}

export interface NowhereNode {
  readonly kind: "nowhere";
}
