import { resolvePath } from "../../knowledge-base/loading/source-texts.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../text/span.ts";
import type { Path } from "./format.ts";
import { visitOccurrences } from "./occurrences.ts";

/** A place of a file that leads to an address, or to another file. */
export interface Link {
  readonly span: Span;
  readonly target: { readonly url: string } | { readonly file: string };
}

/** The addresses and full texts of sources, and what entries are the same as elsewhere. Linear in the file. */
export function links(file: YamlFile): Link[] {
  const found: Link[] = [];
  visitOccurrences(file, ({ kind, path, text, start, end }) => {
    const target = kind === "text" ? targetOf(path, text, file) : undefined;
    if (target !== undefined) found.push({ span: span(start, end), target });
  });
  return found;
}

function targetOf([map, , key]: Path, text: string, { file }: YamlFile): Link["target"] | undefined {
  if (map === "sources" && key === "text") return { file: resolvePath(file, text) };
  const url = key === "sameAs" ? elsewhere(text) : map === "sources" && key === "url" ? text : undefined;
  return url !== undefined && /^https?:\/\/\S+$/i.test(url) ? { url } : undefined;
}

/** The page of an identifier that begins with the name of its register. */
function elsewhere(text: string): string {
  const [, register = "", id = ""] = /^(\w+):(\S+)$/.exec(text) ?? [];
  const page = Object.hasOwn(REGISTERS, register.toLowerCase())
    ? REGISTERS[register.toLowerCase()]
    : undefined;
  return page === undefined ? text : page + encodeURIComponent(id);
}

const REGISTERS: Readonly<Record<string, string>> = {
  wikidata: "https://www.wikidata.org/wiki/",
  geonames: "https://www.geonames.org/",
  viaf: "https://viaf.org/viaf/",
  gnd: "https://d-nb.info/gnd/",
  isni: "https://isni.org/isni/",
  opensanctions: "https://www.opensanctions.org/entities/",
};
