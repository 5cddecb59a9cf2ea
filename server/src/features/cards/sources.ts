import type { Evidence, Knowledge } from "../../knowledge-base/knowledge.ts";
import { plain } from "./markdown.ts";

const LONGEST_QUOTE = 160;

/** Who says so, with the words that carry it: at most two quotes, each short. */
export function sourcesOf(knowledge: Knowledge, evidence: readonly Evidence[]): string {
  return evidence
    .slice(0, 2)
    .map((one) => quoteOf(knowledge, one))
    .join("\n>\n");
}

function quoteOf(knowledge: Knowledge, { source, quote }: Evidence): string {
  const { title = source, url } = knowledge.sources.get(source) ?? {};
  const name = url === undefined ? `*${plain(title)}*` : `[${plain(title)}](<${url}>)`;
  return quote === undefined ? `> ${name}` : `> “${plain(shortened(quote))}”  \n> ${name}`;
}

function shortened(quote: string): string {
  const folded = quote.replace(/\s+/g, " ");
  if (folded.length <= LONGEST_QUOTE) return folded;
  return `${folded.slice(0, folded.lastIndexOf(" ", LONGEST_QUOTE))} …`;
}
