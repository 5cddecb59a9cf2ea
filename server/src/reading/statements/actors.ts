import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { overlaps } from "../../text/span.ts";
import type { TimeMention } from "../../time/time.ts";
import { ACRONYM, definitionsIn } from "../acronyms/definitions.ts";
import { affiliationsIn } from "../affiliations/affiliations.ts";
import { confusionsIn } from "../confusions/confusions.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass } from "../grammar/word-classes.ts";
import type { Lexicon } from "../lexicon.ts";
import type { AffiliationStatement, Statement } from "../reading.ts";
import { acronymStatement } from "./acronyms.ts";
import { affiliationStatement } from "./affiliations.ts";
import { confusionStatement } from "./confusions.ts";
import type { Place } from "./offices.ts";

/** A sentence with its place in the draft, and what has been read of the draft so far. */
export interface Said {
  readonly passage: Passage;
  readonly place: Place;
  readonly timeOf: (time: Passage["times"][number]) => TimeMention["value"];
  readonly said: readonly Statement[];
}

/** Whether a sentence has an actor or an acronym. */
export function maySpeakOfActors(passage: Passage): boolean {
  return passage.names.length > 0 || hasClass(passage, ACRONYM);
}

/** What a sentence says of actors by the way: what their acronyms stand for, where they belong, who is named for whom. */
export function* actorStatements(
  { passage, place, timeOf, said }: Said,
  lexicon: Lexicon,
  knowledge: Knowledge,
): Generator<Statement> {
  for (const definition of definitionsIn(passage)) {
    const statement = acronymStatement(definition, passage, place, knowledge);
    if (statement !== undefined) yield statement;
  }
  if (passage.names.length === 0) return;
  const [time, ...others] = passage.times;
  const at = time === undefined || others.length > 0 || time.expression.aside ? undefined : timeOf(time);
  const typeOf = (id: Id) => knowledge.entities.get(id)?.type;
  for (const affiliation of affiliationsIn(passage, typeOf)) {
    const statement = affiliationStatement(affiliation, passage, place, at, knowledge);
    // Of an office that is not the person's, the office's own finding speaks.
    if (statement !== undefined && !isOffices(statement, said)) yield statement;
  }
  for (const confusion of confusionsIn(passage, timeOf, lexicon, knowledge))
    yield confusionStatement(confusion, passage, place);
}

function isOffices({ actorSpan, span }: AffiliationStatement, said: readonly Statement[]): boolean {
  // The offices of this sentence are the last that have been read.
  return said
    .slice(-LAST)
    .some(
      (one) =>
        one.kind === "office" &&
        one.verdict === "contradicted" &&
        (overlaps(one.personSpan, actorSpan) || overlaps(one.span, span)),
    );
}

const LAST = 20;
