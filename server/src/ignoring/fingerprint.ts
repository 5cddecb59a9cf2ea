import { contentHash } from "../knowledge-base/content-hash.ts";
import { blockAt, type Draft } from "../text/draft.ts";
import { sentencesOf } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { fold, HIDDEN } from "../text/tokens.ts";

/**
 * What a finding is known by when the text around it changes, its paragraph moves or its file is renamed: the check,
 * the words that it is about and the sentence that they stand in, whatever its spaces, capitals and markup. 16
 * hexadecimal digits. Two findings of one check on the same words of equal sentences have the same.
 */
export function fingerprint(check: string, span: Span, draft: Draft): string {
  const block = blockAt(draft, span.start);
  if (block === undefined) return contentHash([check, draft.text.slice(span.start, span.end)]);
  const prose = ({ start, end }: Span) =>
    plain(block.prose.slice(start - block.span.start, end - block.span.start));
  const sentence = sentencesOf(block).find((each) => span.start < each.span.end)?.span ?? block.span;
  return contentHash([check, prose(span), prose(sentence)]);
}

function plain(prose: string): string {
  return fold(
    prose
      .replaceAll(HIDDEN, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
}
