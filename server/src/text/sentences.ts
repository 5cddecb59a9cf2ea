import { classAt, SPACE } from "./characters.ts";
import type { Block, Sentence } from "./draft.ts";
import { type Token, tokenize } from "./tokens.ts";

/** Abbreviations after which a full stop ends no sentence, folded. */
const ABBREVIATIONS = new Set(
  (
    "mr mrs ms dr prof st sr jr hon rev gen col lt sgt capt maj brig adm sen rep gov pres amb " +
    "no nos art arts sec ch vol vols pp p para paras ed eds fig figs cf v vs viz al approx ca c " +
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun " +
    "inc ltd co corp dept govt est e.g i.e eg ie"
  ).split(" "),
);

/** In tokens. Nobody reads longer ones: a list without a full stop is cut here, so that reading stays linear. */
const LONGEST_SENTENCE = 300;

/** Words that begin sentences and never go on with a name. */
const STARTERS = new Set(
  "the a an it he she they this that these those in on at for but and if when after by its his her there we as no not".split(
    " ",
  ),
);

/** The sentences of a block, each with its tokens. Linear in the block's length. */
export function sentencesOf(block: Pick<Block, "prose" | "span">): Sentence[] {
  const tokens = tokenize(block.prose, block.span.start);
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    const stop = i;
    const ends = isTerminator(tokens[i]!);
    if (ends) while (i + 1 < tokens.length && closes(tokens[i + 1]!)) i++;
    const done = ends && (i + 1 === tokens.length || startsSentence(tokens, stop, i + 1));
    if (!done && i - first < LONGEST_SENTENCE) continue;
    sentences.push(sentence(tokens.slice(first, i + 1)));
    first = i + 1;
  }
  if (first < tokens.length) sentences.push(sentence(tokens.slice(first)));
  return sentences;
}

function sentence(tokens: readonly Token[]): Sentence {
  return { tokens, span: { start: tokens[0]!.start, end: tokens.at(-1)!.end } };
}

function isTerminator(token: Token): boolean {
  return token.kind === "mark" && TERMINATORS.has(token.text);
}

/** Closing quotes and brackets, and further terminators, belong to the sentence that they close. */
function closes(token: Token): boolean {
  return token.kind === "mark" && !token.spaced && CLOSERS.has(token.text);
}

const TERMINATORS: ReadonlySet<string> = new Set(".!?…");
const CLOSERS: ReadonlySet<string> = new Set([...TERMINATORS, ..."\"'”’»)]"]);

function startsSentence(tokens: readonly Token[], stop: number, next: number): boolean {
  const after = tokens[next]!;
  if (!after.spaced) return false;
  const opener = after.kind === "mark" ? (tokens[next + 1] ?? after) : after;
  if (beginsSmall(opener.text)) return false;
  if (tokens[stop]!.text !== "." || next > stop + 1) return true;
  return !isAbbreviation(tokens[stop - 1], after);
}

/** Begins with a small letter; most words are told by their first code unit. */
function beginsSmall(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 0x80 ? code >= SMALL_A && code <= SMALL_Z : /^\p{Ll}/u.test(text);
}

const SMALL_A = 97;
const SMALL_Z = 122;

function isAbbreviation(before: Token | undefined, after: Token): boolean {
  if (before === undefined) return true;
  if (before.kind === "ordinal") return false;
  if (before.kind === "number") return false;
  // "J. Smith", but "Plan B. The …"
  if (before.text.length <= 2 && /^\p{Lu}$/u.test(before.text)) return !STARTERS.has(after.key);
  // "They said no. The …"
  if (STARTERS.has(after.key) && beginsSmall(before.text)) return false;
  // "No. After the flood …" is an answer, "No. 7" a number.
  if ((before.key === "no" || before.key === "nos") && after.kind !== "number" && STARTERS.has(after.key))
    return false;
  return (
    ABBREVIATIONS.has(before.key) &&
    (after.kind === "number" || /^\p{Lu}/u.test(before.text) || before.key.length < 4)
  );
}

/**
 * The first place after `from` where {@link sentencesOf} is sure to end a sentence, as a few characters around it tell;
 * `to` where there is none. Who looks for something rare makes no tokens of the sentences without it.
 */
export function nextSentenceEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== FULL_STOP && code !== EXCLAMATION_MARK && code !== QUESTION_MARK) continue;
    const sure = code !== FULL_STOP || !mayEndAbbreviation(text.slice(Math.max(from, at - 8), at));
    while (at + 1 < to && CLOSERS.has(text[at + 1]!)) at++;
    if (sure && capitalFollows(text, at + 1, to)) return at + 1;
  }
  return to;
}

const FULL_STOP = 46;
const EXCLAMATION_MARK = 33;
const QUESTION_MARK = 63;

/** Whether a full stop after these characters can be that of an abbreviation; in doubt it can. */
function mayEndAbbreviation(before: string): boolean {
  const word = /(?:^|[\0-@[-`{-\x7F])([A-Za-z]+|[0-9])$/.exec(before)?.[1];
  return word === undefined || /^[A-Z]$/.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}

function capitalFollows(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && classAt(text, at) & SPACE) at++;
  if (at === from) return false;
  if (OPENERS.has(text[at]!)) at++;
  return at < to && text[at]! >= "A" && text[at]! <= "Z";
}

const OPENERS: ReadonlySet<string> = new Set('"“(');
