import type { Token } from "../../text/tokens.ts";
import type { Stretch } from "../events/attachment.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { isCapitalized } from "../names/name-index.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import { isFit } from "./spelling.ts";

/** A place where a draft says what an acronym stands for. */
export interface Definition {
  readonly short: Stretch;
  readonly text: string;
  /** The long form, without its article. */
  readonly long: Stretch;
  /** The known name that the long form is, if it is one. */
  readonly name: NameMatch | undefined;
  /** By the way, so that nothing that the sentence denies or doubts is denied or doubted of it. */
  readonly isAside: boolean;
}

const LOWER_A = 97;
const LOWER_Z = 122;
/** Nine letters, each with its dot. */
const LONGEST_ACRONYM = 18;
/** How many tokens a long form may have. */
const LONGEST = 14;

/** Words that are acronyms. */
export const ACRONYM = wordClass((word) => acronymOf(word) !== undefined);

/** Two capitals or more, digits, an "s" for the plural; dots count as nothing. */
export function acronymOf(token: Pick<Token, "kind" | "text"> | undefined): string | undefined {
  if (token?.kind !== "word" || token.text.length < 2 || token.text.length > LONGEST_ACRONYM)
    return undefined;
  // The second character tells most words from acronyms at once.
  const second = token.text.charCodeAt(1);
  if (second >= LOWER_A && second <= LOWER_Z) return undefined;
  const text = token.text.replaceAll(".", "");
  return /^\p{Lu}[\p{Lu}\p{N}]{1,8}$/u.test(text) ? text : undefined;
}

/**
 * The definitions of a sentence: "Long Form (LF)", "LF (Long Form)", "LF, the Long Form," and "LF stands for Long Form".
 * Brackets as in Schwartz and Hearst (2003); but the long form is the run of capitalized words beside the bracket, so
 * that one which does not spell the acronym is found as well.
 */
export function definitionsIn(passage: Passage): Definition[] {
  const found: Definition[] = [];
  if (!hasClass(passage, ACRONYM)) return found;
  for (let i = 0; i < passage.tokens.length; i++) {
    const definition = bracketed(passage, i) ?? expanded(passage, i);
    if (definition !== undefined) found.push(definition);
  }
  return found;
}

/** At an opening bracket: "Long Form (LF)", "LF (Long Form)". */
function bracketed(passage: Passage, at: number): Definition | undefined {
  const { tokens, keys } = passage;
  if (tokens[at]!.text !== "(" || at === 0) return undefined;
  let inner = at + 1;
  while (/^(?:the|or|"|“|‘|')$/.test(tokens[inner]?.text ?? "")) inner++;
  const text = acronymOf(tokens[inner]);
  const end = inner + 1;
  const closes = /^[),;"”’']$/.test(tokens[end]?.text ?? "") || keys[end] === "or";
  if (text !== undefined && closes) {
    const long = longBefore(passage, at, text);
    return long && { ...long, short: { from: inner, to: end }, text, isAside: true };
  }
  const before = acronymOf(tokens[at - 1]);
  if (before === undefined) return undefined;
  const start = /^(?:the|in|full|short|for|:)$/.test(keys[at + 1] ?? "") ? afterLead(keys, at + 1) : at + 1;
  const long = longFrom(passage, start, before);
  if (long === undefined || !/^[),;]$/.test(tokens[long.long.to]?.text ?? "")) return undefined;
  return { ...long, short: { from: at - 1, to: at }, text: before, isAside: true };
}

/** "LF, the Long Form,", "LF, in full the Long Form", "LF, or Long Form", "LF stands for Long Form". */
function expanded(passage: Passage, at: number): Definition | undefined {
  const { tokens, keys } = passage;
  const text = acronymOf(tokens[at]);
  if (text === undefined || tokens[at + 1] === undefined) return undefined;
  const stands = /^(?:stand|stands|stood)$/.test(keys[at + 1]!) && keys[at + 2] === "for";
  const isAside = tokens[at + 1]!.text === "," && /^(?:the|or|in|short|that)$/.test(keys[at + 2] ?? "");
  if (!stands && !isAside) return undefined;
  const long = longFrom(passage, afterLead(keys, stands ? at + 3 : at + 2), text);
  // "the UN, the World Bank and …" is a list: only what could be spelt so is an expansion.
  if (long === undefined || (isAside && long.name === undefined && !closesAside(passage, long.long.to)))
    return undefined;
  if (isAside && long.name !== undefined) return undefined;
  return { ...long, short: { from: at, to: at + 1 }, text, isAside };
}

function closesAside({ tokens, tags }: Passage, at: number): boolean {
  return at >= tokens.length || /^[,.;:)!?—–]$/.test(tokens[at]!.text) || tags[at] === "sub";
}

