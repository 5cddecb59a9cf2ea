import type { Event, Id } from "../knowledge-base/knowledge.ts";
import { nameTokens } from "../text/name-words.ts";
import type { Token } from "../text/tokens.ts";
import { isFunctionWord } from "./english/function-words.ts";
import { verbsOfNoun } from "./english/nominals.ts";
import { OTHER } from "./english/told-apart.ts";
import { type VerbForm, verbOf } from "./english/verbs.ts";
import { isCapitalized, type NameIndex } from "./names/name-index.ts";
import { findNames } from "./names/name-mentions.ts";

/** What an event's own names, its abbreviations aside, say of it. */
export interface EventNames {
  /** Actors that they speak of, after those that the event is about. */
  readonly named: readonly Id[];
  /** Common words beside the head. */
  readonly nameWords: ReadonlySet<string>;
  /** Words that else tell events of a kind apart. */
  readonly tellingWords: ReadonlySet<string>;
  /** Of each the words beside the head, if it names no known actor. */
  readonly ownWords: readonly OwnWords[];
}

/** Words of a name, those in capitals apart ("Senna" and "Terminal" of "opening of the Senna Terminal"). */
export interface OwnWords {
  readonly proper: readonly string[];
  readonly common: readonly string[];
}

/** Reads an event's own names. O(length of the names). */
export function eventNames(event: Event, index: NameIndex): EventNames {
  const actors = new Set<Id>(event.about);
  const nameWords = new Set<string>();
  const tellingWords = new Set<string>();
  const ownWords: OwnWords[] = [];
  for (const name of [event.name, ...event.aliases]) {
    const tokens = nameTokens(name);
    for (const { key } of tokens) if (OTHER.has(key)) tellingWords.add(key);
    const actorWords = new Set<string>();
    for (const match of findNames(tokens, index, "entity")) {
      for (const { id } of match.names) actors.add(id);
      for (const { key } of tokens.slice(match.from, match.to)) actorWords.add(key);
    }
    const head = tokens[headAt(tokens.length, (at) => AFTER_HEAD.has(tokens[at]!.key))]?.key;
    const own = tokens.filter(
      ({ key, kind }) => kind === "word" && key !== head && !isFunctionWord(key) && key !== "'s",
    );
    const free = own.filter(({ key }) => !actorWords.has(key));
    // With an actor in it, a name is told by that actor.
    if (free.length === own.length) ownWords.push(wordsOf(free));
    for (const { key, text } of tokens)
      if (key !== head && !isCapitalized(text) && !isFunctionWord(key)) nameWords.add(key);
  }
  return { named: [...actors], nameWords, tellingWords, ownWords };
}

function wordsOf(tokens: readonly Token[]): OwnWords {
  const keys = (capital: boolean) =>
    tokens.filter(({ text }) => isCapitalized(text) === capital).map(({ key }) => key);
  return { proper: keys(true), common: keys(false) };
}

/** Where the noun is that says what happened: before "of", or the last ("establishment of the line", "Doha ceasefire"). */
export function headAt(length: number, isPreposition: (at: number) => boolean): number {
  let of = 0;
  while (of < length && !isPreposition(of)) of++;
  return (of > 0 ? of : length) - 1;
}

/** Prepositions before which the head of a name stands. */
export const AFTER_HEAD: ReadonlySet<string> = new Set(["of", "to", "in"]);

/** Verbs that tell what a noun at the head of a name does. */
export function verbsOfHead(noun: string): readonly string[] {
  return verbsOfNoun(noun).filter((verb) => isLikelyVerb(verbOf(verb), noun));
}

/** "demarcation" is sure to come from a verb, "mayoral" only if the verb is known. */
function isLikelyVerb(verb: VerbForm | undefined, noun: string): boolean {
  return verb?.tense === "base" || /(?:ment|tion|ing)$/.test(noun);
}
