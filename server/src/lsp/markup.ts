import { type MarkupContent, MarkupKind } from "vscode-languageserver";
import { withoutMarkup } from "../features/cards/markdown.ts";

/** A card for the client: in Markdown if it reads that, else as plain text. */
export function markup(markdown: string, readsMarkdown: boolean): MarkupContent {
  return readsMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: withoutMarkup(markdown) };
}
