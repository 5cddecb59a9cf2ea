import type { Block } from "../../text/draft.ts";
import type { Span } from "../../text/span.ts";
import type { Token } from "../../text/tokens.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass } from "../grammar/word-classes.ts";
import { isCapitalized } from "../names/name-index.ts";
import { ACRONYM, acronymOf } from "./definitions.ts";

/** An acronym where it stands in a draft, whoever has it. */
export interface AcronymUse {
  readonly span: Span;
  /** Without dots. */
  readonly text: string;
  /** In running text: headings, tables and quotations have their own ways. */
  readonly inProse: boolean;
  /** "The HFN has said": by itself behind its article, in nobody's quotation marks, no part of a name, and not explained. */
  readonly isPlain: boolean;
}

/** The acronyms of a block, given by its sentences. Linear. */
export function acronymUses(
  { kind, quoted, span }: Block,
  passages: readonly Passage[],
): readonly AcronymUse[] {
  if (!passages.some((passage) => hasClass(passage, ACRONYM))) return [];
  const tokens = passages.flatMap((passage) => passage.tokens);
  const inProse = !quoted && kind !== "heading" && kind !== "cell";
  return tokens.flatMap((token, at) => {
    const text = acronymOf(token);
    if (text === undefined) return [];
    const place = { start: span.start + token.start, end: span.start + token.end };
    return { span: place, text, inProse, isPlain: kind !== "heading" && !quoted && isByItself(tokens, at) };
  });
}

function isByItself(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const isPart = next !== undefined && (isCapitalized(next.text) || /^["'“”‘’(\-–/&]$/.test(next.text));
  // "known as the HFN", "a lobby, the HFN,", "the HFN, a lobby": here it is explained.
  const isExplained =
    next?.text === "," || /^(?:as|,|called|named|dubbed|or|\()$/.test(tokens[at - 2]?.key ?? "");
  return tokens[at - 1]?.key === "the" && !isPart && !isExplained;
}