function afterLead(keys: readonly string[], at: number): number {
  let from = at;
  while (/^(?:the|or|in|full|short|for|that|is|to|say|:|,)$/.test(keys[from] ?? "")) from++;
  return from;
}

/** The known name, or the run of capitalized words, that ends before a token. */
function longBefore(
  passage: Passage,
  to: number,
  acronym: string,
): Pick<Definition, "long" | "name"> | undefined {
  const { tokens } = passage;
  const end = /^["”’]$/.test(tokens[to - 1]!.text) ? to - 1 : to;
  const name = [...passage.names, ...passage.eventNames].find((match) => match.to === end);
  if (name !== undefined && !isCovered(passage, name)) return { long: { from: name.from, to: end }, name };
  const starts: number[] = [];
  for (let i = end - 1; i >= Math.max(0, end - LONGEST) && belongs(passage, i); i--)
    if (isCapitalized(tokens[i]!.text)) starts.push(i);
  const from = starts.find((start) => isFit(wordsOf(tokens, start, end), acronym));
  return from === undefined || wordsOf(tokens, from, end).length < 2
    ? undefined
    : { long: { from, to: end }, name: undefined };
}

/** A name inside a longer run of capitals ("the Tarland Survey of Ice (TSI)") is no long form by itself. */
function isCovered(passage: Passage, { from, names }: NameMatch): boolean {
  const before = passage.tokens[from - 1];
  const isPart =
    /^(?:of|for|and)$/.test(before?.key ?? "") && isCapitalized(passage.tokens[from - 2]?.text ?? "");
  const single = names.every(({ keys }) => keys.length === 1);
  return single && (isPart || (before !== undefined && from > 1 && isCapitalized(before.text)));
}

function longFrom(
  passage: Passage,
  from: number,
  acronym: string,
): Pick<Definition, "long" | "name"> | undefined {
  const { tokens } = passage;
  const first = tokens[from];
  if (first === undefined || !isCapitalized(first.text)) return undefined;
  const name = [...passage.names, ...passage.eventNames].find(
    (match) => match.from === from && match.to - from > 1,
  );
  if (name !== undefined) return { long: { from, to: name.to }, name };
  let to = from;
  while (to < Math.min(tokens.length, from + LONGEST) && belongs(passage, to)) to++;
  while (to > from && !isCapitalized(tokens[to - 1]!.text)) to--;
  const words = wordsOf(tokens, from, to);
  return words.length >= 2 && isFit(words, acronym) ? { long: { from, to }, name: undefined } : undefined;
}

/** Capitalized words, and the small ones that stand between them in names. */
function belongs({ tokens, tags }: Passage, at: number): boolean {
  const { key, text, kind } = tokens[at]!;
  if (tags[at] === "time" || tags[at] === "verb") return isCapitalized(text) && tags[at] === "verb";
  if (kind === "word" && isCapitalized(text)) return true;
  return /^(?:of|for|the|and|on|in|to|de|la|du|des|der|und|y|et|&|-|'|’|'s|against|with)$/.test(key);
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string[] {
  return tokens.slice(from, to).flatMap(({ kind, key }) => (kind === "word" && key !== "'s" ? [key] : []));
}
