import type { Fact, Id, Knowledge } from "../knowledge-base/knowledge.ts";

/** The entry with an id, whichever map it is in; an id may name one that its file has lost to an error. */
export function factOf(knowledge: Knowledge, id: Id): Fact | undefined {
  return (
    knowledge.entities.get(id) ??
    knowledge.events.get(id) ??
    knowledge.claims.get(id) ??
    knowledge.figures.get(id)
  );
}

/** What a fact is called: its name, what it states, or what it counts. */
export function labelOf(fact: Fact): string {
  if (fact.kind === "claim") return fact.statement;
  return fact.kind === "figure" ? fact.label : fact.name;
}

/** The name behind an id, or the id itself. */
export function nameOf(knowledge: Knowledge, id: Id): string {
  const fact = factOf(knowledge, id);
  return fact === undefined ? id : labelOf(fact);
}
