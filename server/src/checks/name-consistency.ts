import { oddSpellings } from "../reading/names/consistency.ts";
import type { Check } from "./check.ts";
import { evidenceOf } from "./wording.ts";

export const nameConsistency: Check = {
  id: "name-consistency",
  title: "One actor under several spellings in one draft",
  severity: "information",
  aboutWhole: true,
  *run(reading, knowledge) {
    const { text } = reading.draft;
    for (const { mention, id, text: newText, other } of oddSpellings(reading, knowledge)) {
      const entity = knowledge.entities.get(id);
      if (entity === undefined) continue;
      const [written, elsewhere] = [mention, other].map(({ span }) => text.slice(span.start, span.end));
      yield {
        message: `“${written}” is spelt otherwise elsewhere in this draft: “${elsewhere}”.`,
        span: mention.span,
        knowledge: [id],
        evidence: evidenceOf([entity], [newText]),
        fixes: [{ newText, safe: false }],
        related: [{ span: other.span, message: "The other spelling" }],
      };
    }
  },
};
