/** An element of XML: its attributes, and text or other elements in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly content?: string | readonly Element[] | undefined;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element as text, on lines of its own. Characters that no XML may hold are replaced. */
export function xmlOf({ name, attributes, content = [] }: Element, indent = ""): string {
  const listed = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join("");
  if (content.length === 0) return `${indent}<${name}${listed}/>\n`;
  if (typeof content === "string") return `${indent}<${name}${listed}>${escaped(content)}</${name}>\n`;
  const inside = content.map((each) => xmlOf(each, `${indent}  `)).join("");
  return `${indent}<${name}${listed}>\n${inside}${indent}</${name}>\n`;
}

function escaped(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(NOT_IN_XML, "\uFFFD")
    .replace(/[&<>"\n\r\t]/g, (c) => ENTITIES[c] ?? `&#${c.charCodeAt(0)};`);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// XML 1.0, production 2 (Char).
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML must not hold
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
