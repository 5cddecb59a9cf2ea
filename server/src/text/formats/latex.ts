import type { FrontMatter } from "../draft.ts";
import type { Mask } from "../mask.ts";
import type { Masker } from "../masker.ts";
import type { Structure } from "../read-draft.ts";
import { after, BlockWriter, type Line, linesOf } from "./block-writer.ts";

const LEVELS: Readonly<Record<string, number>> = {
  part: 1,
  chapter: 1,
  section: 2,
  subsection: 3,
  subsubsection: 4,
  paragraph: 5,
  subparagraph: 6,
};
const HEADING =
  /^\\(part|chapter|section|subsection|subsubsection|paragraph|subparagraph)\*?(?:\[[^\]]*\])?\{/;
const ITEM = /^\\item(?![a-zA-Z])(?:\[[^\]]*\])?[ \t]*/;
const QUOTING = /^(?:quote|quotation|displayquote|verse|blockquote)$/;
const NO_PROSE =
  /^(?:verbatim|Verbatim|lstlisting|minted|comment|equation|align|alignat|gather|multline|eqnarray|math|displaymath|tikzpicture|thebibliography|filecontents|algorithm|algorithmic)\*?$/;
const TABLE = /^(?:tabular|tabularx|tabulary|longtable|array)\*?$/;
/** Commands whose first argument is prose although they begin a line. */
const PROSE_LINE = /^\\(?:caption|title|footnotetext)(?:\[[^\]]*\])?\{/;
/** Lines of commands that a reader does not see. */
const COMMAND_LINE =
  /^\\(?:maketitle|tableofcontents|newpage|clearpage|bigskip|medskip|smallskip|centering|noindent|appendix|label|bibliography|bibliographystyle|printbibliography|input|include|includegraphics|vspace|hspace|vfill|author|date|thanks|usepackage|documentclass|newcommand|renewcommand|setlength|pagestyle|thispagestyle|hline|toprule|midrule|bottomrule|cline)(?![a-zA-Z])(?:\[[^\]]*\]|\{[^{}]*\}|\*)*\s*$/;

/** LaTeX: sections, items, quotations, captions and simple tables; the preamble, commands, mathematics, code and comments are no prose. */
export function readLatex(text: string, masker: Masker): Structure {
  const begin = /\\begin\{document\}/.exec(text);
  const start = begin === null ? 0 : begin.index + begin[0].length;
  const reader = new LatexReader(text, masker);
  reader.read(start);
  return { frontMatter: dateIn(text), ...reader.writer.result() };
}

/** "\date{1 May 2024}", if it is not today's. */
function dateIn(text: string): FrontMatter {
  const date = /^[ \t]*\\date\{([^{}\\]{1,100})\}/m
    .exec(text)?.[1]
    ?.replace(/[~\s]+/g, " ")
    .trim();
  return date === undefined || date === "" ? {} : { date };
}

class LatexReader {
  readonly writer: BlockWriter;
  readonly #text: string;
  /** What ends the environment, or the formula, that hides what is in it. */
  #hidden: string | undefined;
  #quotations = 0;
  #lists = 0;
  #table: { readonly index: number; row: number } | undefined;
  #ended = false;

  constructor(text: string, masker: Masker) {
    this.#text = text;
    this.writer = new BlockWriter(text, masker, maskLatex);
  }

