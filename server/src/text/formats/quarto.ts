import type { Mask } from "../mask.ts";
import type { MaskInline } from "../masker.ts";
import { maskInline } from "./inline.ts";

/** How a kind of Markdown differs from the common one. */
export interface Dialect {
  /** Whether a line is markup alone, and parts paragraphs. */
  readonly isMarkup: (line: string) => boolean;
  readonly maskInline: MaskInline;
}

/** Markdown as CommonMark and GFM have it. */
export const COMMON: Dialect = { isMarkup: () => false, maskInline };

/** Quarto and R Markdown: divs, spans with attributes, shortcodes, cross-references, formulas on lines of their own. */
export const QUARTO: Dialect = {
  isMarkup: (line) =>
    /^:{3,}(?:[ \t]*\{[^{}]*\}|[ \t]*[\w-]+)?[ \t]*:*$/.test(line) || /^\{\{<.*>\}\}$/.test(line),
  maskInline: (text, start, end, mask) => {
    maskQuarto(text, start, end, mask);
    maskInline(text, start, end, mask);
  },
};

const INLINE = new RegExp(
  [
    "(?<shortcode>\\{\\{<[^<>\\n]{0,500}>\\}\\})",
    "(?<math>\\$\\$[^$]{1,2000}\\$\\$)",
    "(?<reference>(?<![\\p{L}\\p{N}@])@(?:fig|tbl|sec|eq|lst|thm)-[\\w-]+)",
    "(?<attributes>(?<=[\\]`\\p{L}\\p{N}.?!) ])\\{(?:[#.][\\w-]|=[\\w-]+\\}|[\\w-]+=)[^{}\\n]{0,300}\\}|(?<=\\])\\{[.#][^{}\\n]{0,300}\\})",
    "(?<span>\\[(?=[^\\][\\n]{1,500}\\]\\{[.#]))",
    "(?<spanend>\\](?=\\{[.#]))",
  ].join("|"),
  "gu",
);

function maskQuarto(text: string, start: number, end: number, mask: Mask): void {
  for (const { index, 0: match, groups = {} } of text.slice(start, end).matchAll(INLINE)) {
    const from = start + index;
    if (groups.shortcode ?? groups.math ?? groups.reference) mask.blank(from, from + match.length);
    else mask.hide(from, from + match.length);
  }
}
