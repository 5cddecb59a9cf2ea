import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import type { FootnoteDefinition, Nodes, Parents, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

type Writable = { -readonly [K in keyof IParagraphOptions]: IParagraphOptions[K] };

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

/** A Word document with the text of some Markdown, as one would write it in Word. */
export async function wordOf(markdown: string): Promise<Uint8Array> {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const writer = new WordWriter(tree.children);
  const level = { level: 0, format: LevelFormat.DECIMAL, text: "%1.", start: 1 };
  const document = new Document({
    numbering: { config: [{ reference: "numbers", levels: [level] }] },
    styles: {
      paragraphStyles: [
        { id: "Zitat", name: "Quote", basedOn: "Normal" },
        { id: "Quelltext", name: "Source Code", basedOn: "Normal" },
      ],
      characterStyles: [{ id: "Code", name: "Verbatim Char" }],
    },
    footnotes: writer.footnotes(),
    sections: [{ children: writer.blocks(tree.children, {}) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

class WordWriter {
  readonly #notes: readonly FootnoteDefinition[];

  constructor(nodes: readonly RootContent[]) {
    this.#notes = nodes.filter((node) => node.type === "footnoteDefinition");
  }

  footnotes() {
    const notes = this.#notes.map(({ children }, i) => {
      return [i + 1, { children: this.blocks(children, {}) as Paragraph[] }] as const;
    });
    return Object.fromEntries(notes);
  }

  blocks(nodes: readonly RootContent[], how: Writable): (Paragraph | Table)[] {
    return nodes.flatMap((node): (Paragraph | Table)[] => {
      switch (node.type) {
        case "heading":
          return [this.#paragraph(node, { ...how, heading: LEVELS[node.depth - 1]! })];
        case "paragraph":
          return [this.#paragraph(node, how)];
        case "blockquote":
          return this.blocks(node.children, { ...how, style: "Zitat" });
        case "code":
          return node.value
            .split("\n")
            .map((line) => new Paragraph({ style: "Quelltext", children: [new TextRun(line)] }));
        case "list": {
          const mark: Writable = node.ordered
            ? { numbering: { reference: "numbers", level: 0 } }
            : { bullet: { level: 0 } };
          return node.children.flatMap((item) => this.blocks(item.children, { ...how, ...mark }));
        }
        case "table":
          return [
            new Table({
              rows: node.children.map(
                (row) =>
                  new TableRow({
                    children: row.children.map(
                      (cell) => new TableCell({ children: [this.#paragraph(cell, {})] }),
                    ),
                  }),
              ),
            }),
          ];
        default:
          return [];
      }
    });
  }

  #paragraph(node: Parents, how: Writable): Paragraph {
    return new Paragraph({ ...how, children: this.#inline(node.children as PhrasingContent[], {}) });
  }

  #inline(nodes: readonly PhrasingContent[], look: { bold?: true; italics?: true }): ParagraphChild[] {
    return nodes.flatMap((node: Nodes): ParagraphChild[] => {
      switch (node.type) {
        case "text":
          // In several runs, as Word leaves them behind wherever somebody has written.
          return (node.value.replace(/\s+/g, " ").match(/.{1,13}/gu) ?? []).map(
            (text) => new TextRun({ ...look, text }),
          );
        case "strong":
          return this.#inline(node.children, { ...look, bold: true });
        case "emphasis":
          return this.#inline(node.children, { ...look, italics: true });
        case "inlineCode":
          return [new TextRun({ text: node.value, style: "Code" })];
        case "break":
          return [new TextRun({ break: 1 })];
        case "link":
          return [new ExternalHyperlink({ link: node.url, children: this.#inline(node.children, look) })];
        case "delete":
        case "linkReference":
          return this.#inline(node.children, look);
        case "footnoteReference": {
          const at = this.#notes.findIndex(({ identifier }) => identifier === node.identifier);
          return at < 0 ? [] : [new FootnoteReferenceRun(at + 1)];
        }
        default:
          return [];
      }
    });
  }
}