  read(from: number): void {
    for (const line of linesOf(this.#text, from)) if (!this.#ended) this.#take(line);
  }

  #take(line: Line): void {
    if (this.#hidden !== undefined) {
      if (line.text.includes(this.#hidden)) this.#hidden = undefined;
      return;
    }
    const comment = commentAt(line.text);
    if (comment >= 0) this.writer.comment({ start: line.start + comment, end: line.end }, 1);
    const text = comment < 0 ? line.text : line.text.slice(0, comment).trimEnd();
    // A line with nothing but a comment parts no paragraphs.
    if (text === "" && comment >= 0) return;
    if (text === "") return this.writer.close();
    this.#content({ ...line, text, end: line.start + text.length });
  }

  #content(line: Line): void {
    const environment = /^\\(begin|end)\{([a-zA-Z]+\*?)\}(?:\[[^\]]*\]|\{[^{}]*\})*/.exec(line.text);
    if (environment !== null) {
      this.#environment(environment[1] === "begin", environment[2]!, line.text);
      const rest = after(line, environment[0].length);
      const text = this.#text.slice(rest.start, rest.end);
      const gap = text.length - text.trimStart().length;
      if (text.trim() !== "" && this.#hidden === undefined)
        this.#content({ ...line, start: rest.start + gap, text: text.trim() });
      return;
    }
    if (this.#table !== undefined) return this.#row(line);
    const heading = HEADING.exec(line.text);
    if (heading !== null) return this.#heading(line, heading);
    const prose = PROSE_LINE.exec(line.text);
    if (prose !== null) {
      this.writer.close();
      this.writer.line(after(line, prose[0].length));
      return this.writer.close();
    }
    if (COMMAND_LINE.test(line.text) || /^\\\[|^\$\$/.test(line.text)) {
      if (/^(?:\\\[|\$\$)/.test(line.text)) this.#display(line);
      return this.writer.close();
    }
    const item = ITEM.exec(line.text);
    if (item !== null) this.writer.close();
    const kind = item !== null || this.#lists > 0 ? "item" : "paragraph";
    this.writer.line(after(line, item?.[0].length ?? 0), kind, this.#quotations > 0);
    if (/\\par\s*$/.test(line.text)) this.writer.close();
  }

  #environment(begins: boolean, name: string, text: string): void {
    this.writer.close();
    if (name === "document" && !begins) this.#ended = true;
    else if (NO_PROSE.test(name))
      this.#hidden = begins && !text.includes(`\\end{${name}}`) ? `\\end{${name}}` : undefined;
    else if (TABLE.test(name)) this.#table = begins ? { index: this.writer.table(), row: 0 } : undefined;
    else if (QUOTING.test(name)) this.#quotations = Math.max(0, this.#quotations + (begins ? 1 : -1));
    else if (/^(?:itemize|enumerate|description)\*?$/.test(name))
      this.#lists = Math.max(0, this.#lists + (begins ? 1 : -1));
  }

  /** Displayed mathematics goes on until it is closed. */
  #display(line: Line): void {
    const close = line.text.startsWith("$$") ? "$$" : "\\]";
    if (!line.text.slice(2).includes(close)) this.#hidden = close;
  }

  #heading(line: Line, [head, name]: RegExpExecArray): void {
    const { start, end } = after(line, head.length);
    let depth = 1;
    let stop = start;
    while (stop < end && depth > 0) {
      if (this.#text[stop] === "{") depth++;
      else if (this.#text[stop] === "}") depth--;
      if (depth > 0) stop++;
    }
    this.writer.heading({ start, end: stop }, LEVELS[name!]!);
    const rest = this.#text.slice(Math.min(stop + 1, end), end);
    if (/^\s*[^\s\\%]/.test(rest)) {
      const gap = rest.length - rest.trimStart().length;
      this.writer.line({ start: stop + 1 + gap, end });
    }
  }

  #row(line: Line): void {
    const table = this.#table!;
    const text = line.text.replace(
      /\\\\(?:\[[^\]]*\])?\s*(?:\\(?:hline|midrule|bottomrule|toprule)\s*)*$/,
      "",
    );
    if (/^\\(?:hline|toprule|midrule|bottomrule|cline|endhead|endfoot|caption|label)/.test(text)) return;
    let at = 0;
    for (const [column, part] of text.split(/(?<!\\)&/).entries()) {
      const start = line.start + at + part.length - part.trimStart().length;
      const end = line.start + at + part.trimEnd().length;
      if (end > start) this.writer.cell({ start, end }, { table: table.index, row: table.row, column });
      at += part.length + 1;
    }
    table.row++;
  }
}

/** Where a comment begins in a line; -1 where none does. */
function commentAt(line: string): number {
  for (let i = line.indexOf("%"); i >= 0; i = line.indexOf("%", i + 1)) {
    let slashes = 0;
    while (line[i - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return i;
  }
  return -1;
}

const INLINE = new RegExp(
  [
    "(?<verb>\\\\(?:verb|lstinline|mintinline)\\*?(?<delimiter>[^a-zA-Z\\s*{])[^\\n]{0,500}?\\k<delimiter>|\\\\(?:lstinline|code|url|path|nolinkurl)\\{[^{}\\n]{0,1000}\\})",
    "(?<math>(?<!\\\\)\\$\\$?(?=\\S)[^$]{1,500}?(?<=\\S)\\$\\$?|\\\\\\([\\s\\S]{1,500}?\\\\\\))",
    "(?<accent>\\\\(?:[`'^\"~=.]|[cvuHrkd](?![a-zA-Z]))(?:\\{\\\\?[a-zA-Z]\\}|\\s?\\\\?[a-zA-Z]))",
    "(?<letter>\\\\(?:ss|ae|AE|oe|OE|o|O|l|L|aa|AA)(?![a-zA-Z])(?:\\{\\}| )?)",
    "(?<space>~|\\\\[ ,;:!]|\\\\(?:quad|qquad|newline|linebreak|nobreakspace|thinspace)(?![a-zA-Z])|\\\\\\\\(?:\\[[^\\]\\n]{0,50}\\])?)",
    "(?<aside>\\\\(?:footnote|cite[a-zA-Z]*|parencite|textcite|autocite|footcite|label|ref|eqref|pageref|autoref|cref|Cref|index|vspace|hspace|includegraphics|thanks|footnotemark|marginpar|todo|glsadd|hypertarget|phantomsection)\\*?(?![a-zA-Z])(?:\\[[^\\]\\n]{0,200}\\]){0,2}(?:\\{(?:[^{}]|\\{[^{}]{0,200}\\}){0,1000}\\})?)",
    "(?<link>\\\\(?:href|textcolor|colorbox|begin|end|foreignlanguage|selectlanguage)(?![a-zA-Z])\\{[^{}\\n]{0,1000}\\})",
    "(?<escape>\\\\(?=[&%$#_{}]))",
    "(?<dots>\\\\(?:dots|ldots|textellipsis)(?![a-zA-Z])(?:\\{\\})?)",
    "(?<dash>\\\\text(?:en|em)dash(?![a-zA-Z])(?:\\{\\})?|(?<!-)-{2,3}(?!-))",
    "(?<open>``)",
    "(?<close>'')",
    "(?<single>`)",
    "(?<command>\\\\[a-zA-Z]{1,40}\\*?(?:\\[[^\\]\\n]{0,200}\\])?(?: (?=[\\p{L}\\p{N}])(?<!\\} ))?)",
    "(?<brace>[{}])",
  ].join("|"),
  "gu",
);

const ACCENTS: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  '"': "\u0308",
  "=": "\u0304",
  ".": "\u0307",
  c: "\u0327",
  v: "\u030C",
  u: "\u0306",
  H: "\u030B",
  r: "\u030A",
  k: "\u0328",
  d: "\u0323",
};
const LETTERS: Readonly<Record<string, string>> = {
  ss: "ß",
  ae: "æ",
  AE: "Æ",
  oe: "œ",
  OE: "Œ",
  o: "ø",
  O: "Ø",
  l: "ł",
  L: "Ł",
  aa: "å",
  AA: "Å",
};

function maskLatex(text: string, start: number, end: number, mask: Mask): void {
  for (const { index, 0: match, groups = {} } of text.slice(start, end).matchAll(INLINE)) {
    const from = start + index;
    const to = from + match.length;
    if (groups.verb ?? groups.math) mask.blank(from, to);
    else if (groups.accent !== undefined) mask.replace(from, to, accented(match));
    else if (groups.letter !== undefined)
      mask.replace(from, to, LETTERS[match.slice(1).replace(/[{} ]/g, "")]!);
    else if (groups.space !== undefined) mask.replace(from, to, " ");
    else if (groups.dots !== undefined) mask.replace(from, to, "…");
    else if (groups.dash !== undefined)
      mask.replace(from, to, match === "--" || match.includes("en") ? "–" : "—");
    else if (groups.open !== undefined) mask.replace(from, to, "“");
    else if (groups.close !== undefined) mask.replace(from, to, "”");
    else if (groups.single !== undefined) mask.replace(from, to, "‘");
    else mask.hide(from, to);
  }
}

function accented(match: string): string {
  const letter = match.slice(2).replace(/[{}\\\s]/g, "");
  const whole = (letter + (ACCENTS[match[1]!] ?? "")).normalize("NFC");
  return whole.length === 1 ? whole : letter;
}
