import { TransposedAcronyms } from "../reading/acronyms/transposed.ts";
import { slice } from "../text/span.ts";
import { isKnown } from "./acronym-definition.ts";
import type { Check } from "./check.ts";
import { evidenceOf } from "./wording.ts";

export const acronym: Check = {
  id: "acronym",
  title: "An acronym is expanded wrongly, or stands behind the wrong name",
  severity: "warning",
  *whole(reading, _knowledge, { acronyms }) {
    const transposed = reading.follower(TransposedAcronyms).found(reading.near);
    for (const { part, span, owner, instead } of transposed) {
      const written = slice(part.part.text, span);
      if (isKnown(written, acronyms)) continue;
      yield {
        message: `“${written}” is not short for ${owner.name}; that is ${instead}.`,
        span: reading.placed(part, span),
        knowledge: [owner.id],
        evidence: evidenceOf([owner], [owner.name, instead]),
        fixes: [{ newText: instead, safe: true }],
        related: [],
      };
    }
  },
  ofContradicted: true,
  *part({ statements, draft }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "acronym" || statement.verdict !== "contradicted") continue;
      const { entity, span, instead, short, wrong, longSpan } = statement;
      const owner =
        entity === undefined ? undefined : (knowledge.entities.get(entity) ?? knowledge.events.get(entity));
      if (owner === undefined) continue;
      const long = slice(draft.text, longSpan);
      yield {
        message:
          wrong === "long"
            ? `“${short}” is short for ${owner.name}, not for “${long}”.`
            : `“${short}” is not short for ${owner.name}; that is ${owner.abbreviations.join(" or ")}.`,
        span,
        knowledge: [owner.id],
        evidence: evidenceOf([owner], [owner.name, ...instead]),
        fixes: instead.map((newText) => ({ newText, safe: false })),
        related: [],
      };
    }
  },
};
