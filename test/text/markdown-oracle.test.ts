import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { readFrontMatter } from "../../server/src/text/front-matter.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { HIDDEN, OPAQUE } from "../../server/src/text/tokens.ts";
import { anyMarkdown } from "../support/any-markdown.ts";
import { corpus, samples } from "../support/corpus.ts";

describe("the words of each block are those that another parser shows", () => {
  const drafts = [
    ...corpus.map(({ file, text }) => ({ file, text })),
    ...[...samples].map(([file, text]) => ({ file, text })),
  ];
  test.each(drafts)("$file", ({ text }) => {
    expect(wordsByMask(text)).toEqual(wordsByParser(text));
  });

  test("any Markdown", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        expect(wordsByMask(text)).toEqual(wordsByParser(text));
      }),
      { numRuns: 150 },
    );
  });
});

function wordsByMask(text: string): string[] {
  const { blocks } = readDraft({ uri: "draft:", text, format: "markdown" });
  return blocks
    .map(({ prose }) => wordsOf(prose.replaceAll(HIDDEN, "").replaceAll(OPAQUE, " ")))
    .filter((words) => words !== "");
}

function wordsByParser(text: string): string[] {
  const body = text.slice(readFrontMatter(text).end);
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return blocksOf(tree)
    .map(wordsOf)
    .filter((words) => words !== "");
}

/** The text of each paragraph, heading and cell. */
function blocksOf(node: Nodes): string[] {
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") return [shown(node)];
  return "children" in node ? node.children.flatMap(blocksOf) : [];
}

/** What is no prose (code, a bare URL) stands as a space; markup and comments as nothing. */
function shown(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "break") return "\n";
  if (node.type === "inlineCode" || node.type === "image") return " ";
  if (node.type === "link" && node.url.replace(/^mailto:|^http:\/\//, "") === bare(node)) return " ";
  return "children" in node ? node.children.map(shown).join("") : "";
}

function bare({ children }: { children: Nodes[] }): string {
  return children
    .map(shown)
    .join("")
    .replace(/^http:\/\//, "");
}

/** Words and numbers: marks that stand for nothing (an asterisk by itself) are all the same to us. */
function wordsOf(text: string): string {
  return (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(" ");
}
