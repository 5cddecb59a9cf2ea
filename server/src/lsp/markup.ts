import { type MarkupContent, MarkupKind } from "vscode-languageserver";

/** A card as we write it; what a client does not read is made plain on its way out (tailoring.ts). */
export function markup(markdown: string): MarkupContent {
  return { kind: MarkupKind.Markdown, value: markdown };
}
