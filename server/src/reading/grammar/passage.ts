import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block, Sentence } from "../../text/draft.ts";
import { sentencesOf } from "../../text/sentences.ts";
import type { Token } from "../../text/tokens.ts";
import { recognizeTimes } from "../../time/recognize.ts";
import type { DateExpression, TimeExpression } from "../../time/time.ts";
import { isFunctionWord } from "../english/function-words.ts";
import { HONORIFICS, OFFICE_NOUNS } from "../english/offices.ts";
import { isCapitalized, nameIndex } from "../names/name-index.ts";
import { findNames, type NameMatch } from "../names/name-mentions.ts";
import { type Clauses, clausesOf } from "./clauses.ts";
import { quotationsOf, type Scope, scopesOf } from "./scopes.ts";
import { type Tagged, tag } from "./tagged.ts";
import type { ClassSet } from "./word-classes.ts";
import { classesOfAll, type Word, wordsFor } from "./words.ts";

/** A date expression and the tokens that it takes. */
export interface TimeMatch {
  readonly from: number;
  readonly to: number;
  readonly expression: DateExpression;
}

/** A sentence taken apart: what can be said of it without the rest of the draft. Offsets count from its block's start. */
export interface Passage extends Tagged {
  /** What is known of each token's word. */
  readonly words: readonly Word[];
  /** The classes of all its words: where a class is missing, who looks for words of it need not begin. */
  readonly classes: ClassSet;
  readonly clauses: Clauses;
  /** For each token why it states nothing, if so. */
  readonly scopes: readonly (Scope | undefined)[];
  /** Actors, places, documents. */
  readonly names: readonly NameMatch[];
  /** Events by their names. */
  readonly eventNames: readonly NameMatch[];
  readonly times: readonly TimeMatch[];
}

/** The passages of a block, which depend on its prose and on what is known, and on nothing before it. */
export function passagesOf({ prose }: Pick<Block, "prose">, knowledge: Knowledge): readonly Passage[] {
  const quotations = quotationsOf(prose, 0);
  let next = 0;
  // Asked from left to right, so that one index is enough.
  const isQuoted = (at: number) => {
    while (next < quotations.length && quotations[next]!.end <= at) next++;
    return next < quotations.length && quotations[next]!.start <= at;
  };
  return sentencesOf({ prose, span: { start: 0, end: prose.length } }).map((sentence) =>
    passage(sentence, knowledge, isQuoted),
  );
}

function passage(sentence: Sentence, knowledge: Knowledge, isQuoted: (at: number) => boolean): Passage {
  const index = nameIndex(knowledge);
  const names = findNames(sentence.tokens, index, "entity").filter(
    (match) => !isPartOfOther(sentence, match),
  );
  const eventNames = findNames(sentence.tokens, index, "event");
  const times = recognizeTimes(sentence.tokens)
    .filter(isDate)
    .map((expression) => ({ expression, ...tokensIn(sentence, expression.span) }))
    // "Housing Plan 2030", "the 2024 election": the year is a part of the name, and no date.
    .filter(({ expression: { core } }) => {
      const inName = ({ from, to }: NameMatch) => {
        const { tokens } = sentence;
        return tokens[from]!.start <= core.start && core.end <= tokens[to - 1]!.end;
      };
      return !names.some(inName) && !eventNames.some(inName);
    });
  const words = wordsFor(knowledge).of(sentence.tokens);
  const tagged = tag(sentence, words, { names, times, nouns: eventNames });
  const clauses = clausesOf(tagged);
  const scopes = scopesOf(tagged, clauses, (token) => isQuoted(sentence.tokens[token]!.start));
  return { ...tagged, words, classes: classesOfAll(words), clauses, scopes, names, eventNames, times };
}

/** "Azam Nazeer Tarar" is not the Tarar whom we know, nor "Beta Israel" Israel: a word inside a longer name that we do not have. */
function isPartOfOther({ tokens }: Sentence, { from, to, names }: NameMatch): boolean {
  if (to - from > 1 || names.some(({ form }) => form === "demonym" || form === "abbreviation")) return false;
  const isSurname = names.every((name) => name.form === "weakAlias" || name.isSurname);
  const before = tokens[from - 1];
  const after = tokens[to];
  const belongs = (token: Token | undefined) =>
    token?.kind === "word" && isCapitalized(token.text) && !isFunctionWord(token.key);
  if (isSurname && belongs(after) && after!.key !== "'s") return true;
  if (!belongs(before) || !before!.spaced || !tokens[from]!.spaced) return isSurname && belongs(before);
  const isTitle =
    OFFICE_NOUNS.has(before!.key) || HONORIFICS.has(before!.key) || DIRECTIONS.test(before!.key);
  const opens = from === 1 && !isSurname;
  return !isTitle && !opens;
}

/** "Northern Pakistan" is in Pakistan. */
const DIRECTIONS =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|greater|upper|lower|inner|outer|modern|ancient|northwest|southeast|northeast|southwest)$/;

function isDate(expression: TimeExpression): expression is DateExpression {
  return expression.kind === "date";
}

function tokensIn(
  { tokens }: Sentence,
  { start, end }: { start: number; end: number },
): { from: number; to: number } {
  const from = tokens.findIndex((token) => token.end > start);
  let to = from;
  while (to < tokens.length && tokens[to]!.start < end) to++;
  return { from, to };
}
