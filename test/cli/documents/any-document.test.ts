import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { DocumentTrouble } from "../../../server/src/cli/documents/document-trouble.ts";
import { readDocument } from "../../../server/src/cli/documents/read-document.ts";
import { wordOf } from "./word-of-markdown.ts";
import { p, wordPackage } from "./word-package.ts";

const MARKDOWN =
  "# Lune\n\nThe *Accord* of 3 May.[^1]\n\n- one\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n[^1]: A note.";

/** A draft whose blocks lie in its text and in its order; or trouble, which can be told. */
async function isRead(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const { draft, docx } = await readDocument(path, bytes);
    let at = 0;
    for (const { span, prose } of draft.blocks) {
      expect(span.start).toBeGreaterThanOrEqual(at);
      expect(prose).toHaveLength(span.end - span.start);
      at = span.end;
    }
    expect(at).toBeLessThanOrEqual(draft.text.length);
    for (const { start, end } of docx?.pieces ?? []) expect(end).toBeGreaterThan(start);
  } catch (error) {
    if (!(error instanceof DocumentTrouble)) throw error;
    expect(error.message).toMatch(/\.$/);
  }
}

describe("any bytes are a document, or are told to be none", () => {
  test.each(["a.docx", "a.odt", "a.fodt", "a.mhtml"])("%s", async (path) => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => isRead(path, bytes)));
  });

  test("damaged archives", async () => {
    const sound = await wordOf(MARKDOWN);
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = new Uint8Array(sound);
        for (const [at, byte] of changes) bytes[at] = byte;
        await isRead("a.docx", bytes);
      }),
      { numRuns: 200 },
    );
  });

  test("damaged parts", async () => {
    const parts = unzipSync(await wordOf(MARKDOWN));
    const names = Object.keys(parts).filter((name) => name.endsWith(".xml"));
    const damage = fc.tuple(
      fc.constantFrom(...names),
      fc.nat(),
      fc.nat(40),
      fc.constantFrom("", "<w:p>", "</w:p>", "&", "x"),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([name, at, length, put]) => {
        const text = strFromU8(parts[name]!);
        const from = at % text.length;
        const damaged = text.slice(0, from) + put + text.slice(from + length);
        await isRead("a.docx", zipSync({ ...parts, [name]: strToU8(damaged) }, { level: 0 }));
      }),
      { numRuns: 200 },
    );
  });

  test("nested too deeply", async () => {
    const depth = 20_000;
    const body = "<w:smartTag>".repeat(depth) + p("x") + "</w:smartTag>".repeat(depth);
    await expect(readDocument("a.docx", wordPackage(body))).rejects.toThrow("nested too deeply");
  });
});
