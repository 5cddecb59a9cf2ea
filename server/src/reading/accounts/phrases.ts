import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { RECURRING } from "../english/once.ts";
import { NAMESAKE, OTHER } from "../english/told-apart.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { lexiconOf, phraseAt } from "../lexicon.ts";
import { isCapitalized } from "../names/name-index.ts";
import { singular, subjectKey } from "./words.ts";

/** A noun phrase that names or describes one event; `start` is its article, `from` its first word. */
export interface EventPhrase {
  readonly subject: string;
  readonly by: "name" | "description";
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly recurs: boolean;
}

/**
 * "the Lisbon Accord", "the Treaty of Porto", "the Harl bridge opening": proper names of events, and definite
 * descriptions with a proper name in them, that no entry of the knowledge base has. Linear in the sentence.
 */
export function eventPhrases(passage: Passage, knowledge: Knowledge): EventPhrase[] {
  const phrases: EventPhrase[] = [];
  if (!hasClass(passage, KIND)) return phrases;
  const { kinds } = lexiconOf(knowledge);
  const { keys, tags, tokens, words } = passage;
  for (let at = 1; at < keys.length; at++) {
    if (!hasClass(words[at]!, KIND) || tags[at] === "verb" || tags[at] === "time") continue;
    const kind = phraseAt(kinds, keys, at);
    if (kind === undefined) continue;
    const isName = isCapitalized(tokens[at]!.text);
    const end = isName ? nameEnd(passage, at + kind.length) : at + kind.length;
    const from = phraseStart(passage, at, isName);
    const head = keys[at + kind.length - 1]!;
    if (from === undefined || isPartOfMore(passage, end) || head !== singular(head)) continue;
    // What lasts can be spoken of with many dates.
    if (kind.values.some((type) => knowledge.vocabulary.eventTypes[type]?.lasting)) continue;
    if (passage.eventNames.some((name) => name.from < end && from < name.to)) continue;
    phrases.push({
      subject: subjectKey(keys.slice(from, end)),
      by: isName ? "name" : "description",
      start: tags[from - 1] === "det" ? from - 1 : from,
      from,
      to: end,
      recurs: keys.slice(from, end).some((key) => RECURRING.has(singular(key))),
    });
    at = end - 1;
  }
  return phrases;
}

/** Words that begin a noun for a kind of event. */
const KIND = wordClass(({ key }, { kinds }) => kinds.has(key));

/** Back to the article: of a name over capitals only, of a description over nouns of which one is a proper name. */
function phraseStart({ keys, tags, tokens }: Passage, at: number, isName: boolean): number | undefined {
  let from = at;
  let proper = false;
  for (let i = at - 1; i >= 0; i--) {
    const joins = keys[i] === "'s" || keys[i] === "'" || (keys[i] === "-" && !tokens[i + 1]!.spaced);
    if (!joins && tags[i] !== "word" && tags[i] !== "name") break;
    if (OTHER.has(keys[i]!) || NAMESAKE.has(keys[i]!)) return undefined;
    const capital = isCapitalized(tokens[i]!.text);
    if (isName && !capital && !joins) break;
    if (capital && i > 0) proper = true;
    from = i;
  }
  const before = from - 1;
  const isDefinite =
    keys[before] === "the" || (tags[before] === "time" && isAfterArticle(keys, tags, before));
  // "Treaty of Porto" has its proper name behind it.
  const named = proper || (isName && tags[at + 1] === "prep");
  return isDefinite && named ? from : undefined;
}

/** "the 3 May 2019 Lisbon Accord". */
function isAfterArticle(keys: readonly string[], tags: Passage["tags"], time: number): boolean {
  let at = time;
  while (tags[at] === "time") at--;
  return keys[at] === "the" || keys[at + 1] === "the";
}

/** "Treaty of Porto", "Battle of the Harl". */
function nameEnd({ keys, tokens }: Passage, to: number): number {
  if (keys[to] !== "of") return to;
  let end = keys[to + 1] === "the" ? to + 2 : to + 1;
  const first = end;
  while (end < tokens.length && tokens[end]!.kind === "word" && isCapitalized(tokens[end]!.text)) end++;
  return end > first ? end : to;
}

/** "the Lisbon Accord talks", "the Harl bombing inquiry": something else is spoken of. */
function isPartOfMore({ tags, tokens, keys }: Passage, to: number): boolean {
  return (tags[to] === "word" && tokens[to]!.spaced) || keys[to] === "'s" || keys[to] === "-";
}
