import type { Package } from "../package.ts";
import { attribute, elementAt, elementsIn, type XmlElement } from "../xml.ts";
import { relatedPart } from "./parts.ts";

/** What a paragraph's style says of it, its own and those that it rests on. */
export interface ParagraphStyle {
  /** From 1. */
  readonly headingLevel?: number;
  readonly isQuotation: boolean;
  readonly isCode: boolean;
  /** A line of a table of contents. */
  readonly isListing: boolean;
  /** The list that it makes items of, and how deep. */
  readonly list?: { readonly id: string; readonly level: number };
}

export interface Styles {
  paragraph(id: string | undefined): ParagraphStyle;
  isCode(characterStyle: string | undefined): boolean;
  /** The id of a style by the name that it has in every language. */
  idOf(name: string): string | undefined;
}

/**
 * The styles of a document. What a style is is told by its outline level or by its name, which Word keeps in English
 * whatever its own language; what the style says not, the one that it is based on says.
 */
export function readStyles(pack: Package, main: string): Styles {
  const root = relatedPart(pack, main, "styles")?.root;
  const styles = new Map<string, XmlElement>();
  const ids = new Map<string, string>();
  let usual: string | undefined;
  for (const style of root === undefined ? [] : elementsIn(root, "style")) {
    const id = attribute(style, "styleId");
    if (id === undefined) continue;
    styles.set(id, style);
    ids.set(nameOf(style), id);
    const isDefault = /^(?:1|true|on)$/.test(attribute(style, "default") ?? "");
    if (isDefault && attribute(style, "type") === "paragraph") usual = id;
  }
  const known = new Map<string | undefined, ParagraphStyle>();
  return {
    paragraph(id) {
      const style = known.get(id) ?? paragraphStyle(chain(id ?? usual, styles));
      known.set(id, style);
      return style;
    },
    isCode: (id) => chain(id, styles).some(({ name }) => CODE.test(name)),
    idOf: (name) => ids.get(name),
  };
}

const QUOTATION = /^(?:intense )?quote$|^(?:block )?quotations?$|^block ?(?:text|quote)$/;
const CODE =
  /^(?:html (?:preformatted|code|sample|keyboard|typewriter)|preformatted text|source (?:code|text)|verbatim(?: char)?|code|plain code)$/;
const LISTING = /^(?:toc|contents) \d|^(?:toc heading|table of figures|table of authorities)$/;

function paragraphStyle(styles: readonly Link[]): ParagraphStyle {
  const headingLevel = first(styles, headingLevelOf);
  const list = first(styles, ({ style }) => listOf(elementAt(style, "pPr")));
  return {
    ...(headingLevel !== undefined && headingLevel > 0 && { headingLevel }),
    isQuotation: styles.some(({ name }) => QUOTATION.test(name)),
    isCode: styles.some(({ name }) => CODE.test(name)),
    isListing: styles.some(({ name }) => LISTING.test(name)),
    ...(list && { list }),
  };
}

/** The list that a paragraph's properties put it in; of the number 0, that it is in none. */
export function listOf(properties: XmlElement | undefined): ParagraphStyle["list"] {
  const numbering = elementAt(properties, "numPr");
  if (numbering === undefined) return undefined;
  const id = attribute(elementAt(numbering, "numId"), "val");
  const level = Number(attribute(elementAt(numbering, "ilvl"), "val") ?? 0);
  return id === undefined ? undefined : { id, level };
}

/** From 1; 0 where the properties say that it is none, undefined where they say nothing. */
export function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const level = attribute(elementAt(properties, "outlineLvl"), "val");
  if (level === undefined) return undefined;
  return Number(level) < 9 ? Number(level) + 1 : 0;
}

interface Link {
  readonly name: string;
  readonly style: XmlElement;
}

function headingLevelOf({ name, style }: Link): number | undefined {
  const level = outlineLevel(elementAt(style, "pPr"));
  if (level !== undefined) return level;
  if (name === "title") return 1;
  const [, named] = /^heading (\d)$/.exec(name) ?? [];
  return named === undefined ? undefined : Number(named);
}

/** A style and those that it rests on, the nearest first. */
function chain(id: string | undefined, styles: ReadonlyMap<string, XmlElement>): Link[] {
  const links: Link[] = [];
  let style = id === undefined ? undefined : styles.get(id);
  while (style !== undefined && links.length < 20) {
    links.push({ name: nameOf(style), style });
    style = styles.get(attribute(elementAt(style, "basedOn"), "val") ?? "");
  }
  return links;
}

function nameOf(style: XmlElement): string {
  return (attribute(elementAt(style, "name"), "val") ?? "").toLowerCase();
}

function first<T, R>(things: readonly T[], of: (thing: T) => R | undefined): R | undefined {
  for (const thing of things) {
    const found = of(thing);
    if (found !== undefined) return found;
  }
  return undefined;
}
