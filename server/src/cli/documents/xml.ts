import { type SaxesAttributeNSIncomplete, SaxesParser, type SaxesTagNS } from "saxes";
import { DocumentTrouble } from "./document-trouble.ts";

/** An element with its place in the text that it was read from, in UTF-16 code units. */
export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly namespace: string;
  /** By the names as written, with their prefixes. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly children: readonly XmlNode[];
  readonly start: number;
  /** Where its opening tag ends, and where its closing tag begins; both its end, where it is one tag. */
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

export interface XmlText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type XmlNode = XmlElement | XmlText;

interface Attribute {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

/** Nothing that people make is nested as deeply as this. */
const DEEPEST = 400;

/** The root element of a text in XML. Throws a {@link DocumentTrouble} where it is not well-formed. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Growing[] = [];
  let root: XmlElement | undefined;
  let last = 0;
  parser.on("error", (error) => {
    throw new DocumentTrouble(`it is damaged (${error.message}). Open it in its program and save it again.`);
  });
  parser.on("text", (words) => {
    const end = tagBefore(text, parser.position);
    open.at(-1)?.children.push({ text: words, start: last, end });
    last = end;
  });
  parser.on("cdata", (words) => {
    open.at(-1)?.children.push({ text: words, start: last, end: parser.position });
    last = parser.position;
  });
  parser.on("opentag", (tag) => {
    if (open.length >= DEEPEST) throw new DocumentTrouble("it is nested too deeply to be a text.");
    open.push(grow(tag, tagBefore(text, parser.position), parser.position));
    last = parser.position;
  });
  parser.on("closetag", (tag) => {
    const element = open.pop()!;
    element.end = parser.position;
    element.closeStart = tag.isSelfClosing ? element.end : tagBefore(text, element.end);
    last = element.end;
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  });
  // A comment is told of before its last character is read.
  parser.on("comment", () => {
    last = parser.position + 1;
  });
  parser.on("processinginstruction", () => {
    last = parser.position;
  });
  parser.write(text).close();
  return root!;
}

export function isElement(node: XmlNode): node is XmlElement {
  return "name" in node;
}

/** The elements right inside one, of a name if one is given. */
export function elementsIn({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter(
    (child): child is XmlElement => isElement(child) && (name === undefined || child.name === name),
  );
}

/** The first element at the end of a path of names. */
export function elementAt(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  return path.reduce(
    (at: XmlElement | undefined, name) =>
      at?.children.find((child): child is XmlElement => isElement(child) && child.name === name),
    element,
  );
}

/** An attribute's value by its name without prefix. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  for (const each of element?.attributes.values() ?? []) if (each.name === name) return each.value;
  return undefined;
}

/** All elements of a name below one, in the order of the text. */
export function* elementsBelow(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    if (child.name === name) yield child;
    yield* elementsBelow(child, name);
  }
}

/** The text below an element, as it is written there. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (isElement(child) ? textOf(child) : child.text)).join("");
}

/** A text as it stands in XML; what XML cannot hold is replaced. */
export function escaped(text: string): string {
  return text
    .replace(UNSPEAKABLE, "\uFFFD")
    .replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]!);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML has no way to write
const UNSPEAKABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

interface Growing extends XmlElement {
  readonly children: XmlNode[];
  closeStart: number;
  end: number;
}

function grow(tag: SaxesTagNS, start: number, openEnd: number): Growing {
  const attributes = Object.entries(tag.attributes as Record<string, Required<SaxesAttributeNSIncomplete>>);
  return {
    name: tag.local,
    prefix: tag.prefix,
    namespace: tag.uri,
    attributes: new Map(
      attributes.map(([name, { local, value }]) => [
        name,
        { name: local, namespace: (tag.attributes[name] as { uri: string }).uri, value },
      ]),
    ),
    children: [],
    ...{ start, openEnd, closeStart: openEnd, end: openEnd },
  };
}

/** Where the tag begins that ends at an offset: "<" stands nowhere else in it. */
function tagBefore(text: string, end: number): number {
  return text.lastIndexOf("<", end - 1);
}
