import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Packer,
  Paragraph,
  TextRun,
} from "docx";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { commented } from "../../../server/src/cli/documents/comments/commented.ts";
import { readDocument } from "../../../server/src/cli/documents/read-document.ts";
import {
  attribute,
  elementsBelow,
  elementsIn,
  isElement,
  parseXml,
  textOf,
  type XmlElement,
} from "../../../server/src/cli/documents/xml.ts";
import { converted, hasOffice } from "./office.ts";
import { type Parts, p, r, wordPackage } from "./word-package.ts";

const NOON = new Date(2025, 9, 19, 12);

/** A copy with a comment at the first place of each of some words, that says them again. */
async function copyOf(bytes: Uint8Array, ...words: readonly string[]): Promise<Uint8Array> {
  const { draft, docx } = await readDocument("draft.docx", bytes);
  const comments = words.map((each) => {
    const start = draft.text.indexOf(each);
    expect(start, each).toBeGreaterThanOrEqual(0);
    return { span: { start, end: start + each.length }, paragraphs: [`On: ${each}`, "Source: “a & b”"] };
  });
  return commented(bytes, docx!, comments, NOON);
}

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

/** The words between the marks of each comment, in the order of their numbers, and what it says in its first paragraph. */
function commentsIn(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const comments = new Map(
    elementsIn(parseXml(parts["word/comments.xml"]!), "comment").map((comment) => [
      attribute(comment, "id")!,
      textOf(elementsIn(comment, "p")[0]!),
    ]),
  );
  const open = new Map<string, string>();
  const closed = new Map<string, string>();
  const walk = (element: XmlElement) => {
    for (const child of elementsIn(element)) {
      const id = attribute(child, "id")!;
      if (child.name === "commentRangeStart") open.set(id, "");
      else if (child.name === "commentRangeEnd") closed.set(id, open.get(id)!);
      else if (child.name === "t")
        for (const [each, words] of open) if (!closed.has(each)) open.set(each, words + textOf(child));
      if (child.name === "commentReference") expect(closed.has(id)).toBe(true);
      walk(child);
    }
  };
  walk(parseXml(parts["word/document.xml"]!));
  expect([...closed.keys()].sort()).toEqual([...comments.keys()].sort());
  return [...closed].map(([id, words]) => `${words} ← ${comments.get(id)}`).sort();
}

