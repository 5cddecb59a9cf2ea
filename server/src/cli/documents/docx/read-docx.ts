import type { Cell } from "../../../text/draft.ts";
import { DocumentWriter, type Role, type Written } from "../document-writer.ts";
import type { Package } from "../package.ts";
import { attribute, elementAt, elementsIn, type XmlElement } from "../xml.ts";
import { FieldStack } from "./fields.ts";
import { Numbering } from "./numbering.ts";
import { mainPart, type Part, relatedPart } from "./parts.ts";
import { type Anchor, alternative, RunReader } from "./runs.ts";
import { listOf, outlineLevel, readStyles, type Styles } from "./styles.ts";

/** A Word document as a text, and the part that its words are from. */
export interface Docx extends Written<Anchor> {
  readonly main: Part;
}

/** Where paragraphs stand. */
interface Around {
  readonly cell?: Cell;
  readonly aside?: Role["aside"];
  /** What a comment on these words goes around, where none may be among them. */
  readonly around?: XmlElement | undefined;
}

/**
 * Reads a Word document: what its reader sees of its text with all tracked changes accepted. Footnotes and endnotes come
 * after the text, text boxes after the paragraph that they hang on; headers, footers, comments and tables of contents do not
 * come at all. Throws a `DocumentTrouble` where it is none.
 */
export function readDocx(pack: Package): Docx {
  const main = mainPart(pack);
  const reader = new DocxReader(pack, main);
  return { ...reader.read(), main };
}

class DocxReader {
  readonly #writer = new DocumentWriter<Anchor>();
  readonly #runs: RunReader;
  readonly #pack: Package;
  readonly #main: Part;
  readonly #styles: Styles;
  readonly #numbering: Numbering;

  constructor(pack: Package, main: Part) {
    this.#pack = pack;
    this.#main = main;
    this.#styles = readStyles(pack, main.name);
    this.#numbering = new Numbering(pack, main.name);
    this.#runs = new RunReader(this.#writer, this.#styles, new FieldStack());
  }

  read(): Written<Anchor> {
    const body = elementAt(this.#main.root, "body");
    if (body !== undefined) this.#flow(body, {});
    for (const kind of ["footnote", "endnote"] as const) this.#notes(kind);
    return this.#writer.result();
  }

  /** The notes that the text refers to, by the number that the reader sees. */
  #notes(kind: "footnote" | "endnote"): void {
    const root = relatedPart(this.#pack, this.#main.name, `${kind}s`)?.root;
    if (root === undefined) return;
    const notes = new Map(elementsIn(root, kind).map((note) => [attribute(note, "id"), note]));
    const references = this.#runs.notes.filter((reference) => reference.kind === kind);
    for (const [i, { id, at, around }] of references.entries()) {
      const note = notes.get(id);
      if (note !== undefined) this.#flow(note, { aside: { name: `${kind} ${i + 1}`, at }, around });
    }
  }

  #flow(parent: XmlElement, around: Around): void {
    this.#blocks(parent, around);
    this.#close({ kind: "paragraph" }, around);
  }

  #blocks(parent: XmlElement, around: Around): void {
    for (const child of elementsIn(parent)) {
      if (child.name === "p") this.#paragraph(child, around);
      else if (child.name === "tbl") this.#table(child, around);
      else if (child.name === "sdt") this.#control(child, around);
      else if (child.name === "AlternateContent") this.#blocks(alternative(child), around);
      else if (/^(?:ins|moveTo|customXml|smartTag)$/.test(child.name)) this.#blocks(child, around);
    }
  }

  #control(control: XmlElement, around: Around): void {
    const gallery = elementAt(control, "sdtPr", "docPartObj", "docPartGallery");
    const content = elementAt(control, "sdtContent");
    const isListing = /^table of contents$/i.test(attribute(gallery, "val") ?? "");
    if (content !== undefined && !isListing) this.#blocks(content, around);
  }

  #paragraph(paragraph: XmlElement, around: Around): void {
    const properties = elementAt(paragraph, "pPr");
    const style = this.#styles.paragraph(attribute(elementAt(properties, "pStyle"), "val"));
    this.#runs.read(paragraph, { around: around.around, isCode: style.isCode, isMuted: style.isListing });
    const role = this.#roleOf(properties, style, around);
    const mark = elementAt(properties, "rPr");
    // Where the end of a paragraph is deleted, it goes on in the next one.
    if (elementAt(mark, "del") === undefined && elementAt(mark, "moveFrom") === undefined)
      this.#close(role, around);
  }

  #roleOf(
    properties: XmlElement | undefined,
    style: ReturnType<Styles["paragraph"]>,
    { cell }: Around,
  ): Role {
    const list = listOf(properties) ?? style.list;
    const number = list && this.#numbering.next(list);
    if (cell !== undefined) return { kind: "cell", cell, quoted: style.isQuotation };
    const level = outlineLevel(properties) ?? style.headingLevel ?? 0;
    if (level > 0) return { kind: "heading", level: Math.min(6, level), number };
    const isItem = list !== undefined && list.id !== "0";
    return { kind: isItem ? "item" : "paragraph", quoted: style.isQuotation };
  }

  /** Ends the open paragraph, which the text boxes in it follow. */
  #close(role: Role, { aside, around }: Around): void {
    this.#writer.close({ ...role, ...(aside && { aside }) });
    for (const { content, at, host } of this.#runs.takeBoxes())
      this.#flow(content, { aside: aside ?? { name: "text box", at }, around: around ?? host });
  }

  #table(table: XmlElement, around: Around): void {
    const rows = Array.from(inside(table, "tr")).filter((row) => elementAt(row, "trPr", "del") === undefined);
    const cells = rows.map((row) => [...inside(row, "tc")]);
    // A frame around some text is no table to its reader.
    if (cells.length === 1 && cells[0]!.length === 1) return this.#blocks(cells[0]![0]!, around);
    const index = this.#writer.table();
    for (const [row, inRow] of cells.entries()) {
      let column = Number(attribute(elementAt(rows[row], "trPr", "gridBefore"), "val") ?? 0);
      for (const cell of inRow) {
        this.#flow(cell, { ...around, cell: { table: index, row, column } });
        column += Math.max(1, Number(attribute(elementAt(cell, "tcPr", "gridSpan"), "val") ?? 1) || 1);
      }
    }
  }
}

/** The rows of a table, the cells of a row, in whatever they are wrapped. */
function* inside(parent: XmlElement, name: "tr" | "tc"): Generator<XmlElement> {
  for (const child of elementsIn(parent)) {
    if (child.name === name) yield child;
    else if (/^(?:sdt|sdtContent|ins|moveTo|customXml)$/.test(child.name)) yield* inside(child, name);
  }
}
