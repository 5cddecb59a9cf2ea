import type { Cell } from "../../../text/draft.ts";
import { OPAQUE } from "../../../text/tokens.ts";
import { DocumentTrouble } from "../document-trouble.ts";
import { DocumentWriter, type Role, type Written } from "../document-writer.ts";
import type { Package } from "../package.ts";
import { attribute, elementAt, elementsIn, isElement, parseXml, type XmlElement } from "../xml.ts";
import { type OdtStyles, readOdtStyles } from "./styles.ts";

/**
 * Reads an OpenDocument text: what its reader sees with all tracked changes accepted. Notes come after the text, text boxes
 * after the paragraph that they hang on. Throws a {@link DocumentTrouble} where it is none.
 */
export function readOdt(pack: Package): Written<undefined> {
  const manifest = pack.text("META-INF/manifest.xml") ?? "";
  if (/<(?:\w+:)?encryption-data\b/.test(manifest)) throw new DocumentTrouble(LOCKED);
  const content = pack.text("content.xml");
  if (content === undefined) throw new DocumentTrouble(NO_TEXT);
  const styles = pack.text("styles.xml");
  return readFlat(parseXml(content), styles === undefined ? undefined : parseXml(styles));
}

/** The same of a document that is one file of XML (.fodt). */
export function readFlatOdt(text: string): Written<undefined> {
  return readFlat(parseXml(text), undefined);
}

const LOCKED = "it is protected by a password. Save a copy without one to have it checked.";
const NO_TEXT = "there is no OpenDocument text in it. Save it again as .odt, or leave it out.";

function readFlat(root: XmlElement, styles: XmlElement | undefined): Written<undefined> {
  const body = elementAt(root, "body", "text");
  if (body === undefined) throw new DocumentTrouble(NO_TEXT);
  return new OdtReader(readOdtStyles(root, styles)).read(body);
}

/** Where paragraphs stand. */
interface Around {
  readonly cell?: Cell;
  readonly aside?: Role["aside"];
  readonly isItem?: true;
}

/** What a paragraph has beside its words, to be read after it or after the whole text. */
interface Hanging {
  readonly content: XmlElement;
  readonly kind: "footnote" | "endnote" | "text box";
  readonly at: number;
}

class OdtReader {
  readonly #writer = new DocumentWriter<undefined>();
  readonly #styles: OdtStyles;
  readonly #notes: Hanging[] = [];
  #boxes: Hanging[] = [];
  /** White space at the head of a paragraph, and after other white space, is none. */
  #spaced = true;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  read(body: XmlElement): Written<undefined> {
    this.#blocks(body, {});
    for (const kind of ["footnote", "endnote"] as const)
      for (const [i, note] of this.#notes.filter((each) => each.kind === kind).entries())
        this.#blocks(note.content, { aside: { name: `${kind} ${i + 1}`, at: note.at } });
    return this.#writer.result();
  }

