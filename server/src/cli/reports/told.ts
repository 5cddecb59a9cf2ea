import type { Finding, Fix } from "../../checks/check.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Snapshot } from "../../service.ts";
import { slice } from "../../text/span.ts";

/** The words of a source that a finding rests on; one source may speak in several. */
export interface Told {
  readonly title: string;
  readonly quotes: readonly string[];
}

/** A finding's evidence by source, each source once and in the order of weight. At most `most` passages. */
export function evidenceBySource(
  { evidence }: Finding,
  knowledge: Knowledge,
  most = Number.POSITIVE_INFINITY,
): Told[] {
  const quotes = new Map<string, string[]>();
  for (const { source, quote } of evidence.slice(0, most)) {
    const title = knowledge.sources.get(source)?.title ?? source;
    const earlier = quotes.get(title) ?? [];
    quotes.set(title, quote === undefined ? earlier : [...earlier, quote.replace(/\s+/g, " ")]);
  }
  return Array.from(quotes, ([title, words]) => ({ title, quotes: words }));
}

/** "Gazette of Port Lune: “the Accord was signed here on 3 May 2019”". */
export function evidenceLines(finding: Finding, knowledge: Knowledge): string[] {
  return evidenceBySource(finding, knowledge).map(({ title, quotes }) =>
    quotes.length === 0 ? title : `${title}: ${quotes.map((quote) => `“${quote}”`).join(" ")}`,
  );
}

/** What a fix puts in the place of the words, as one says it. */
export function fixTitle({ newText }: Fix): string {
  return newText === "" ? "Leave it out" : `Replace by “${newText}”`;
}

/** The words that a finding is about. */
export function wordsOf({ span }: Finding, { draft }: Snapshot): string {
  return slice(draft.text, span);
}
