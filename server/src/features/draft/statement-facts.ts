import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Statement } from "../../reading/reading.ts";

/** The entries that a statement was held against: facts, or of a quotation its source. */
export function factsOf(statement: Statement): readonly Id[] {
  switch (statement.kind) {
    case "event-date":
    case "event-place":
    case "event-participant":
    case "event-outcome":
      return [statement.event];
    case "event-order":
    case "event-name":
      return [statement.event, statement.other];
    case "office":
      return [statement.person];
    case "figure":
      return [statement.figure];
    case "acronym":
      return statement.entity === undefined ? [] : [statement.entity];
    case "affiliation":
      return [statement.actor];
    case "confusion":
      return statement.facts;
    case "claim":
    case "attribution":
      return [statement.claim];
    case "quotation":
      return [statement.source];
    case "uncovered":
    case "weekday":
    case "calendar":
      return [];
  }
}
