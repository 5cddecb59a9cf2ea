import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import type { Span } from "../../text/span.ts";
import { type Meaning, writtenIn } from "./written.ts";

/** The kinds of token, by the protocol's own names so that every theme has a colour for them. */
export const TOKEN_TYPES = ["class", "variable", "event", "enumMember", "number"] as const;
export const TOKEN_MODIFIERS = ["declaration"] as const;

export interface SemanticToken {
  /** Within one line. */
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly declared: boolean;
}

/** The ids, dates and words of the vocabulary in a file, in the order of the text. */
export function semanticTokens(file: YamlFile): SemanticToken[] {
  return writtenIn(file).flatMap(({ span, meaning }) => {
    const type = typeOf(meaning);
    const oneLine = !/[\r\n]/.test(file.text.slice(span.start, span.end));
    return type !== undefined && oneLine ? [{ span, type, declared: isDeclared(meaning) }] : [];
  });
}

function typeOf(meaning: Meaning): SemanticToken["type"] | undefined {
  switch (meaning.kind) {
    case "entry":
      return meaning.map === "events" ? "event" : "class";
    case "id":
      return meaning.of.includes("event") && meaning.of.length === 1 ? "event" : "variable";
    case "word":
      return "enumMember";
    case "date":
      return "number";
    default:
      return undefined;
  }
}

function isDeclared(meaning: Meaning): boolean {
  return meaning.kind === "entry" || (meaning.kind === "word" && meaning.declared);
}
