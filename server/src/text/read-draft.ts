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
import { Masker } from "./masker.ts";
import { inPieces } from "./pieces.ts";

/** What a format's reader makes of a text. */
export interface Structure {
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  /** In the order of the text. */
  readonly comments: readonly Comment[];
}

const READERS: Record<Format, (text: string, masker: Masker) => Structure> = {
  markdown: readMarkdown,
  quarto: (text, masker) => readMarkdown(text, masker, QUARTO),
  plaintext: readPlainText,
  latex: readLatex,
  restructuredtext: readReStructuredText,
  asciidoc: readAsciiDoc,
  org: readOrg,
  html: readHtml,
};

const maskers = new WeakMap<Draft, Masker>();

/** Takes a text apart. Total: any string is a draft. `earlier` is an older version of it, and saves work. */
export function readDraft(
  input: { readonly uri: string; readonly text: string; readonly format: Format },
  earlier?: Draft,
): Draft {
  const { text, format } = input;
  const masker = new Masker(earlier?.format === format ? maskers.get(earlier) : undefined);
  const draft = draftOf(input, READERS[format](text, masker));
  maskers.set(draft, masker);
  return draft;
}

/** A draft of a text whose structure is known already: one that was made of a document. */
export function draftOf(
  { uri, text, format, madeOf }: Pick<Draft, "uri" | "text" | "format" | "madeOf">,
  { frontMatter, blocks, comments }: Structure,
): Draft {
  return {
    uri,
    text,
    format,
    ...(madeOf && { madeOf }),
    lines: new Lines(text),
    frontMatter,
    blocks: inPieces(blocks),
    ignores: draftIgnores(text, comments),
  };
}
