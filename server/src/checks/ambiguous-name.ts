import { AmbiguousNames } from "../reading/names/ambiguity.ts";
import { slice } from "../text/span.ts";
import type { Check } from "./check.ts";
import { evidenceOf, namesOf } from "./wording.ts";

export const ambiguousName: Check = {
  id: "ambiguous-name",
  title: "A name that could be two distinct actors, where nothing tells which",
  severity: "information",
  aboutWhole: true,
  *whole(reading, knowledge) {
    for (const { part, mention, ids } of reading.follower(AmbiguousNames).found()) {
      const entities = ids.flatMap((id) => knowledge.entities.get(id) ?? []);
      const written = slice(part.part.text, mention.span);
      const names = namesOf(entities);
      yield {
        message: `“${written}” could be ${names.slice(0, -1).join(", ")} or ${names.at(-1)}, and nothing here tells which.`,
        span: reading.placed(part, mention.span),
        knowledge: ids,
        evidence: evidenceOf(entities, names),
        fixes: names.filter((name) => name !== written).map((newText) => ({ newText, safe: false })),
        related: [],
      };
    }
  },
};
