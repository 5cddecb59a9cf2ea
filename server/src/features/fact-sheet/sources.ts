import type { Evidence, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { nameOf } from "../facts.ts";
import type { Known } from "./known.ts";
import type { SourceNote } from "./sheet.ts";

const MOST_QUOTES = 2;

/** Who says so: of the quotations those that hold most of what is known, each once, under their sources. */
export function sourceNotes(
  evidence: readonly Evidence[],
  known: Known,
  knowledge: Knowledge,
): readonly SourceNote[] {
  const bySource = new Map<Id, string[]>();
  for (const { source, quote } of carrying(evidence, known, knowledge)) {
    const quotes = bySource.get(source) ?? [];
    bySource.set(source, quotes);
    const words = quote?.replace(/\s+/g, " ").trim() ?? "";
    if (words !== "" && !quotes.includes(words)) quotes.push(words);
  }
  return [...bySource].map(([source, quotes]) => {
    const { title = source, author, publisher, published, url } = knowledge.sources.get(source) ?? {};
    const by = [author, publisher, published].filter((part) => part !== undefined).join(", ");
    return { title, quotes, ...(by !== "" && { by }), ...(url !== undefined && { url }) };
  });
}

/** An entry is often quoted for several things: what bears on this one has its figures and names, besides the entry's own. */
function carrying(evidence: readonly Evidence[], known: Known, knowledge: Knowledge): readonly Evidence[] {
  const own = new Set(known.facts.flatMap((id) => wordsIn(nameOf(knowledge, id))));
  const wanted = wordsIn(known.text).filter((word) => !own.has(word) && /^[\p{Lu}\p{N}]/u.test(word));
  const scored = evidence.map((one) => {
    const words = new Set(wordsIn(one.quote ?? ""));
    return { one, score: new Set(wanted.filter((word) => words.has(word))).size };
  });
  const most = Math.max(0, ...scored.map(({ score }) => score));
  const best = scored.sort((a, b) => b.score - a.score).filter(({ score }) => score > 0 && score * 2 >= most);
  return (best.length > 0 ? best : scored.slice(0, 1)).slice(0, MOST_QUOTES).map(({ one }) => one);
}

function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
