import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import type { Link } from "../events/link.ts";
import { type Spoken, spanOf } from "../events/spoken.ts";
import type { Passage } from "../grammar/passage.ts";
import type { Statement } from "../reading.ts";
import type { TimeMention } from "../../time/time.ts";
import { decidedEvents } from "../relations/decided-events.ts";
import { toldEvents } from "../relations/told-events.ts";
import { eventOrders } from "./event-orders.ts";
import { eventOutcomes } from "./event-outcomes.ts";

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
  passage(block: Block, passage: Passage, times: ReadonlyMap<number, TimeMention>): readonly Statement[] {
    const linked = toldEvents(this.#links, this.#knowledge);
    this.#links = [];
    const place = (tokens: { readonly from: number; readonly to: number }) => spanOf(block, passage, tokens);
    const timeAt = (token: number) => times.get(block.span.start + timeFrom(passage, token));
    const told = [...linked, ...decidedEvents(passage, linked, timeAt, place, this.#knowledge)];
    return [
      ...eventOrders(passage, told, place, this.#knowledge),
      ...eventOutcomes(passage, told, place, this.#knowledge),
    ];
  }
}

/** Where the date expression that a token begins is written, as an offset in its block. */
function timeFrom({ times }: Passage, token: number): number {
  return times.find(({ from }) => from === token)?.expression.span.start ?? -1;
}
