import { OddSpellings } from "../reading/names/consistency.ts";
import { slice } from "../text/span.ts";
import type { Check } from "./check.ts";
import { evidenceOf } from "./wording.ts";

export const nameConsistency: Check = {
  id: "name-consistency",
  title: "One actor under several spellings in one draft",
  severity: "information",
  aboutWhole: true,
  *whole(reading, knowledge) {
    for (const { part, mention, id, text: newText, other } of reading.follower(OddSpellings).found()) {
      const entity = knowledge.entities.get(id);
      if (entity === undefined) continue;
      const written = slice(part.part.text, mention.span);
      const elsewhere = slice(other.part.part.text, other.mention.span);
      yield {
        message: `“${written}” is spelt otherwise elsewhere in this draft: “${elsewhere}”.`,
        span: reading.placed(part, mention.span),
        knowledge: [id],
        evidence: evidenceOf([entity], [newText]),
        fixes: [{ newText, safe: false }],
        related: [{ span: reading.placed(other.part, other.mention.span), message: "The other spelling" }],
      };
    }
  },
};
