import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { parse as parseHtml } from "parse5";
import { describe, expect, test } from "vitest";
import { CSV_COLUMNS, cellsOf, factSheetCsv } from "../../../server/src/features/fact-sheet/csv.ts";
import { factSheet } from "../../../server/src/features/fact-sheet/fact-sheet.ts";
import { factSheetHtml } from "../../../server/src/features/fact-sheet/html.ts";
import { factSheetMarkdown } from "../../../server/src/features/fact-sheet/markdown.ts";
import type { FactRow, FactSheet } from "../../../server/src/features/fact-sheet/sheet.ts";
import { tableHtml } from "../../../server/src/features/fact-sheet/table.ts";
import { checkText } from "../../../server/src/service.ts";
import { anyText } from "../../support/any-draft.ts";
import { corpus } from "../../support/corpus.ts";
import { world } from "../draft/world.ts";

/** What parse5 finds wrong with a page. */
function faultsIn(html: string): string[] {
  const faults: string[] = [];
  parseHtml(html, { onParseError: ({ code, startOffset }) => faults.push(`${code} at ${startOffset}`) });
  return faults;
}

/** Sheets of drafts out of the corpus, with any text before and in their sentences. */
const sheets = fc
  .tuple(fc.constantFrom(...corpus), anyText)
  .map(([{ text, knowledge }, noise]) =>
    factSheet(checkText({ text: `# ${noise}\n\n${text}\n\n${noise}`, format: "markdown", knowledge })),
  );

/** Rows of which every text is any text. */
const texts = fc.oneof(
  anyText,
  fc.string({ unit: "binary" }),
  fc.constantFrom("=1+1", "@cmd", '"', "|", "<b>"),
);
const rows: fc.Arbitrary<FactRow> = fc.record({
  verdict: fc.constantFrom("supported", "contradicted", "unverified"),
  kind: fc.constant("event-date" as const),
  says: texts,
  words: texts,
  before: texts,
  after: texts,
  range: fc.constant({ start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }),
  known: texts,
  facts: fc.array(fc.record({ id: texts, label: texts }), { maxLength: 2 }),
  sources: fc.array(
    fc.record({ title: texts, quotes: fc.array(texts, { maxLength: 2 }), url: texts, by: texts }),
    {
      maxLength: 2,
    },
  ),
  ignored: texts,
});
const anySheet: fc.Arbitrary<FactSheet> = fc
  .record({
    title: texts,
    uri: texts,
    knowledge: fc.array(texts, { maxLength: 2 }),
    rows: fc.array(rows, { maxLength: 4 }),
  })
  .map((sheet) => ({ ...sheet, counts: { supported: 1, contradicted: 1, unverified: sheet.rows.length } }));

describe("whatever stands in a draft", () => {
  test("the page is sound HTML, and runs and loads nothing", () => {
    fc.assert(
      fc.property(fc.oneof(sheets, anySheet), (sheet) => {
        const html = factSheetHtml(sheet);
        expect(faultsIn(html)).toEqual([]);
        expect(html).not.toMatch(/<script|<img|<link|\son\w+=|javascript:/i);
        expect(html.split("<tr").length - 1).toBe(sheet.rows.length === 0 ? 0 : sheet.rows.length + 1);
      }),
      { numRuns: 150 },
    );
  });

  test("the table for other programs is read back as it was", () => {
    fc.assert(
      fc.property(fc.oneof(sheets, anySheet), (sheet) => {
        const read = parseCsv(factSheetCsv(sheet), { relax_column_count: false, record_delimiter: "\r\n" });
        expect(read).toEqual([[...CSV_COLUMNS], ...sheet.rows.map(cellsOf)]);
      }),
      { numRuns: 150 },
    );
  });

  test("no cell is a formula", () => {
    fc.assert(
      fc.property(anySheet, ({ rows: all }) => {
        for (const cell of all.flatMap(cellsOf)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
    );
  });

  test("the Markdown is one table with a row for each statement", () => {
    fc.assert(
      fc.property(fc.oneof(sheets, anySheet), (sheet) => {
        const tree = fromMarkdown(factSheetMarkdown(sheet), {
          extensions: [gfm()],
          mdastExtensions: [gfmFromMarkdown()],
        });
        const tables = tree.children.filter(({ type }) => type === "table");
        if (sheet.rows.length === 0) expect(tables).toEqual([]);
        else
          expect(tables.map((table) => "children" in table && table.children.length)).toEqual([
            sheet.rows.length + 1,
          ]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("the page", () => {
  const sheet = factSheet(
    checkText({
      text: "# Brief\n\nThe Quay truce was signed on 17 October 2030. The Lantern clash was on 30 September 2030.\n",
      format: "markdown",
      knowledge: world,
    }),
  );
  const html = factSheetHtml(sheet);

  test("tells verdicts by words beside their signs", () => {
    expect(html).toContain("</svg> Contradicted</span>");
    expect(html).toContain("</svg> Supported</span>");
  });

  test("has heads for its columns and rows, and a caption", () => {
    expect(html.match(/<th scope="col">/g)).toHaveLength(4);
    expect(html.match(/<th scope="row">/g)).toHaveLength(sheet.rows.length);
    expect(html).toContain("<caption");
  });

  test("links to the source where it can be followed", () => {
    expect(html).toContain('<a href="https://example.org/ledger">The Harbour Ledger</a>');
    const [row] = sheet.rows;
    const evil = { ...row!, sources: [{ title: "X", quotes: [], url: "javascript:alert(1)" }] };
    expect(factSheetHtml({ ...sheet, rows: [evil] })).not.toContain("javascript:");
  });

  test("has buttons only where somebody hears them", () => {
    expect(html).not.toContain("<button");
    expect(tableHtml(sheet, { leads: true })).toContain('data-to="draft"');
  });

  test("says so where there is nothing", () => {
    const none = factSheetHtml(
      factSheet(checkText({ text: "It rained.", format: "markdown", knowledge: world })),
    );
    expect(none).toContain("There is nothing here to hold against the knowledge base");
  });
});
