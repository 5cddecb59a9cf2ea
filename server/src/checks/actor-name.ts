import type { AcronymStatement } from "../reading/reading.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { Check } from "./check.ts";
import { evidenceOf } from "./wording.ts";

/** A single word that is nearly a name may be somebody else's; several together are not. */
const isWhole = (written: string) => /\s/.test(written.trim());
const inCapitals = (text: string) => text === text.toUpperCase();

export const actorName: Check = {
  id: "actor-name",
  title: "A known actor's name is misspelt, half right or simply wrong",
  severity: "warning",
  *part({ entities, statements, draft }, knowledge) {
    const acronyms = statements.filter((one) => one.kind === "acronym");
    for (const { span, ids, form, rightName } of entities) {
      if ((form !== "near" && form !== "misnomer") || rightName === undefined) continue;
      if (form === "near" && acronyms.some((one) => isAcronyms(one, span))) continue;
      const entity = knowledge.entities.get(ids[0]!);
      if (entity === undefined) continue;
      const written = draft.text.slice(span.start, span.end);
      const misnomer = entity.misnomers.find((bad) => form === "misnomer" && bad.form === written);
      yield {
        message: misnomer
          ? `“${written}” is no name of ${entity.name}. ${misnomer.reason}`
          : `“${written}” is probably ${entity.name}.`,
        span,
        knowledge: [entity.id],
        evidence: evidenceOf([entity], [rightName]),
        fixes: [
          {
            newText: inCapitals(written) ? rightName.toUpperCase() : rightName,
            safe: form === "misnomer" || isWhole(written),
          },
        ],
        related: [],
      };
    }
  },
};

/** Of a wrong expansion the acronym's own finding speaks; and another body's is no misspelling. */
function isAcronyms({ verdict, entity, longSpan, shortSpan }: AcronymStatement, span: Span): boolean {
  const isOwn = verdict === "contradicted" || (verdict === "unverified" && entity === undefined);
  return isOwn && (overlaps(longSpan, span) || overlaps(shortSpan, span));
}
