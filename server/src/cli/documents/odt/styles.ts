import { attribute, elementAt, elementsIn, type XmlElement } from "../xml.ts";

/** What a style says of a paragraph or of words, itself or through those that it rests on. */
export interface OdtStyle {
  /** Of a title, which is no heading to OpenDocument, or of a paragraph whose style puts it into the outline. */
  readonly level?: number;
  readonly isQuotation: boolean;
  readonly isCode: boolean;
  readonly isListing: boolean;
}

export interface OdtStyles {
  of(name: string | undefined): OdtStyle;
}

/** The styles of a document, from its content (the automatic ones) and from the part that has the named ones. */
export function readOdtStyles(...roots: readonly (XmlElement | undefined)[]): OdtStyles {
  const styles = new Map<string, XmlElement>();
  for (const root of roots) {
    for (const group of ["automatic-styles", "styles"]) {
      const parent = elementAt(root, group);
      for (const style of parent === undefined ? [] : elementsIn(parent, "style")) {
        const name = attribute(style, "name");
        if (name !== undefined && !styles.has(name)) styles.set(name, style);
      }
    }
  }
  const known = new Map<string | undefined, OdtStyle>();
  return {
    of(name) {
      const style = known.get(name) ?? styleOf(chain(name, styles));
      known.set(name, style);
      return style;
    },
  };
}

const QUOTATION = /^(?:intense )?quote$|^(?:block )?quotations?$|^block ?(?:text|quote)$/;
const CODE = /^(?:preformatted text|source (?:code|text)|code|verbatim|teletype)$/;
const LISTING = /^(?:contents|index|toc|table of contents)\b/;

function styleOf(names: readonly Link[]): OdtStyle {
  const level = names.map(levelOf).find((each) => each !== undefined);
  return {
    ...(level !== undefined && level > 0 && { level }),
    isQuotation: names.some(({ name }) => QUOTATION.test(name)),
    isCode: names.some(({ name }) => CODE.test(name)),
    isListing: names.some(({ name }) => LISTING.test(name)),
  };
}

interface Link {
  readonly name: string;
  readonly style: XmlElement | undefined;
}

function levelOf({ name, style }: Link): number | undefined {
  if (name === "title") return 1;
  const level = attribute(style, "default-outline-level");
  return level === undefined || level === "" ? undefined : Number(level);
}

/** A style's name and those that it rests on, as they are shown in English: "Intense_20_Quote" is "intense quote". */
function chain(name: string | undefined, styles: ReadonlyMap<string, XmlElement>): Link[] {
  const links: Link[] = [];
  for (let at = name; at !== undefined && links.length < 20; ) {
    const style = styles.get(at);
    links.push({ name: plain(at), style });
    const shown = attribute(style, "display-name");
    if (shown !== undefined) links.push({ name: shown.toLowerCase(), style });
    at = attribute(style, "parent-style-name");
  }
  return links;
}

function plain(name: string): string {
  return name
    .replace(/_([0-9a-f]{2})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase();
}
