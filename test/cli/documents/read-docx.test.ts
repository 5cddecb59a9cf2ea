import { Document, Footer, Header, HeadingLevel, Packer, Paragraph, TableOfContents, TextRun } from "docx";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../../server/src/cli/documents/read-document.ts";
import { placeIn, whereabouts } from "../../../server/src/text/place.ts";
import { blocksShown } from "./blocks-shown.ts";
import { type Parts, p, r, wordPackage } from "./word-package.ts";

const blocksOf = (bytes: Uint8Array) => blocksShown("draft.docx", bytes);

const inWord = (body: string, parts?: Parts) => blocksOf(wordPackage(body, parts));

const style = (id: string, name: string, more = "") =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const styled = (id: string, text: string) => p(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`, text);

describe("paragraphs", () => {
  test("of runs are read as one", async () => {
    expect(await inWord(p("The acc", "ord of ", "3 May"))).toEqual(["paragraph: The accord of 3 May"]);
  });

  test("that are empty are none, and white space at their ends is none", async () => {
    expect(await inWord(p() + p("  ") + p(" Lune "))).toEqual(["paragraph: Lune"]);
  });

  test("have tabs, breaks, hyphens and entities", async () => {
    const run = `<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c &amp; d&#233;</w:t><w:softHyphen/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>`;
    expect(await inWord(p(run))).toEqual(["paragraph: a\tb\nc & dé\u00AD\u2011…"]);
  });

  test("have text without what was deleted or moved away, and with what was inserted", async () => {
    const body = p(
      "On ",
      `<w:del w:id="1"><w:r><w:delText>4</w:delText></w:r></w:del>`,
      `<w:ins w:id="2">${r("3")}</w:ins>`,
      `<w:moveFrom w:id="3">${r(" June")}</w:moveFrom>`,
      `<w:moveTo w:id="4">${r(" May")}</w:moveTo>`,
    );
    expect(await inWord(body)).toEqual(["paragraph: On 3 May"]);
  });

  test("go on where the end of one is deleted", async () => {
    const first = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r("The accord ")}</w:p>`;
    expect(await inWord(first + p("of 3 May") + p("Then"))).toEqual([
      "paragraph: The accord of 3 May",
      "paragraph: Then",
    ]);
  });

  test("have the results of fields, not their codes", async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const nested = [mark("begin"), code(" IF "), mark("begin"), code(" PAGE "), mark("separate"), r("7")];
    const rest = [mark("end"), mark("separate"), r("seven"), mark("end")];
    expect(await inWord(p("Page ", ...nested, ...rest, "."))).toEqual(["paragraph: Page seven."]);
    const simple = `<w:fldSimple w:instr=" REF x ">${r("Table 2")}</w:fldSimple>`;
    expect(await inWord(p("See ", simple))).toEqual(["paragraph: See Table 2"]);
  });

  test("have the words of links and content controls, not what only shows how to fill them in", async () => {
    const control = (properties: string, text: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${r(text)}</w:sdtContent></w:sdt>`;
    const link = `<w:hyperlink w:anchor="a">${r("Lune")}</w:hyperlink>`;
    const body = p(link, control("<w:text/>", " Accord"), control("<w:showingPlcHdr/>", "Click here"));
    expect(await inWord(body)).toEqual(["paragraph: Lune Accord"]);
  });

  test("have no addresses, code or hidden words among their prose", async () => {
    const styles = `<w:style w:type="character" w:styleId="V"><w:name w:val="Verbatim Char"/></w:style>${style("C", "HTML Preformatted")}`;
    const code = r("x = 3 May", `<w:rPr><w:rStyle w:val="V"/></w:rPr>`);
    const hidden = r("4 May", "<w:rPr><w:vanish/></w:rPr>");
    const body = p("See https://lune.example/3 and ", code, hidden, ".") + styled("C", "let y = 4 May");
    expect(await inWord(body, { styles })).toEqual(["paragraph: See … and …."]);
  });

  test("in which the comments of others are, have nothing of these", async () => {
    const body = p(`<w:commentRangeStart w:id="0"/>`, "Lune", `<w:commentRangeEnd w:id="0"/>`);
    const comments = `<w:comment w:id="0" w:author="A">${p("Really?")}</w:comment>`;
    expect(await inWord(body, { comments })).toEqual(["paragraph: Lune"]);
  });
});

