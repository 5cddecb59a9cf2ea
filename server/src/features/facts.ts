import type { Fact, Id, Knowledge } from "../knowledge-base/knowledge.ts";
import { questionsOf } from "../knowledge-base/questions.ts";

/** What a fact is called: its name, what it states, or what it counts. */
export function labelOf(fact: Fact): string {
  if (fact.kind === "claim") return fact.statement;
  return fact.kind === "figure" ? fact.label : fact.name;
}

/** The name behind an id, or the id itself: an entry may have been lost to an error in its file. */
export function nameOf(knowledge: Knowledge, id: Id): string {
  const fact = questionsOf(knowledge).fact(id);
  return fact === undefined ? id : labelOf(fact);
}
