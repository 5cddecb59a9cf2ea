import { describe, expect, test } from "vitest";
import { readDocument } from "../../../server/src/cli/documents/read-document.ts";
import { placeIn, whereabouts } from "../../../server/src/text/place.ts";
import { blocksShown } from "./blocks-shown.ts";

const NAMES = ["office", "text", "table", "style", "draw"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

const documentOf = (content: string, styles = "", automatic = "") =>
  Buffer.from(
    `<?xml version="1.0"?><office:document ${NAMES}><office:styles>${styles}</office:styles>` +
      `<office:automatic-styles>${automatic}</office:automatic-styles>` +
      `<office:body><office:text>${content}</office:text></office:body></office:document>`,
  );

const inOdt = (content: string, styles?: string, automatic?: string) =>
  blocksShown("draft.fodt", documentOf(content, styles, automatic));

const p = (content: string, style = "Standard") => `<text:p text:style-name="${style}">${content}</text:p>`;

describe("an OpenDocument text", () => {
  test("has paragraphs, in which white space is as its readers see it", async () => {
    const words = `  The <text:span>acc\n  ord</text:span><text:s text:c="2"/>of<text:tab/>3<text:line-break/>May `;
    expect(await inOdt(p(words) + p(""))).toEqual(["paragraph: The acc ord  of\t3\nMay"]);
  });

  test("has headings by their level, a title, and paragraphs whose style has a level", async () => {
    const styles = `<style:style style:name="House" style:default-outline-level="3"/>`;
    const automatic = `<style:style style:name="P1" style:parent-style-name="House"/>`;
    const content = `${p("A", "Title")}<text:h text:outline-level="2">B</text:h>${p("C", "P1")}`;
    expect(await inOdt(content, styles, automatic)).toEqual(["heading 1: A", "heading 2: B", "heading 3: C"]);
  });

  test("has items, quotations and code by their styles", async () => {
    const automatic =
      `<style:style style:name="P1" style:parent-style-name="Quotations"/>` +
      `<style:style style:name="T1" style:parent-style-name="Source_20_Text"/>`;
    const list = `<text:list><text:list-item>${p("A")}<text:list><text:list-item>${p("B")}</text:list-item></text:list></text:list-item></text:list>`;
    const code = p(`C <text:span text:style-name="T1">3 May</text:span>`) + p("x", "Preformatted_20_Text");
    expect(await inOdt(list + p("Q", "P1") + code, "", automatic)).toEqual([
      "item: A",
      "item: B",
      "paragraph quoted: Q",
      "paragraph: C …",
    ]);
  });

  test("has tables with their header rows, spanned and repeated cells; a frame of one cell is none", async () => {
    const cell = (words: string, more = "") => `<table:table-cell ${more}>${p(words)}</table:table-cell>`;
    const row = (...cells: string[]) => `<table:table-row>${cells.join("")}</table:table-row>`;
    const wide = `${cell("both", 'table:number-columns-spanned="2"')}<table:covered-table-cell/>`;
    const table = `<table:table><table:table-header-rows>${row(cell("Year"), cell("Men"), cell("Ships"))}</table:table-header-rows>${row(wide, cell("3"))}</table:table>`;
    const frame = `<table:table>${row(cell("Box"))}</table:table>`;
    expect(await inOdt(table + frame)).toEqual([
      "cell 0/0/0: Year",
      "cell 0/0/1: Men",
      "cell 0/0/2: Ships",
      "cell 0/1/0: both",
      "cell 0/1/2: 3",
      "paragraph: Box",
    ]);
  });

  test("has notes after its text and text boxes after their paragraph, but no comments and nothing deleted", async () => {
    const note = (kind: string, words: string) =>
      `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${p(words)}</text:note-body></text:note>`;
    const deleted = `<text:tracked-changes><text:changed-region><text:deletion>${p("gone")}</text:deletion></text:changed-region></text:tracked-changes>`;
    const annotation = `<office:annotation><text:p>Sure?</text:p></office:annotation>`;
    const box = `<draw:frame><draw:text-box>${p("In the box")}</draw:text-box></draw:frame>`;
    const bytes = documentOf(
      `${deleted}${p("One")}${p(`Two${note("footnote", "first")}${annotation}${note("endnote", "end")}${box}.`)}`,
    );
    expect(await blocksShown("draft.fodt", bytes)).toEqual([
      "paragraph: One",
      "paragraph: Two.",
      "paragraph in text box: In the box",
      "paragraph in footnote 1: first",
      "paragraph in endnote 1: end",
    ]);
    const { draft } = await readDocument("draft.fodt", bytes);
    const places = draft.blocks.slice(2).map(({ span }) => whereabouts(placeIn(draft, span)));
    expect(places).toEqual(["paragraph 2, text box", "paragraph 2, footnote 1", "paragraph 2, endnote 1"]);
  });

  test("has sections, but no table of contents", async () => {
    const listing = `<text:table-of-content><text:index-body>${p("Lune 3", "Contents_20_1")}</text:index-body></text:table-of-content>`;
    expect(await inOdt(`${listing}<text:section>${p("Lune")}</text:section>`)).toEqual(["paragraph: Lune"]);
  });
});
