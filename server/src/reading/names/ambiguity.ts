import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { EntityMention, Reading } from "../reading.ts";

/** How many candidates a name may have: more of them are no choice that a writer could be offered. */
const MOST = 5;

/** A mention that can be several actors, and which. */
export interface AmbiguousName {
  readonly mention: EntityMention;
  readonly ids: readonly Id[];
}

/**
 * The names that several distinct actors share and that neither the sentence nor the rest of the draft gives to one of
 * them; each name once, at its first place. Linear in the mentions.
 */
export function ambiguousNames({ entities, draft }: Reading, knowledge: Knowledge): AmbiguousName[] {
  const named = new Set(
    entities.flatMap(({ ids, form }) => (ids.length === 1 && form !== "near" ? ids : [])),
  );
  const told = new Set<string>();
  const ambiguous: AmbiguousName[] = [];
  for (const mention of entities) {
    const { ids, form, quoted, span } = mention;
    if (ids.length < 2 || ids.length > MOST || quoted === true || !SHARED.has(form)) continue;
    if (ids.filter((id) => named.has(id)).length === 1 || areOne(ids, knowledge)) continue;
    const written = draft.text.slice(span.start, span.end);
    if (told.has(written)) continue;
    told.add(written);
    ambiguous.push({ mention, ids });
  }
  return ambiguous;
}

const SHARED: ReadonlySet<EntityMention["form"]> = new Set([
  "name",
  "alias",
  "weakAlias",
  "abbreviation",
  "metonym",
]);

/** A town and its state, a body and the one that it succeeded: who says the one may well mean the other. */
function areOne(ids: readonly Id[], knowledge: Knowledge): boolean {
  const questions = questionsOf(knowledge);
  const isSame = (a: Id, b: Id) => {
    const [one, other] = [knowledge.entities.get(a), knowledge.entities.get(b)];
    return (
      questions.isWithin(a, b) ||
      questions.isWithin(b, a) ||
      one?.formerly === b ||
      other?.formerly === a ||
      one?.partOf === b ||
      other?.partOf === a
    );
  };
  return ids.some((a, i) => ids.some((b, j) => i < j && isSame(a, b)));
}