describe("the comments on a Word document", () => {
  test("are around the very words, also amid and across runs", async () => {
    const bold = "<w:rPr><w:b/></w:rPr>";
    const bytes = wordPackage(p(r("The Accord of 3 M", bold), "ay", " 2019 &amp; more") + p("Next"));
    const copy = await copyOf(bytes, "Accord", "3 May 2019", "& mo", "Next");
    expect(commentsIn(copy)).toEqual([
      "& mo ← On: & mo",
      "3 May 2019 ← On: 3 May 2019",
      "Accord ← On: Accord",
      "Next ← On: Next",
    ]);
    const main = partsOf(copy)["word/document.xml"]!;
    expect(main.match(/<w:b\/>/g)).toHaveLength(4);
    expect((await readDocument("draft.docx", copy)).draft.text).toBe(
      "The Accord of 3 May 2019 & more\n\nNext",
    );
  });

  test("say who speaks, and when", async () => {
    const part = partsOf(await copyOf(wordPackage(p("Lune")), "Lune"))["word/comments.xml"]!;
    const [comment] = elementsIn(parseXml(part), "comment");
    expect(attribute(comment, "author")).toBe("Aide-Mémoire");
    expect(attribute(comment, "date")).toBe("2025-10-19T12:00:00Z");
    expect(elementsIn(comment!, "p").map(textOf)).toEqual(["On: Lune", "Source: “a & b”"]);
  });

  test("may overlap, and begin where another ends", async () => {
    const copy = await copyOf(
      wordPackage(p("one two three")),
      "one two",
      "two three",
      "one",
      " two",
      "three",
    );
    expect(commentsIn(copy)).toEqual(
      [
        " two ← On:  two",
        "one two ← On: one two",
        "one ← On: one",
        "three ← On: three",
        "two three ← On: two three",
      ].map((line) => line.replace("On:  two", "On: two")),
    );
  });

  test("leave every other part as it was, and but add to those that they touch", async () => {
    const bytes = wordPackage(p("The Accord"), { styles: `<w:style w:styleId="A"/>` });
    const [before, after] = [partsOf(bytes), partsOf(await copyOf(bytes, "Accord"))];
    for (const [name, text] of Object.entries(before)) {
      if (!/document\.xml|Content_Types/.test(name)) expect(after[name]).toBe(text);
      else expect(isThinnedOut(after[name]!, text)).toBe(true);
    }
    expect(await copyOf(bytes)).toBe(bytes);
  });

  test("come to those that are there, and take none of their numbers", async () => {
    const document = new Document({
      comments: { children: [{ id: 4, author: "Ada", children: [new Paragraph("Sure?")] }] },
      sections: [
        {
          children: [
            new Paragraph({
              children: [
                new CommentRangeStart(4),
                new TextRun("The Accord"),
                new CommentRangeEnd(4),
                new TextRun({ children: [new CommentReference(4)] }),
              ],
            }),
          ],
        },
      ],
    });
    const bytes = new Uint8Array(await Packer.toBuffer(document));
    expect(commentsIn(await copyOf(bytes, "Accord"))).toEqual(["Accord ← On: Accord", "The Accord ← Sure?"]);
    const twice = await copyOf(await copyOf(bytes, "Accord"), "The");
    expect(commentsIn(twice)).toHaveLength(3);
    const empty = wordPackage(p("Lune"), { comments: "" });
    expect(commentsIn(await copyOf(empty, "Lune"))).toEqual(["Lune ← On: Lune"]);
  });

  test("are looked after by the styles that a document has for them", async () => {
    const styles =
      `<w:style w:styleId="Kommentarzeichen"><w:name w:val="annotation reference"/></w:style>` +
      `<w:style w:styleId="Kommentartext"><w:name w:val="annotation text"/></w:style>`;
    const parts = partsOf(await copyOf(wordPackage(p("Lune"), { styles }), "Lune"));
    expect(parts["word/document.xml"]).toContain(`<w:rStyle w:val="Kommentarzeichen"/>`);
    expect(parts["word/comments.xml"]).toContain(`<w:pStyle w:val="Kommentartext"/>`);
  });

  test("are of the edition and with the prefix of the document", async () => {
    const bytes = wordPackage(p("The Accord"), {}, { strict: true, prefix: "x" });
    const copy = await copyOf(bytes, "Accord");
    expect(commentsIn(copy)).toEqual(["Accord ← On: Accord"]);
    const parts = partsOf(copy);
    expect(parts["word/document.xml"]).toContain("<x:commentRangeStart x:id=");
    expect(parts["word/_rels/document.xml.rels"]).toContain(
      "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    );
  });

  test("on what stands in footnotes and text boxes are where these hang", async () => {
    const footnotes = `<w:footnote w:id="1">${p("In the note")}</w:footnote>`;
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${p("In the box")}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const reference = `<w:r><w:footnoteReference w:id="1"/></w:r>`;
    const bytes = wordPackage(p("Text", reference, ".") + p("Box", box), { footnotes });
    const copy = await copyOf(bytes, "note", "box");
    expect(commentsIn(copy)).toEqual(["In the box ← On: box", " ← On: note"].sort());
    expect(partsOf(copy)["word/document.xml"]).toMatch(
      /<w:commentRangeStart w:id="0"\/><w:r><w:footnoteReference w:id="1"\/><\/w:r><w:commentRangeEnd w:id="0"\/>/,
    );
    expect(partsOf(copy)["word/footnotes.xml"]).toBe(partsOf(bytes)["word/footnotes.xml"]);
  });

  test("stand in tables, links and insertions, and around what Word fills itself", async () => {
    const link = `<w:hyperlink w:anchor="a">${r("3 May")}</w:hyperlink>`;
    const inserted = `<w:ins w:id="9" w:author="A">${r(" 2019")}</w:ins>`;
    const bound = `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${r("Lune Accord")}</w:sdtContent></w:sdt>`;
    const cell = (text: string) => `<w:tc><w:tcPr/>${p(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell("Year")}${cell("In 2020")}</w:tr></w:tbl>`;
    const copy = await copyOf(
      wordPackage(p("On ", link, inserted, bound) + table),
      "May 20",
      "Accord",
      "2020",
    );
    expect(commentsIn(copy)).toEqual(["2020 ← On: 2020", "Lune Accord ← On: Accord", "May 20 ← On: May 20"]);
  });

  test("are at the words whatever the runs are", async () => {
    const word = fc.string({
      unit: fc.constantFrom("a", "b", " ", "é", "&amp;", "😀", "&#128512;"),
      minLength: 1,
      maxLength: 6,
    });
    const child = fc.oneof(
      { weight: 4, arbitrary: word.map((text) => `<w:t xml:space="preserve">${text}</w:t>`) },
      fc.constantFrom("<w:tab/>", "<w:br/>", "<w:lastRenderedPageBreak/>", "<w:delText>gone</w:delText>"),
    );
    const run = fc
      .tuple(fc.constantFrom("", "<w:rPr/>", "<w:rPr><w:i/></w:rPr>"), fc.array(child, { maxLength: 4 }))
      .map(([look, children]) => `<w:r w:rsidR="00AB">${look}${children.join("")}</w:r>`);
    const wrapped = fc.oneof(
      { weight: 3, arbitrary: run },
      run.map((each) => `<w:ins w:id="1">${each}</w:ins>`),
      run.map((each) => `<w:hyperlink>${each}</w:hyperlink>`),
    );
    const body = fc.array(fc.array(wrapped, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.array(fc.tuple(fc.nat(), fc.nat(12)), { maxLength: 4 }),
        async (made, places) => {
          const bytes = wordPackage(made.map((runs) => `<w:p>${runs.join("")}</w:p>`).join(""));
          const { draft, docx } = await readDocument("draft.docx", bytes);
          const spans = draft.blocks.flatMap(({ span }) =>
            places.flatMap(([at, length]) => {
              const start = wholeAt(draft.text, span.start + (at % (span.end - span.start)));
              const end = wholeAt(draft.text, Math.min(span.end, start + 1 + length));
              return end > start ? [{ start, end }] : [];
            }),
          );
          const comments = spans.map((span) => {
            return {
              span,
              paragraphs: [JSON.stringify(draft.text.slice(span.start, span.end).replace(/[\n\t]/g, ""))],
            };
          });
          const copy = commented(bytes, docx!, comments, NOON);
          if (comments.length > 0)
            for (const line of commentsIn(copy)) {
              const [words, told] = line.split(" ← ");
              expect(words!.replace(/\s+/g, " ")).toBe(JSON.parse(told!.replace(/\s+/g, " ")));
            }
          const again = await readDocument("draft.docx", copy);
          expect(again.draft.text).toBe(draft.text);
          expect(isThinnedOut(partsOf(copy)["word/document.xml"]!, docx!.main.text)).toBe(true);
        },
      ),
    );
  });
});

describe.skipIf(!hasOffice)("LibreOffice", { timeout: 300_000 }, () => {
  const footnotes = `<w:footnote w:id="1">${p("In the note")}</w:footnote>`;
  const reference = `<w:r><w:footnoteReference w:id="1"/></w:r>`;
  const cell = (text: string) => `<w:tc><w:tcPr/>${p(text)}</w:tc>`;
  const table = `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${cell("Year")}${cell("In 2020")}</w:tr></w:tbl>`;
  const body =
    p("The Acc", r("ord of 3 M", "<w:rPr><w:b/></w:rPr>"), "ay 2019", reference, " held.") + table + p("End");
  const words = ["Accord", "3 May 2019", "2020", "note", "End"];

  test("shows the comments at their words, and keeps them", async () => {
    const editions: { parts: Parts; strict: boolean }[] = [
      { parts: { footnotes }, strict: false },
      { parts: { footnotes, comments: "" }, strict: false },
      { parts: { footnotes }, strict: true },
    ];
    const copies = await Promise.all(
      editions.map(({ parts, strict }) => copyOf(wordPackage(body, parts, { strict }), ...words)),
    );
    const shown = [
      "3 May 2019 ← On: 3 May 2019",
      "2020 ← On: 2020",
      "Accord ← On: Accord",
      "End ← On: End",
      "  ← On: note",
    ].map((line) => line.trim());
    for (const opened of converted(copies, "docx", "fodt"))
      expect(annotationsIn(opened)).toEqual(shown.sort());
    for (const saved of converted(copies, "docx", "docx"))
      expect(
        commentsIn(saved)
          .map((line) => line.trim())
          .sort(),
      ).toEqual(shown.sort());
  });
});

/** The words that LibreOffice shows each comment at. */
function annotationsIn(document: Uint8Array): string[] {
  const open = new Map<string, string>();
  const told = new Map<string, string>();
  const walk = (element: XmlElement) => {
    for (const child of element.children) {
      if (!isElement(child)) {
        for (const [name, words] of open) open.set(name, words + child.text);
        continue;
      }
      const name = attribute(child, "name")!;
      if (child.name === "annotation") {
        expect(textOf([...elementsBelow(child, "creator")][0]!)).toBe("Aide-Mémoire");
        told.set(name, textOf(elementsIn(child, "p")[0]!));
        open.set(name, "");
      } else if (child.name === "annotation-end") {
        told.set(name, `${open.get(name)} ← ${told.get(name)}`);
        open.delete(name);
      } else if (child.name !== "note") walk(child);
    }
  };
  walk(parseXml(strFromU8(document)));
  return [...told.values()].map((line) => line.trim()).sort();
}

/** An offset that parts no pair of surrogates. */
function wholeAt(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text[offset] ?? "") ? offset - 1 : offset;
}

/** Whether a text is another one with something taken out. */
function isThinnedOut(text: string, thinned: string): boolean {
  let at = 0;
  for (const c of thinned) {
    at = text.indexOf(c, at) + c.length;
    if (at < c.length) return false;
  }
  return true;
}
