import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { QuotationStatement } from "../reading/reading.ts";
import type { Check } from "./check.ts";

export const quotation: Check = {
  id: "quotation",
  title: "Quoted words are close to, but not, the words of a source, or are put in another mouth",
  severity: "warning",
  ofContradicted: true,
  *part({ statements, draft }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "quotation" || statement.verdict !== "contradicted") continue;
      const { span, source, words, instead } = statement;
      const written = draft.text.slice(span.start, span.end).replace(/\s+/g, " ");
      yield {
        message: messageFor(statement, written, knowledge),
        span,
        knowledge: [],
        evidence: [{ source, quote: words }],
        fixes: instead === undefined ? [] : [{ newText: instead, safe: false }],
        related: [],
      };
    }
  },
};

/** In characters: how much of a long quotation a message shows. */
const LONGEST_SHOWN = 160;

function messageFor(
  { wrong, source, words, instead = "" }: QuotationStatement,
  written: string,
  knowledge: Knowledge,
) {
  const shown = words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words;
  const title = knowledge.sources.get(source)?.title ?? source;
  if (wrong === "speaker") return `These are words of ${instead}, not of ${written}, going by “${title}”.`;
  const difference = instead === "" ? `“${written}” is not there` : `“${instead}”, not “${written}”`;
  return `The source (“${title}”) has ${difference}: “${shown}”.`;
}
