import { resolvePath } from "../../knowledge-base/loading/source-texts.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import type { Span } from "../../text/span.ts";
import { writtenIn } from "./written.ts";

/** Words of a file that lead to something outside it. */
export interface Link {
  readonly span: Span;
  /** An address, or a file as the knowledge base names its own. */
  readonly target: string;
  readonly kind: "address" | "file";
}

/** The addresses of sources, the files of their texts, and the same thing elsewhere (`sameAs`). */
export function linksIn(file: YamlFile): Link[] {
  return writtenIn(file).flatMap(({ span, text, key, meaning }): Link[] => {
    if (meaning.kind !== "text") return [];
    if (key === "text") return [{ span, target: resolvePath(file.file, text), kind: "file" }];
    const target = key === "url" ? addressOf(text) : key === "sameAs" ? elsewhere(text) : undefined;
    return target === undefined ? [] : [{ span, target, kind: "address" }];
  });
}

function addressOf(text: string): string | undefined {
  return /^https?:\/\/\S+$/i.test(text) ? text : undefined;
}

/** `wikidata:Q843`, or an address. */
function elsewhere(text: string): string | undefined {
  const item = /^wikidata:([QPL]\d+)$/i.exec(text)?.[1];
  return item === undefined ? addressOf(text) : `https://www.wikidata.org/wiki/${item.toUpperCase()}`;
}
