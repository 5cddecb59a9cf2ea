import { parse as parseLatex } from "@unified-latex/unified-latex-util-parse";
import fc from "fast-check";
import { type DefaultTreeAdapterMap, parse as parseHtml } from "parse5";
import { parse as parseOrg } from "uniorg-parse/lib/parser.js";
import { describe, expect, test } from "vitest";
import type { Format } from "../../../server/src/text/draft.ts";
import { readDraft } from "../../../server/src/text/read-draft.ts";
import { HIDDEN, OPAQUE } from "../../../server/src/text/tokens.ts";
import { anyHtml, anyLatex, anyOrg } from "../../support/any-markup.ts";

describe("the words of a text are those that another parser shows", () => {
  test("any HTML", () => sameWords("html", anyHtml, wordsOfHtml));
  test("any Org", () => sameWords("org", anyOrg, wordsOfOrg));
  test("any LaTeX", () => sameWords("latex", anyLatex, wordsOfLatex));
});

function sameWords(
  format: Format,
  texts: fc.Arbitrary<string>,
  wordsByParser: (text: string) => string[],
): void {
  fc.assert(
    fc.property(texts, (text) => {
      expect(wordsByMask(text, format)).toEqual(wordsByParser(text));
    }),
    { numRuns: 200 },
  );
}

function wordsByMask(text: string, format: Format): string[] {
  const { blocks } = readDraft({ uri: "draft:", text, format });
  return blocks.flatMap(({ prose }) => wordsOf(prose.replaceAll(HIDDEN, "").replaceAll(OPAQUE, " ")));
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

const NO_PROSE = /^(?:script|style|pre|code|title|svg|textarea)$/;
const BLOCKS = /^(?:p|div|li|ul|ol|td|th|tr|table|blockquote|h[1-6]|section|body)$/;

function wordsOfHtml(text: string): string[] {
  return wordsOf(shownHtml(parseHtml(text)));
}

function shownHtml(node: DefaultTreeAdapterMap["node"]): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterMap["textNode"]).value;
  if (NO_PROSE.test(node.nodeName) || node.nodeName === "br") return " ";
  if (!("childNodes" in node)) return "";
  const inside = node.childNodes.map(shownHtml).join("");
  return BLOCKS.test(node.nodeName) ? ` ${inside} ` : inside;
}

/** As much of the nodes of either parser as is looked at. */
interface Tree {
  readonly type: string;
  readonly value?: string;
  readonly content?: string | readonly Tree[];
  readonly children?: readonly Tree[];
  readonly args?: readonly { readonly openMark?: string; readonly content: readonly Tree[] }[];
  readonly env?: string;
}

function wordsOfOrg(text: string): string[] {
  return wordsOf(shownOrg(parseOrg(text) as unknown as Tree));
}

function shownOrg(node: Tree): string {
  if (node.type === "text") return node.value ?? "";
  if (/^(?:code|verbatim|latex-fragment)$/.test(node.type)) return " ";
  if (
    /^(?:src-block|example-block|comment|comment-block|keyword|footnote-reference|property-drawer|drawer|fixed-width|planning)$/.test(
      node.type,
    )
  )
    return node.type === "footnote-reference" ? "" : " ";
  if (node.type === "link" && (node.children ?? []).length === 0) return " ";
  const inside = (node.children ?? []).map(shownOrg).join("");
  return /^(?:paragraph|headline|table-cell|section|list-item|quote-block)$/.test(node.type)
    ? ` ${inside} `
    : inside;
}

function wordsOfLatex(text: string): string[] {
  return wordsOf((parseLatex(text) as unknown as { content: Tree[] }).content.map(shownLatex).join(""));
}

const SHOWN_MACROS = /^(?:emph|textbf|textit|section|subsection|caption)$/;

function shownLatex(node: Tree): string {
  const { type, content } = node;
  if (type === "string") return content === "~" ? " " : String(content);
  if (type === "whitespace" || type === "parbreak") return " ";
  if (type === "comment" || /^(?:inlinemath|displaymath|verbatim|verb)$/.test(type)) return " ";
  if (type === "macro") {
    if (content === "item") return ` ${(node.args ?? []).at(-1)?.content.map(shownLatex).join("") ?? ""}`;
    if (SHOWN_MACROS.test(String(content))) {
      const shown = (node.args ?? []).at(-1)?.content.map(shownLatex).join("") ?? "";
      return /^(?:emph|text)/.test(String(content)) ? shown : ` ${shown} `;
    }
    return /^[&%$#_\\]$/.test(String(content)) ? " " : "";
  }
  if (type === "environment" && /^(?:equation)$/.test(String(node.env))) return " ";
  if (type === "mathenv") return " ";
  return Array.isArray(content) ? content.map(shownLatex).join("") : "";
}
