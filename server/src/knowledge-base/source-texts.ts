import { contentHash } from "./content-hash.ts";
import type { Id } from "./knowledge.ts";

/** The full texts of the sources, for checking quotes. */
export class SourceTexts {
  readonly #folded = new Map<Id, string>();

  add(source: Id, text: string): void {
    this.#folded.set(source, foldQuote(text));
  }

  /** Whether a quote is in the text of its source; one whose text is not at hand is believed. Linear in the text. */
  hasQuote(source: Id, quote: string): boolean {
    return this.#folded.get(source)?.includes(foldQuote(quote).trim()) ?? true;
  }

  get hash(): string {
    return contentHash([...this.#folded].flat());
  }
}

/** White space folded, typographic quotation marks and dashes made plain. */
export function foldQuote(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u2018\u2019\u201A\u201B\u2032\u02BC`´]/g, "'")
    .replace(/[\u201C-\u201F\u2033«»]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\u00AD|\uFEFF|\u200B/g, "")
    .replace(/\s+/g, " ");
}

/** The path of a file that another file names: relative to it, unless it begins with a slash, a drive or a scheme. */
export function resolvePath(from: string, path: string): string {
  if (/^(?:[\\/]|[A-Za-z][\w+.-]*:)/.test(path)) return path;
  const folder = from.slice(0, Math.max(from.lastIndexOf("/"), from.lastIndexOf("\\")) + 1);
  const parts: string[] = [];
  for (const part of path.split(/[\\/]/)) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  let base = folder;
  while (parts[0] === ".." && /[^\\/:.][\\/]$/.test(base)) {
    base = base.replace(/[^\\/]*[\\/]$/, "");
    parts.shift();
  }
  return base + parts.join("/");
}
