import { resolvePath } from "../../knowledge-base/loading/source-texts.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../text/span.ts";
import { visitOccurrences } from "./occurrences.ts";

/** Words of a file that lead to something outside it. */
export interface Link {
  readonly span: Span;
  /** An address, or a file as the knowledge base names its own. */
  readonly target: string;
  readonly kind: "address" | "file";
}

/** The addresses of sources, the files of their texts, and the same thing elsewhere (`sameAs`). */
export function linksIn(file: YamlFile): Link[] {
  const links: Link[] = [];
  visitOccurrences(file, ({ kind, text, path: [, , key], start, end }) => {
    if (kind !== "text" || key === undefined) return;
    if (key === "text")
      links.push({ span: span(start, end), target: resolvePath(file.file, text), kind: "file" });
    const target = key === "url" ? addressOf(text) : key === "sameAs" ? elsewhere(text) : undefined;
    if (target !== undefined) links.push({ span: span(start, end), target, kind: "address" });
  });
  return links;
}

function addressOf(text: string): string | undefined {
  return /^https?:\/\/\S+$/i.test(text) ? text : undefined;
}

/** `wikidata:Q843`, or an address. */
function elsewhere(text: string): string | undefined {
  const item = /^wikidata:([QPL]\d+)$/i.exec(text)?.[1];
  return item === undefined ? addressOf(text) : `https://www.wikidata.org/wiki/${item.toUpperCase()}`;
}
