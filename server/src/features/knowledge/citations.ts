import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Format } from "../../text/draft.ts";
import { type Span, span } from "../../text/span.ts";

/** A citation of a source in a draft. The span is that of its key: behind the `@`, with its braces if it has some. */
export interface Citation {
  readonly id: Id;
  readonly span: Span;
}

/**
 * Pandoc's citation keys: `@` that no letter, digit or backslash comes before, then letters, digits and underscores,
 * among them single marks of punctuation; anything between braces.
 */
const AT_KEY =
  /(?<![\p{L}\p{N}\\@])@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/gu;

/** How a format cites: commands with a list of keys in the group `keys`. */
const COMMANDS: Readonly<Partial<Record<Format, RegExp>>> = {
  // \cite{a,b}, \parencite[see][p. 4]{a}; \autocites[1]{a}[2]{b} one group after the other.
  latex: /\\[a-zA-Z]{0,30}cite[a-zA-Z]{0,30}\*?(?:\s?\[[^\]]{0,200}\]){0,2}\{(?<keys>[^{}\\]{1,1000})\}/dg,
  // cite:[a,b(4)], citenp:a[4], <<a>>, <<a,the ledger>>
  asciidoc:
    /(?<![\w:])cite(?:np|t|p)?:(?:\[(?<keys>[^\]\n]{1,500})\]|(?<key>[\w.-]{1,200})\[)|<<(?<anchor>[\w.-]{1,200})(?:,[^<>\n]{0,200})?>>/dg,
  // :cite:`a,b`, :footcite:p:`a`, [a]_
  restructuredtext:
    /:(?:\w{1,30}:)?(?:foot)?cite(?:[:\w]{0,40}):`(?<keys>[^`\n]{1,500})`|(?<![\w`])\[(?<key>[A-Za-z][\w.-]{0,200})\]_(?!\w)/dg,
};

/** What is code or a comment, and so cites nothing; code within a line no further than its paragraph. */
const CODE =
  /^[ \t]*(`{3,}|~{3,})[\s\S]*?(?:^[ \t]*\1|$(?![\s\S]))|(`+)(?!`)(?:(?!\n[ \t]*\r?\n)[\s\S]){0,999}?(?<!`)\2(?!`)|<!--[\s\S]*?(?:-->|$(?![\s\S]))/gm;
const CODES: Readonly<Partial<Record<Format, RegExp>>> = {
  latex:
    /(?<!\\)%.*$|\\begin\{(verbatim|lstlisting|minted|comment)\*?\}[\s\S]*?(?:\\end\{\1\*?\}|$(?![\s\S]))/gm,
  asciidoc: /^(-{4,}|\.{4,}|\/{4,}|\+{4,})$[\s\S]*?(?:^\1$|$(?![\s\S]))|^\/\/.*$|`[^`\n]{1,500}`/gm,
  restructuredtext: /``[^`\n]{1,500}``/g,
  org: /^[ \t]*#\+begin_(src|example|comment)\b[\s\S]*?(?:^[ \t]*#\+end_\1|$(?![\s\S]))|^[ \t]*# .*$|(?<=^|[\s(])([=~])(?=\S)[^\n]{0,500}?(?<=\S)\2(?=$|[\s),.;:!?])/gim,
  html: /<!--[\s\S]*?(?:-->|$(?![\s\S]))|<(script|style|pre|code)\b[\s\S]*?(?:<\/\1>|$(?![\s\S]))/gi,
};

/**
 * Every citation in the text of a draft, in its order: `[@id]`, `[see @id, p. 4; @other]`, `@id` in a sentence, `@{id}`,
 * and Org's `[cite:@id]`; `\cite{id}` in LaTeX, `cite:[id]` and `<<id>>` in AsciiDoc, `` :cite:`id` `` and `[id]_` in
 * reStructuredText. Linear.
 */
export function citationsIn(text: string, format: Format = "markdown"): Citation[] {
  const prose = text.replace(CODES[format] ?? CODE, (code) => " ".repeat(code.length));
  const commands = COMMANDS[format];
  if (commands !== undefined)
    return Array.from(prose.matchAll(commands)).flatMap((match) => [
      ...keysIn(match),
      ...moreGroups(prose, match),
    ]);
  return Array.from(prose.matchAll(AT_KEY), ({ 0: all, 1: braced, 2: bare, index }) => {
    return { id: (braced ?? bare)!, span: span(index + 1, index + all.length) };
  });
}

/** Where a draft cites a source. */
export function citationsOf(text: string, id: Id, format?: Format): Span[] {
  if (!text.includes(id)) return [];
  return citationsIn(text, format).flatMap((citation) => (citation.id === id ? [citation.span] : []));
}

/** An id as a citation has it: in Pandoc's braces where it would end too early without. */
export function citationKey(id: Id, format: Format = "markdown"): string {
  if (COMMANDS[format] !== undefined || format === "org") return id;
  return citationsIn(`@${id}`)[0]?.id === id ? id : `{${id}}`;
}

function keysIn({ groups = {}, indices }: RegExpExecArray): Citation[] {
  for (const name of ["keys", "key", "anchor"]) {
    const keys = groups[name];
    if (keys !== undefined) return listed(keys, indices!.groups![name]![0], name === "keys");
  }
  return [];
}

/** The groups of LaTeX's \cites commands, each with its own keys. */
const GROUP = /\s?(?:\[[^\]]{0,200}\]){0,2}\{(?<keys>[^{}\\]{1,1000})\}/dy;

function moreGroups(text: string, { 0: all, index }: RegExpExecArray): Citation[] {
  if (!/^\\[a-zA-Z]*cites\b/.test(all)) return [];
  const found: Citation[] = [];
  GROUP.lastIndex = index + all.length;
  for (let group = GROUP.exec(text); group !== null; group = GROUP.exec(text)) found.push(...keysIn(group));
  return found;
}

/** The keys of a list, each without white space and without the page in brackets behind it. */
function listed(keys: string, start: number, isList: boolean): Citation[] {
  const parts = isList
    ? keys.matchAll(/[^,;\s()]+(?=\s*(?:\([^()]*\)\s*)?(?:[,;]|$))/g)
    : keys.matchAll(/\S+/g);
  return Array.from(parts, ({ 0: id, index }) => {
    return { id, span: span(start + index, start + index + id.length) };
  });
}