  #blocks(parent: XmlElement, around: Around): void {
    for (const child of elementsIn(parent)) {
      const { name } = child;
      if (name === "p" || name === "h") this.#paragraph(child, around);
      else if (name === "list") this.#list(child, around);
      else if (name === "table") this.#table(child, around);
      else if (name === "frame" || name === "text-box") this.#frame(child, 0, around);
      else if (SECTIONS.test(name)) this.#blocks(child, around);
    }
  }

  #list(list: XmlElement, around: Around): void {
    for (const item of elementsIn(list))
      if (/^list-(?:item|header)$/.test(item.name)) this.#blocks(item, { ...around, isItem: true });
  }

  #paragraph(paragraph: XmlElement, { cell, aside, isItem }: Around): void {
    const style = this.#styles.of(attribute(paragraph, "style-name"));
    this.#spaced = true;
    if (!style.isListing) this.#inline(paragraph, style.isCode);
    const level = paragraph.name === "h" ? Number(attribute(paragraph, "outline-level") ?? 1) : style.level;
    const quoted = style.isQuotation;
    const kept = aside && { aside };
    if (cell !== undefined) this.#writer.close({ kind: "cell", cell, quoted, ...kept });
    else if (level !== undefined)
      this.#writer.close({ kind: "heading", level: Math.max(1, Math.min(6, level)), ...kept });
    else this.#writer.close({ kind: isItem ? "item" : "paragraph", quoted, ...kept });
    const boxes = this.#boxes;
    this.#boxes = [];
    for (const { content, at } of boxes) this.#blocks(content, { aside: aside ?? { name: "text box", at } });
  }

  #inline(parent: XmlElement, isCode: boolean): void {
    for (const child of parent.children) {
      if (!isElement(child)) this.#words(child.text, isCode);
      else if (child.name === "s") this.#signs(" ".repeat(Math.min(99, Number(attribute(child, "c") ?? 1))));
      else if (child.name in SIGNS) this.#signs(SIGNS[child.name]!);
      else if (child.name === "note") this.#note(child);
      else if (child.name === "frame" || child.name === "g" || child.name === "text-box")
        this.#frame(child, this.#writer.at, undefined);
      else if (child.name === "ruby") this.#inline(elementAt(child, "ruby-base") ?? child, isCode);
      else if (!UNSEEN.test(child.name))
        this.#inline(child, isCode || this.#styles.of(attribute(child, "style-name")).isCode);
    }
  }

  #words(text: string, isCode: boolean): void {
    let words = text.replace(/[ \t\r\n]+/g, " ");
    if (this.#spaced) words = words.replace(/^ /, "");
    if (words === "") return;
    this.#spaced = words.endsWith(" ");
    this.#writer.add(words, undefined, !isCode);
  }

  #signs(signs: string): void {
    this.#spaced = false;
    this.#writer.add(signs, undefined, signs !== OPAQUE);
  }

  #note(note: XmlElement): void {
    const content = elementAt(note, "note-body");
    const kind = attribute(note, "note-class") === "endnote" ? "endnote" : "footnote";
    if (content !== undefined) this.#notes.push({ content, kind, at: this.#writer.at });
  }

  /** The text boxes in a frame: those beside a paragraph wait for its end, those between paragraphs do not. */
  #frame(frame: XmlElement, at: number, around: Around | undefined): void {
    const content = frame.name === "text-box" ? frame : elementAt(frame, "text-box");
    if (content === undefined) {
      for (const child of elementsIn(frame)) if (child.name !== "object") this.#frame(child, at, around);
    } else if (around === undefined) this.#boxes.push({ content, kind: "text box", at });
    else this.#blocks(content, around);
  }

  #table(table: XmlElement, around: Around): void {
    const rows = [...rowsOf(table)];
    const only = rows.length === 1 ? elementsIn(rows[0]!) : [];
    // A frame around some text is no table to its reader.
    if (only.length === 1) return this.#blocks(only[0]!, around);
    const index = this.#writer.table();
    let row = 0;
    for (const each of rows) {
      let column = 0;
      for (const cell of elementsIn(each)) {
        if (cell.name === "table-cell")
          this.#blocks(cell, { ...around, cell: { table: index, row, column } });
        column += repeated(cell, "number-columns-repeated");
      }
      row += repeated(each, "number-rows-repeated");
    }
  }
}

/** What only gathers paragraphs. The bodies of indexes are not among them: they repeat what stands elsewhere. */
const SECTIONS = /^(?:section|bibliography|index-body|numbered-paragraph|soft-page-break)$/;
/** What stands in a paragraph, but not in its text. */
const UNSEEN =
  /^(?:annotation|annotation-end|tracked-changes|change|change-start|change-end|bookmark|bookmark-start|bookmark-end|reference-mark|reference-mark-start|reference-mark-end|ruby-text|hidden-text|hidden-paragraph|script|toc-mark|alphabetical-index-mark|note-citation|image|object|desc|title|forms|control|custom-shape)$/;
const SIGNS: Readonly<Record<string, string>> = { tab: "\t", "line-break": "\n" };

function* rowsOf(table: XmlElement): Generator<XmlElement> {
  for (const child of elementsIn(table)) {
    if (child.name === "table-row") yield child;
    else if (/^table-(?:header-rows|rows|row-group)$/.test(child.name)) yield* rowsOf(child);
  }
}

function repeated(element: XmlElement, name: string): number {
  return Math.max(1, Number(attribute(element, name) ?? 1) || 1);
}
