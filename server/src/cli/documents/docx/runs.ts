import { OPAQUE } from "../../../text/tokens.ts";
import type { DocumentWriter } from "../document-writer.ts";
import { attribute, elementAt, elementsIn, textOf, type XmlElement } from "../xml.ts";
import { type FieldStack, isListing } from "./fields.ts";
import type { Styles } from "./styles.ts";

/** Where words are from: the element with exactly these words, and the run that it is in. */
export interface Anchor {
  readonly run: XmlElement;
  readonly words: XmlElement;
  /** What a comment goes around, where it may not stand beside or in the run. */
  readonly around?: XmlElement | undefined;
}

/** A note that the text refers to. */
interface NoteReference {
  readonly kind: "footnote" | "endnote";
  readonly id: string | undefined;
  readonly at: number;
  readonly around: XmlElement;
}

interface TextBox {
  readonly content: XmlElement;
  readonly at: number;
  /** The run that it hangs on. */
  readonly host: XmlElement;
}

/** How the words of a paragraph are taken. */
interface Manner {
  readonly around: XmlElement | undefined;
  readonly isCode: boolean;
  /** Not read at all, though fields begin and end there. */
  readonly isMuted: boolean;
}

/** Reads what stands in paragraphs: the runs and whatever they are wrapped in. */
export class RunReader {
  readonly notes: NoteReference[] = [];
  #boxes: TextBox[] = [];
  readonly #writer: DocumentWriter<Anchor>;
  readonly #styles: Styles;
  readonly #fields: FieldStack;

  constructor(writer: DocumentWriter<Anchor>, styles: Styles, fields: FieldStack) {
    this.#writer = writer;
    this.#styles = styles;
    this.#fields = fields;
  }

  /** The text boxes that were met since they were last asked for. */
  takeBoxes(): readonly TextBox[] {
    const boxes = this.#boxes;
    this.#boxes = [];
    return boxes;
  }

  read(parent: XmlElement, manner: Manner): void {
    for (const child of elementsIn(parent)) {
      const { name } = child;
      if (name === "r") this.#run(child, manner);
      else if (WRAPPERS.test(name)) this.read(child, manner);
      else if (name === "fldSimple") {
        const isMuted = manner.isMuted || isListing(attribute(child, "instr") ?? "");
        this.read(child, { ...manner, isMuted });
      } else if (name === "sdt") this.#control(child, manner);
      else if (name === "AlternateContent") this.read(alternative(child), manner);
      else if (/^oMath(?:Para)?$/.test(name)) this.#formula(child, manner);
    }
  }

  /** A content control. What only shows what to fill in is no text; what is bound to data is not to be parted. */
  #control(control: XmlElement, manner: Manner): void {
    const properties = elementAt(control, "sdtPr");
    const content = elementAt(control, "sdtContent");
    if (content === undefined || isOn(elementAt(properties, "showingPlcHdr"))) return;
    const isWhole = BOUND.some((name) => elementAt(properties, name) !== undefined);
    this.read(content, isWhole ? { ...manner, around: manner.around ?? control } : manner);
  }

  #formula(formula: XmlElement, { around = formula, isMuted }: Manner): void {
    if (!isMuted && this.#fields.isShown)
      this.#writer.add(OPAQUE, { run: formula, words: formula, around }, false);
  }

  #run(run: XmlElement, manner: Manner): void {
    const properties = elementAt(run, "rPr");
    const isHidden = isOn(elementAt(properties, "vanish"));
    const isCode = manner.isCode || this.#styles.isCode(attribute(elementAt(properties, "rStyle"), "val"));
    this.#inRun(run, run, { ...manner, isCode, isMuted: manner.isMuted || isHidden });
  }

  #inRun(parent: XmlElement, run: XmlElement, manner: Manner): void {
    for (const child of elementsIn(parent)) {
      const { name } = child;
      const words = wordsOf(child);
      if (words !== undefined) this.#words(words, child, run, manner);
      else if (name === "fldChar") this.#field(attribute(child, "fldCharType"));
      else if (name === "instrText") this.#fields.code(textOf(child));
      else if (name === "footnoteReference" || name === "endnoteReference") this.#note(child, run, manner);
      else if (name === "AlternateContent") this.#inRun(alternative(child), run, manner);
      else if (name === "ruby") {
        const base = elementAt(child, "rubyBase");
        if (base !== undefined) this.read(base, { ...manner, around: manner.around ?? run });
      } else if (/^(?:drawing|pict|object)$/.test(name)) this.#drawing(child, run, manner);
    }
  }

  #words(words: string, child: XmlElement, run: XmlElement, manner: Manner): void {
    if (manner.isMuted || !this.#fields.isShown) return;
    const isProse = !manner.isCode && words !== OPAQUE;
    this.#writer.add(words, { run, words: child, around: manner.around }, isProse);
  }

  #field(type: string | undefined): void {
    if (type === "begin") this.#fields.begin();
    else if (type === "separate") this.#fields.separate();
    else if (type === "end") this.#fields.end();
  }

  #note(reference: XmlElement, run: XmlElement, { around, isMuted }: Manner): void {
    if (isMuted || !this.#fields.isShown) return;
    const kind = reference.name === "footnoteReference" ? "footnote" : "endnote";
    const id = attribute(reference, "id");
    this.notes.push({ kind, id, at: this.#writer.at, around: around ?? run });
  }

  #drawing(drawing: XmlElement, run: XmlElement, { isMuted, around }: Manner): void {
    if (isMuted) return;
    for (const content of boxesIn(drawing))
      this.#boxes.push({ content, at: this.#writer.at, host: around ?? run });
  }
}

/** What stands around runs and is nothing to the reader; what is deleted or moved away is not among them. */
const WRAPPERS = /^(?:hyperlink|ins|moveTo|smartTag|customXml|dir|bdo)$/;
/** Content controls that Word fills itself. */
const BOUND = ["dataBinding", "text", "date", "dropDownList", "comboBox"];

/** What a part of a run reads as; undefined for what is no text. */
function wordsOf(element: XmlElement): string | undefined {
  if (element.name !== "t") return SIGNS[element.name];
  const text = textOf(element);
  return attribute(element, "space") === "preserve" ? text : text.trim();
}

const SIGNS: Readonly<Record<string, string>> = {
  tab: "\t",
  ptab: "\t",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "\u2011",
  softHyphen: "\u00AD",
  sym: OPAQUE,
};

/** Of several forms of the same thing the first, which programs of today show. */
export function alternative(element: XmlElement): XmlElement {
  return elementAt(element, "Choice") ?? elementAt(element, "Fallback") ?? element;
}

/** The outermost text boxes of a drawing, each in one of its forms. */
function* boxesIn(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    if (child.name === "txbxContent") yield child;
    else yield* boxesIn(child.name === "AlternateContent" ? alternative(child) : child);
  }
}

/** Whether a property is there, and not there to be switched off. */
function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off)$/.test(attribute(element, "val") ?? "");
}
