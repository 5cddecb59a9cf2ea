import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import type { Link } from "../events/link.ts";
import type { Memory } from "../events/score.ts";
import { type Spoken, spanOf } from "../events/spoken.ts";
import type { Passage } from "../grammar/passage.ts";
import type { Statement } from "../reading.ts";
import { toldEvents } from "../relations/told-events.ts";
import { eventOrders } from "./event-orders.ts";

/** Reads what passages say of events and actors in their relation to each other, once their events are linked. */
export class RelationsReader {
  readonly #knowledge: Knowledge;
  #links: { spoken: Spoken; link: Link }[] = [];

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** Takes down an event that has been found in the passage at hand. */
  link(spoken: Spoken, link: Link): void {
    this.#links.push({ spoken, link });
  }

  /** What the passage at hand states, its events having been linked. */
  passage(block: Block, passage: Passage, _spoken: readonly Spoken[], _memory: Memory): readonly Statement[] {
    const told = toldEvents(this.#links, this.#knowledge);
    this.#links = [];
    const place = (tokens: { readonly from: number; readonly to: number }) => spanOf(block, passage, tokens);
    return [...eventOrders(passage, told, place, this.#knowledge)];
  }
}
