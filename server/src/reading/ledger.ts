import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { Part } from "../text/parts.ts";
import type { TimeMention } from "../time/time.ts";
import { DateCounts } from "./dates.ts";
import type { Asked } from "./memory/block-memory.ts";
import { DraftMemory } from "./memory/draft-memory.ts";
import type { Ordered } from "./memory/in-order.ts";
import type { Left } from "./memory/notes.ts";
import { Misspelt } from "./names/misspelt.ts";
import type { PartRead } from "./reader.ts";
import { RecentPassages } from "./recent-passages.ts";
import type { Words } from "./words.ts";

/** A part as it was read, and all that this depended on besides its words. Places count from where it begins. */
export interface ReadPart extends Ordered {
  readonly part: Part;
  readonly words: Words;
  /** Its dates before it was read. */
  readonly times: readonly TimeMention[];
  readonly asked: readonly Asked[];
  readonly left: Left;
  readonly found: PartRead;
  /** Where it stands among the others; only its being smaller or greater counts. */
  order: number;
}

/** What keeps something of all parts of a draft. It is told of each part that comes or goes, in any order. */
export interface Follower {
  add(part: ReadPart): void;
  remove(part: ReadPart): void;
}

/** A kind of follower, of which a draft has one at most. */
export type FollowerKind<Kind extends Follower> = new (knowledge: Knowledge) => Kind;

/** What is known of all parts of a draft together, and changes with them. It belongs to the newest reading alone. */
export class Ledger {
  readonly memory: DraftMemory<ReadPart>;
  readonly dates = new DateCounts();
  readonly passages = new RecentPassages();
  readonly misspelt: Misspelt<ReadPart>;
  readonly #knowledge: Knowledge;
  readonly #parts = new Set<ReadPart>();
  readonly #followers = new Map<FollowerKind<Follower>, Follower>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.memory = new DraftMemory(knowledge);
    const { named } = this.memory;
    this.misspelt = new Misspelt(named, (a, b) => this.memory.inOrderOfNaming(a, b), knowledge);
  }

  add(part: ReadPart): void {
    this.#parts.add(part);
    this.memory.add(part);
    this.misspelt.add(part);
    this.misspelt.noteNamed(part.left.named);
    for (const follower of this.#followers.values()) follower.add(part);
  }

  remove(part: ReadPart): void {
    this.#parts.delete(part);
    this.memory.remove(part);
    this.misspelt.remove(part);
    this.misspelt.noteNamed(part.left.named);
    for (const follower of this.#followers.values()) follower.remove(part);
  }

  /** The follower of a kind; made, and told of all parts, when it is first asked for. */
  follower<Kind extends Follower>(kind: FollowerKind<Kind>): Kind {
    const known = this.#followers.get(kind);
    if (known !== undefined) return known as Kind;
    const made = new kind(this.#knowledge);
    for (const part of this.#parts) made.add(part);
    this.#followers.set(kind, made);
    return made;
  }
}
