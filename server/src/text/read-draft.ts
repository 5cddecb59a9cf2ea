import type { Comment } from "./comment.ts";
import type { Block, Draft, Format, FrontMatter } from "./draft.ts";
import { readAsciiDoc } from "./formats/asciidoc.ts";
import { readHtml } from "./formats/html.ts";
import { readLatex } from "./formats/latex.ts";
import { readMarkdown } from "./formats/markdown.ts";
import { readOrg } from "./formats/org.ts";
import { readPlainText } from "./formats/plain-text.ts";
import { QUARTO } from "./formats/quarto.ts";
import { readReStructuredText } from "./formats/restructuredtext.ts";
import { draftIgnores } from "./ignore-comments.ts";
import { Lines } from "./lines.ts";

/** What a format's reader makes of a text. */
export interface Structure {
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  /** In the order of the text. */
  readonly comments: readonly Comment[];
}

const READERS: Record<Format, (text: string) => Structure> = {
  markdown: readMarkdown,
  quarto: (text) => readMarkdown(text, QUARTO),
  plaintext: readPlainText,
  latex: readLatex,
  restructuredtext: readReStructuredText,
  asciidoc: readAsciiDoc,
  org: readOrg,
  html: readHtml,
};

/** Takes a text apart. Total: any string is a draft. */
export function readDraft(input: {
  readonly uri: string;
  readonly text: string;
  readonly format: Format;
}): Draft {
  const { uri, text, format } = input;
  const { frontMatter, blocks, comments } = READERS[format](text);
  return {
    uri,
    text,
    format,
    lines: new Lines(text),
    frontMatter,
    blocks,
    ignores: draftIgnores(text, comments),
  };
}
