import type { Check } from "./check.ts";
import { evidenceOf } from "./wording.ts";

export const preferredName: Check = {
  id: "preferred-name",
  title: "A name that the knowledge base discourages, where it prefers another",
  severity: "information",
  *part({ discouraged, draft }, knowledge) {
    for (const { span, id, bad } of discouraged) {
      const entry = knowledge.entities.get(id) ?? knowledge.events.get(id);
      if (entry === undefined) continue;
      const written = draft.text.slice(span.start, span.end);
      const isInCapitals = written === written.toUpperCase() && written !== bad.form;
      yield {
        message: `“${entry.name}” is preferred to “${bad.form}”. ${bad.reason}`,
        span,
        knowledge: [id],
        evidence: evidenceOf([entry], [entry.name]),
        fixes: [
          {
            newText: isInCapitals ? entry.name.toUpperCase() : entry.name,
            safe: keepsArticle(draft.text.slice(0, span.start), written, entry.name),
          },
        ],
        related: [],
      };
    }
  },
};

/** "an Ottoman port" would need another article before another name. */
function keepsArticle(before: string, written: string, name: string): boolean {
  const isVowel = (text: string) => /^[aeiou]/i.test(text);
  return !/(?<![\p{L}\p{N}])an?\s+$/iu.test(before.slice(-12)) || isVowel(written) === isVowel(name);
}
