import { CAPITAL, classAt } from "./characters.ts";
import { type Token, tokenize } from "./tokens.ts";

/** The words by which a name is compared: folded, without hyphens and a leading article. */
export function nameTokens(text: string): Token[] {
  const tokens = tokenize(text).filter((token) => token.kind !== "mark" || !/^[-‐-―.,]$/.test(token.text));
  return tokens.length > 1 && tokens[0]!.key === "the" ? tokens.slice(1) : tokens;
}

/** Two capitals or more and nothing else ("US", "TTP"): such a name must stand in capitals in the draft as well. */
export function isInCapitals(tokens: readonly Token[]): boolean {
  return tokens.length === 1 && /^\p{Lu}[\p{Lu}\p{N}.-]+$/u.test(tokens[0]!.text);
}

export function isCapitalized(text: string): boolean {
  return (classAt(text, 0) & CAPITAL) > 0;
}
