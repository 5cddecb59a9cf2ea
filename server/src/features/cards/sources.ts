import type { Evidence, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { baseOf } from "../../knowledge-base/merge.ts";
import { plain } from "./markdown.ts";

const LONGEST_QUOTE = 160;
const MOST_QUOTES = 2;

/** Who says so, with the words that carry it: few quotes, each short, under each the name of its source. */
export function sourcesOf(knowledge: Knowledge, evidence: readonly Evidence[]): string {
  const quotes = new Map<Id, string[]>();
  for (const { source, quote } of evidence.slice(0, MOST_QUOTES)) {
    const words = quote === undefined ? [] : [`> “${plain(shortened(quote))}”`];
    quotes.set(source, [...(quotes.get(source) ?? []), ...words]);
  }
  const blocks = [...quotes].map(([source, words]) =>
    [...words, `> — ${titleOf(source, knowledge)}`].join("  \n"),
  );
  return blocks.join("\n>\n");
}

/** Which knowledge base an entry is from, where there are several. */
export function baseNote(
  knowledge: Knowledge,
  entry: { readonly origin: { readonly file: string } },
): string {
  const title = knowledge.bases.length > 1 ? baseOf(knowledge, entry)?.title : undefined;
  return title === undefined ? "" : `*From “${plain(title)}”*`;
}

function titleOf(source: Id, knowledge: Knowledge): string {
  const { title = source, url } = knowledge.sources.get(source) ?? {};
  return url === undefined ? `*${plain(title)}*` : `[${plain(title)}](<${url}>)`;
}

function shortened(quote: string): string {
  const folded = quote.replace(/\s+/g, " ");
  if (folded.length <= LONGEST_QUOTE) return folded;
  return `${folded.slice(0, folded.lastIndexOf(" ", LONGEST_QUOTE))} …`;
}
