import type { Finding } from "../../../checks/check.ts";
import type { Knowledge } from "../../../knowledge-base/knowledge.ts";

/** What a comment says of a finding, in paragraphs: what is wrong, why, what to do, and who says so. */
export function commentOn(finding: Finding, knowledge: Knowledge): readonly string[] {
  const { message, check, severity, fixes } = finding;
  const texts = fixes.map(({ newText }) => (newText === "" ? "leave it out" : `“${newText}”`));
  return [
    message,
    ...evidenceOf(finding, knowledge),
    ...(texts.length === 0 ? [] : [`Suggestion: ${texts.join(" or ")}`]),
    `${check}, ${severity}`,
  ];
}

/** Each source with its words, told once however many of its passages speak. */
function evidenceOf({ evidence }: Finding, { sources }: Knowledge): string[] {
  const quotes = new Map<string, string[]>();
  for (const { source, quote } of evidence) {
    const title = sources.get(source)?.title ?? source;
    const words = quote === undefined ? [] : [`“${quote.replace(/\s+/g, " ")}”`];
    quotes.set(title, [...(quotes.get(title) ?? []), ...words]);
  }
  return Array.from(quotes, ([title, words]) =>
    words.length === 0 ? title : `${title}: ${words.join(" ")}`,
  );
}
