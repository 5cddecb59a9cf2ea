import type { Comment } from "./comment.ts";
import type { Block, Draft, Format, FrontMatter } from "./draft.ts";
import { readMarkdown } from "./formats/markdown.ts";
import { readPlainText } from "./formats/plain-text.ts";
import { draftIgnores } from "./ignore-comments.ts";
import { Lines } from "./lines.ts";

/** What a format's reader makes of a text. */
export interface Structure {
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  /** In the order of the text; where the format has none, plain text's own. */
  readonly comments: readonly Comment[];
}

const READERS: Record<Format, (text: string) => Structure> = {
  markdown: readMarkdown,
  plaintext: readPlainText,
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

/** The format of a file by its name; undefined where its kind is none that we read. */
export function formatOf(file: string): Format | undefined {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : FORMATS[extension];
}

const FORMATS: Record<string, Format> = {
  md: "markdown",
  markdown: "markdown",
  qmd: "markdown",
  rmd: "markdown",
  txt: "plaintext",
  text: "plaintext",
};
