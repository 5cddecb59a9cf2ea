import { describe, expect, test } from "vitest";
import { readDocument } from "../../../server/src/cli/documents/read-document.ts";
import type { Knowledge } from "../../../server/src/knowledge-base/knowledge.ts";
import { check, finish } from "../../../server/src/service.ts";
import type { Draft } from "../../../server/src/text/draft.ts";
import { readFrontMatter } from "../../../server/src/text/front-matter.ts";
import { placeIn } from "../../../server/src/text/place.ts";
import { readDraft } from "../../../server/src/text/read-draft.ts";
import { bundled, corpus, samples } from "../../support/corpus.ts";
import { converted, hasOffice } from "./office.ts";
import { wordOf } from "./word-of-markdown.ts";

interface Told {
  readonly file: string;
  readonly text: string;
  readonly knowledge: Knowledge;
}

// A document has no front matter, and no comments to us among its words.
const DRAFTS: readonly Told[] = [
  ...corpus,
  ...[...samples].map(([file, text]) => ({ file, text, knowledge: bundled.knowledge })),
].map(({ file, text, knowledge }) => ({
  file,
  knowledge,
  text: text.slice(readFrontMatter(text).end).replace(/<!--[\s\S]*?-->/g, ""),
}));

describe("what is found in a text is found in it as a document", () => {
  test.each(DRAFTS)("of Word: $file", async ({ text, knowledge }) => {
    const { draft } = await readDocument("draft.docx", await wordOf(text));
    expect(found(draft, knowledge)).toEqual(found(asMarkdown(text), knowledge));
  });

  test.skipIf(!hasOffice)("of LibreOffice", { timeout: 600_000 }, async () => {
    const word = await Promise.all(DRAFTS.map(({ text }) => wordOf(text)));
    const drafts = converted(word, "docx", "odt");
    for (const [i, { file, text, knowledge }] of DRAFTS.entries()) {
      const { draft } = await readDocument("draft.odt", drafts[i]!);
      expect({ file, found: found(draft, knowledge) }).toEqual({
        file,
        found: found(asMarkdown(text), knowledge),
      });
    }
  });
});

function asMarkdown(text: string): Draft {
  return readDraft({ uri: "draft.md", text, format: "markdown" });
}

/** What is found, without regard to order: in documents the notes come last. */
function found(draft: Draft, knowledge: Knowledge): string[] {
  const { findings } = finish(check(draft, knowledge));
  return findings
    .map(({ check: id, message, span }) => {
      const told = message.replace(/ \((?:line \d+|§ .*|paragraph \d+)\)/, "");
      return `${id}: ${told} | ${placeIn(draft, span).words}`.replace(/\s+/g, " ");
    })
    .sort();
}
