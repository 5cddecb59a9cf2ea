import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { actorCard } from "./actor-card.ts";
import { claimCard } from "./claim-card.ts";
import { eventCard } from "./event-card.ts";
import { figureCard } from "./figure-card.ts";
import { sourceCard } from "./source-card.ts";

/** The card of whatever an id names; undefined where it names nothing, or an entry with an error. */
export function entryCard(id: Id, knowledge: Knowledge): string | undefined {
  const source = knowledge.sources.get(id);
  if (source !== undefined) return sourceCard(source, knowledge);
  const fact = questionsOf(knowledge).fact(id);
  switch (fact?.kind) {
    case "entity":
      return actorCard(fact, knowledge);
    case "event":
      return eventCard(fact, knowledge);
    case "claim":
      return claimCard(fact, knowledge);
    case "figure":
      return figureCard(fact, knowledge);
    default:
      return undefined;
  }
}
