import type { Token } from "../text/tokens.ts";
import { english } from "./english/index.ts";
import type { Language, Reader } from "./language.ts";
import type { TimeExpression } from "./time.ts";

/**
 * The date expressions and durations among the tokens of one sentence, heading or table cell, in the order of the
 * text and without overlaps. Nothing outside these tokens is looked at, so the result can be kept with them.
 */
export function recognizeTimes(tokens: readonly Token[], language: Language = english): TimeExpression[] {
  const found: TimeExpression[] = [];
  let floor = 0;
  for (let index = 0; index < tokens.length; ) {
    const reading = readerFor(tokens[index]!, language)?.(tokens, index, floor);
    if (reading === undefined || reading.next <= index) {
      index++;
      continue;
    }
    for (const expression of reading.expressions) found.push(expression);
    floor = index = reading.next;
  }
  return found;
}

/** Whether an expression can begin at a token; most can begin none, and where none can there is none. */
export function canBeginTime(token: Pick<Token, "kind" | "key">, language: Language = english): boolean {
  return readerFor(token, language) !== undefined;
}

function readerFor(token: Pick<Token, "kind" | "key">, language: Language): Reader | undefined {
  if (token.kind === "word") {
    return language.words.get(token.key) ?? (startsWithDigit(token.key) ? language.number : undefined);
  }
  return token.kind === "number" || token.kind === "ordinal" ? language.number : undefined;
}

function startsWithDigit(key: string): boolean {
  const code = key.charCodeAt(0);
  return code >= 48 && code <= 57;
}
