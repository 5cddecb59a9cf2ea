import type { Mask } from "../mask.ts";

/**
 * What Markdown hides inside a paragraph. Alternatives in order of precedence; each is linear, and bounded where
 * it could look far ahead, so that no text is slow.
 */
const INLINE = new RegExp(
  [
    "(?<escape>\\\\[!-/:-@[-`{-~])",
    "(?<comment><!--(?:[^<-]|<(?!!--)|-(?!->)){0,20000}-->)",
    "(?<code>(?<!(?<!\\\\)`)(?<ticks>`+)(?!`)[\\s\\S]{1,2000}?(?<!`)\\k<ticks>(?!`))",
    "(?<url><[a-z][a-z0-9+.-]{1,31}:[^<>\\s]*>|(?<![\\p{L}\\p{N}])(?:https?|ftp):\\/\\/[^\\s<>)\\]]*[^\\s<>)\\].,;:!?'\"*_]|(?<![\\p{L}\\p{N}])www\\.[^\\s<>)\\]]*[^\\s<>)\\].,;:!?'\"*_]|<?\\b[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+>?)",
    "(?<footnote>\\[\\^[^\\]\\s]{1,80}\\])",
    "(?<citation>\\[[^\\][]{0,120}?-?@[\\w][^\\][]{0,300}\\])",
    "(?<image>!\\[[^\\][]{0,500}\\]\\([^()\\n]{0,1000}\\))",
    "(?<linkend>\\]\\((?:<[^<>\\n]*>)?(?:[^()\\n]|\\([^()\\n]*\\)){0,1000}\\)|\\]\\[[^\\][]{0,200}\\])",
    "(?<bracket>\\[(?=[^\\][]{1,1000}\\](?:\\(|\\[)))",
    "(?<tag><\\/?[a-z][a-z0-9-]*(?:\\s[^<>]{0,1000})?\\/?>)",
    "(?<entity>&(?:#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)",
    "(?<math>\\$(?=\\S)[^$\\n]{1,500}?(?<=\\S)\\$(?!\\d))",
    "(?<emphasis>\\*+|~~|(?<![\\p{L}\\p{N}])_+(?=\\S)|(?<=\\S)_+(?![\\p{L}\\p{N}]))",
  ].join("|"),
  "giu",
);

/** One of these stands in all of it: without them there is nothing to look for. */
const MARKS = /[\\<`[\]&*_~!$@]|:\/\/|www\./i;

/** Cuts the inline markup of a stretch of Markdown out of the mask. */
export function maskInline(text: string, start: number, end: number, mask: Mask): void {
  const stretch = text.slice(start, end);
  if (!MARKS.test(stretch)) return;
  for (const match of stretch.matchAll(INLINE)) {
    const from = start + match.index;
    const to = from + match[0].length;
    const groups = match.groups!;
    if (groups.escape !== undefined) mask.hide(from, from + 1);
    else if (groups.comment !== undefined) mask.comment(from, to, "<!--".length, "-->".length);
    else if (groups.code ?? groups.url ?? groups.image ?? groups.math) mask.blank(from, to);
    else if (groups.entity !== undefined) mask.replace(from, to, characterOf(groups.entity));
    else mask.hide(from, to);
  }
}

/** The character that an HTML entity stands for; a common few by name, the rest as a space's neutral neighbour. */
export function characterOf(entity: string): string {
  const body = entity.slice(1, -1).toLowerCase();
  if (body.startsWith("#")) {
    const code = body[1] === "x" ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 31 && code < 0x10000 && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : " ";
  }
  return ENTITIES[body] ?? accented(entity.slice(1, -1)) ?? " ";
}

/** "eacute": a letter and its accent. */
function accented(name: string): string | undefined {
  const [, letter, accent] = /^([a-zA-Z])(grave|acute|circ|tilde|uml|ring|cedil|caron)$/.exec(name) ?? [];
  return letter && (letter + ACCENTS[accent!]!).normalize("NFC").slice(0, 1);
}

const ACCENTS: Record<string, string> = {
  grave: "\u0300",
  acute: "\u0301",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
  ring: "\u030A",
  cedil: "\u0327",
  caron: "\u030C",
};

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  laquo: "«",
  raquo: "»",
  szlig: "ß",
  aelig: "æ",
  oelig: "œ",
  oslash: "ø",
  thorn: "þ",
  eth: "ð",
  shy: "\u00AD",
};