describe("headings", () => {
  test("are told by the names of their styles, in Word of any language", async () => {
    const styles = style("berschrift1", "heading 1") + style("Titre2", "heading 2") + style("Titel", "Title");
    const body = styled("Titel", "A") + styled("berschrift1", "B") + styled("Titre2", "C");
    expect(await inWord(body, { styles })).toEqual(["heading 1: A", "heading 1: B", "heading 2: C"]);
  });

  test("are told by the styles that theirs rests on, or by their level in the outline", async () => {
    const styles =
      style("H2", "heading 2", `<w:pPr><w:outlineLvl w:val="1"/></w:pPr>`) +
      style("House", "House Heading", `<w:basedOn w:val="H2"/>`) +
      style("Loop", "Loop", `<w:basedOn w:val="Loop"/>`) +
      style("Plain", "Run-in", `<w:basedOn w:val="H2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>`);
    const direct = p(`<w:pPr><w:outlineLvl w:val="2"/></w:pPr>`, "B");
    const body = styled("House", "A") + direct + styled("Plain", "C") + styled("Loop", "D");
    const read = ["heading 2: A", "heading 3: B", "paragraph: C", "paragraph: D"];
    expect(await inWord(body, { styles })).toEqual(read);
  });

  test("have the numbers that Word writes before them", async () => {
    const level = (i: number, text: string, format = "decimal") =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="7">${level(0, "%1.")}${level(1, "%1.%2")}${level(2, "(%3)", "lowerRoman")}</w:abstractNum>` +
      `<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;
    const numbered = (i: number) =>
      `<w:pPr><w:numPr><w:ilvl w:val="${i}"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
    const styles = [0, 1, 2].map((i) => style(`H${i + 1}`, `heading ${i + 1}`, numbered(i))).join("");
    const body = ["H1", "H1", "H2", "H2", "H3", "H3", "H1", "H2"].map((id) => styled(id, id)).join("");
    expect(await inWord(body, { styles, numbering })).toEqual([
      "heading 1 no. 1: H1",
      "heading 1 no. 2: H1",
      "heading 2 no. 2.1: H2",
      "heading 2 no. 2.2: H2",
      "heading 3 no. (i): H3",
      "heading 3 no. (ii): H3",
      "heading 1 no. 3: H1",
      "heading 2 no. 3.1: H2",
    ]);
  });
});

describe("other parts", () => {
  test("items, and those that are none any more", async () => {
    const list = (id: number) =>
      `<w:pPr><w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`;
    const styles = style("L", "List Bullet", `<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>`);
    const body = p(list(1), "A") + styled("L", "B") + p(list(0), "C");
    expect(await inWord(body, { styles })).toEqual(["item: A", "item: B", "paragraph: C"]);
  });

  test("quotations", async () => {
    const styles = style("Q", "Intense Quote") + style("House", "Our quotes", `<w:basedOn w:val="Q"/>`);
    expect(await inWord(styled("House", "A"), { styles })).toEqual(["paragraph quoted: A"]);
  });

  test("tables, with cells that span columns, and frames of one cell, which are none", async () => {
    const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell("gone")}${cell("gone")}</w:tr>`;
    const wide = cell("both", `<w:gridSpan w:val="2"/>`);
    const table = `<w:tbl>${row(cell("Year"), cell("Men"), cell("Ships"))}${deleted}${row(wide, cell("3"))}</w:tbl>`;
    const frame = `<w:tbl>${row(cell("Box"))}</w:tbl>`;
    expect(await inWord(table + frame)).toEqual([
      "cell 0/0/0: Year",
      "cell 0/0/1: Men",
      "cell 0/0/2: Ships",
      "cell 0/1/0: both",
      "cell 0/1/2: 3",
      "paragraph: Box",
    ]);
  });

  test("notes that the text refers to, after it, and where they hang", async () => {
    const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, text: string) =>
      `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>`, ` ${text}`)}</w:${kind}>`;
    const separator = `<w:footnote w:type="separator" w:id="-1">${p("---")}</w:footnote>`;
    const bytes = wordPackage(
      p("One") +
        p("Two", reference("footnote", 5), reference("endnote", 1)) +
        p("Three", reference("footnote", 2)),
      {
        footnotes:
          separator +
          note("footnote", 2, "second") +
          note("footnote", 5, "first") +
          note("footnote", 9, "lost"),
        endnotes: note("endnote", 1, "end"),
      },
    );
    expect(await blocksOf(bytes)).toEqual([
      "paragraph: One",
      "paragraph: Two",
      "paragraph: Three",
      "paragraph in footnote 1: first",
      "paragraph in footnote 2: second",
      "paragraph in endnote 1: end",
    ]);
    const { draft } = await readDocument("draft.docx", bytes);
    expect(draft.blocks.map(({ span }) => whereabouts(placeIn(draft, span)))).toEqual([
      "paragraph 1",
      "paragraph 2",
      "paragraph 3",
      "paragraph 2, footnote 1",
      "paragraph 3, footnote 2",
      "paragraph 2, endnote 1",
    ]);
  });

  test("text boxes, each once though it is written in two ways", async () => {
    const box = `<w:txbxContent>${p("In the box")}</w:txbxContent>`;
    const drawing =
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await inWord(p("Before ", drawing, "after") + p("Next"))).toEqual([
      "paragraph: Before after",
      "paragraph in text box: In the box",
      "paragraph: Next",
    ]);
  });

  test("no tables of contents, headers or footers", async () => {
    const document = new Document({
      features: { updateFields: false },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph("Head")] }) },
          footers: { default: new Footer({ children: [new Paragraph("Foot")] }) },
          children: [
            new TableOfContents("Contents", { hyperlink: true, headingStyleRange: "1-3" }),
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun("Lune")] }),
          ],
        },
      ],
    });
    expect(await blocksOf(new Uint8Array(await Packer.toBuffer(document)))).toEqual(["heading 1: Lune"]);
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = `<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>`;
    const listing = p(mark("begin"), code, mark("separate"), "Lune 3") + p("Harl 4") + p(mark("end"));
    expect(await inWord(listing + p("Text"))).toEqual(["paragraph: Text"]);
  });

  test("of the strict edition, and with any prefix", async () => {
    const bytes = wordPackage(p("Lune"), {}, { strict: true, prefix: "x" });
    expect(await blocksOf(bytes)).toEqual(["paragraph: Lune"]);
  });
});
