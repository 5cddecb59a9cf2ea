import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block, Sentence } from "../../text/draft.ts";
import { sentencesOf } from "../../text/sentences.ts";
import type { Token } from "../../text/tokens.ts";
import { canBeginTime, recognizeTimes } from "../../time/recognize.ts";
import type { DateExpression, TimeExpression } from "../../time/time.ts";
import { isFunctionWord } from "../english/function-words.ts";
import { HONORIFICS, OFFICE_NOUNS } from "../english/offices.ts";
import { isCapitalized, nameIndex } from "../names/name-index.ts";
import { beginsName, findNames, type NameMatch } from "../names/name-mentions.ts";
import { type Grammar, LazyGrammar } from "./lazy-grammar.ts";
import { type Quotations, quotationsOf } from "./quotation-marks.ts";
import { type ClassSet, hasClass, wordClass } from "./word-classes.ts";
import { classesOfAll, type Word, wordsFor } from "./words.ts";

/** A date expression and the tokens that it takes. */
export interface TimeMatch {
  readonly from: number;
  readonly to: number;
  readonly expression: DateExpression;
}

/** What is named in a sentence, and when. */
interface Found {
  /** Actors, places, documents. */
  readonly names: readonly NameMatch[];
  /** Events by their names. */
  readonly eventNames: readonly NameMatch[];
  readonly times: readonly TimeMatch[];
}

/** A sentence taken apart: what can be said of it without the rest of the draft. Offsets count from its block's start. */
export class Passage implements Grammar, Found {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  readonly classes: ClassSet;
  readonly names: readonly NameMatch[];
  readonly eventNames: readonly NameMatch[];
  readonly times: readonly TimeMatch[];
  readonly #grammar: Grammar;
  readonly #tags: Grammar["tags"] | undefined;

  constructor(grammar: Grammar, { names, eventNames, times }: Found, tags?: Grammar["tags"]) {
    this.sentence = grammar.sentence;
    this.tokens = grammar.tokens;
    this.words = grammar.words;
    this.classes = grammar.classes;
    this.names = names;
    this.eventNames = eventNames;
    this.times = times;
    this.#grammar = grammar;
    this.#tags = tags;
  }

  get keys(): Grammar["keys"] {
    return this.#grammar.keys;
  }

  get tags(): Grammar["tags"] {
    return this.#tags ?? this.#grammar.tags;
  }

  tagAt(i: number): ReturnType<Grammar["tagAt"]> {
    return this.#tags === undefined ? this.#grammar.tagAt(i) : this.#tags[i];
  }

  get verbs(): Grammar["verbs"] {
    return this.#grammar.verbs;
  }

  get quotes(): boolean {
    return this.#grammar.quotes;
  }

  get clauses(): Grammar["clauses"] {
    return this.#grammar.clauses;
  }

  get scopes(): Grammar["scopes"] {
    return this.#grammar.scopes;
  }

  /** The same sentence, but for its actors' names, and the tags of words that turned out to be some. */
  withNames(names: readonly NameMatch[], tags = this.#tags): Passage {
    return new Passage(this.#grammar, { names, eventNames: this.eventNames, times: this.times }, tags);
  }
}

/**
 * The passages of a block, which depend on its prose and on what is known, and on nothing before it. `earlier` are those of an
 * older version of the block: sentences that stand as they did are taken over, with all that has been found of them since.
 */
export function passagesOf(
  { prose }: Pick<Block, "prose">,
  knowledge: Knowledge,
  earlier?: { readonly prose: string; readonly passages: readonly Passage[] },
): readonly Passage[] {
  const quotations = quotationsOf(prose, 0);
  let first = 0;
  let before = 0;
  return sentencesOf({ prose, span: { start: 0, end: prose.length } }).map((sentence, i) => {
    const { start, end } = sentence.span;
    while (first < quotations.length && quotations[first]!.end <= start) first++;
    const known = earlier?.passages[i];
    const isQuoted = first < quotations.length && quotations[first]!.start < end;
    const stands = known?.sentence.span.start === start && known.sentence.span.end === end;
    const isSame =
      stands && !isQuoted && !known.quotes && earlier!.prose.slice(before, end) === prose.slice(before, end);
    before = end;
    return isSame ? known : passage(sentence, knowledge, { all: quotations, first });
  });
}

function passage(sentence: Sentence, knowledge: Knowledge, quotations: Quotations): Passage {
  const { tokens } = sentence;
  const words = wordsFor(knowledge).of(tokens);
  const classes = classesOfAll(words);
  const index = nameIndex(knowledge);
  const names = hasClass({ classes }, ACTOR)
    ? findNames(tokens, index, "entity").filter((match) => !isPartOfOther(sentence, match))
    : NONE;
  const eventNames = hasClass({ classes }, EVENT) ? findNames(tokens, index, "event") : NONE;
  const times = hasClass({ classes }, TIME) ? timesIn(sentence, names, eventNames) : NONE;
  const known = { names, times, nouns: eventNames };
  const grammar = new LazyGrammar(sentence, words, classes, known, quotations);
  return new Passage(grammar, { names, eventNames, times });
}

const ACTOR = wordClass((word, _, knowledge) => beginsName(word, nameIndex(knowledge), "entity"));
const EVENT = wordClass((word, _, knowledge) => beginsName(word, nameIndex(knowledge), "event"));
const TIME = wordClass((word) => canBeginTime(word));
const NONE: readonly never[] = [];

function timesIn(
  sentence: Sentence,
  names: readonly NameMatch[],
  eventNames: readonly NameMatch[],
): TimeMatch[] {
  const { tokens } = sentence;
  return (
    recognizeTimes(tokens)
      .filter(isDate)
      .map((expression) => ({ expression, ...tokensIn(sentence, expression.span) }))
      // "Housing Plan 2030", "the 2024 election": the year is a part of the name, and no date.
      .filter(({ expression: { core } }) => {
        const inName = ({ from, to }: NameMatch) =>
          tokens[from]!.start <= core.start && core.end <= tokens[to - 1]!.end;
        return !names.some(inName) && !eventNames.some(inName);
      })
  );
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
