import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../text/span.ts";
import { type Occurrence, visitOccurrences } from "./occurrences.ts";

/** The kinds of token, by the protocol's own names so that every theme has a colour for them. */
export const TOKEN_TYPES = ["class", "variable", "event", "enumMember", "number"] as const;
export const TOKEN_MODIFIERS = ["declaration"] as const;

export interface SemanticToken {
  /** Within one line. */
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly declared: boolean;
}

/** The ids, dates and words of the vocabulary in a file, in the order of the text; linear. */
export function semanticTokens(file: YamlFile): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  visitOccurrences(file, (occurrence) => {
    const { start, end, kind } = occurrence;
    const type = typeOf(occurrence);
    if (type === undefined || /[\r\n]/.test(file.text.slice(start, end))) return;
    tokens.push({ span: span(start, end), type, declared: kind === "entry" || kind === "new-word" });
  });
  return tokens;
}

function typeOf({ kind, path: [map], form }: Occurrence): SemanticToken["type"] | undefined {
  switch (kind) {
    case "entry":
      return map === "events" ? "event" : "class";
    case "id":
      return form["x-id"]?.join() === "event" ? "event" : "variable";
    case "word":
    case "new-word":
      return "enumMember";
    case "date":
      return "number";
    default:
      return undefined;
  }
}
