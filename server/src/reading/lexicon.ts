import type { Id, Knowledge } from "../knowledge-base/knowledge.ts";
import { NO_WORD, RECORD, WORD } from "../knowledge-base/names/name-table.ts";
import { Numbers } from "../knowledge-base/names/numbers.ts";
import { questionsOf } from "../knowledge-base/questions.ts";
import { finish } from "../knowledge-base/steps.ts";
import { tableOf } from "../knowledge-base/tables.ts";
import { WORDS_USED } from "../knowledge-base/words-used.ts";
import { formsOf, pluralOf, verbForms } from "../text/inflect.ts";
import { nameTokens } from "../text/name-words.ts";
import { fold } from "../text/tokens.ts";
import { isFunctionWord } from "./english/function-words.ts";
import { ORDER_VERBS } from "./english/relations.ts";
import { type VerbForm, verbOf } from "./english/verbs.ts";
import { AFTER_HEAD, eventNames, headAt, type OwnWords, verbsOfHead } from "./event-names.ts";
import { type NameIndex, nameIndex } from "./names/name-index.ts";

/** A phrase of the vocabulary, by its folded words after the first. */
interface Phrase<T> {
  readonly rest: readonly string[];
  readonly value: T;
}
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

/** A verb by which an event may be told without its noun: "the Taliban retook Afghanistan", "the line was drawn". */
export interface EventVerb {
  readonly lemma: string;
  /** Events that this verb can tell; any of the type where the type itself has the verb. */
  readonly events: readonly Id[];
}

/** The words by which a knowledge base's events, roles and offices are spoken of, ready for look-up. */
export interface Lexicon {
  /** Nouns for kinds of event → types. */
  readonly kinds: Phrases<string>;
  readonly eventVerbs: Phrases<EventVerb>;
  /** "brokered" as a verb that tells its object, if that is of one of these types. */
  readonly tellingVerbs: Phrases<string>;
  /** "brokered by" → role. */
  readonly rolePhrases: Phrases<string>;
  /** "broker" as a verb whose subject fills the role → role. */
  readonly roleVerbs: Phrases<string>;
  /** Roles whose verbs say that the event took place. */
  readonly makingRoles: ReadonlySet<string>;
  /** "mediator", "mediators" → role. */
  readonly roleTitles: Phrases<string>;
  /** Offices and their aliases, of anybody. */
  readonly offices: Phrases<string>;
  /** All words of the nouns for kinds: a name made of nothing else is only a kind. */
  readonly kindWords: ReadonlySet<string>;
  /** Forms of the vocabulary's verbs, for the tagger. */
  readonly verbForms: ReadonlyMap<string, VerbForm>;
  /** Actors that an event's own names speak of ("the Durand Line" in "establishment of the Durand Line"). */
  readonly named: OfEvent<readonly Id[]>;
  /** Common words of an event's own names beside the head ("relations" in "upgrade of diplomatic relations"). */
  readonly nameWords: OfEvent<ReadonlySet<string>>;
  /** What the sources say of an event in sentences of one date, word by word, with a blank before and after each. */
  readonly quotesOf: (event: Id) => string;
  /** Words of an event's own names that else tell events of a kind apart ("final" in "final act of decommissioning"). */
  readonly tellingWords: OfEvent<ReadonlySet<string>>;
  /** The events with a name or an alias of these folded words. */
  readonly eventsCalled: (words: readonly string[]) => readonly Id[];
  /** Of each of an event's own names the words beside the head that name no known actor. */
  readonly ownWords: OfEvent<readonly OwnWords[]>;
}

/** What is known of each event, found out when it is asked for. */
export interface OfEvent<T> {
  get(event: Id): T | undefined;
}

const built = new WeakMap<Knowledge, Lexicon>();

/** The lexicon of a knowledge base; built once for each. */
export function lexiconOf(knowledge: Knowledge): Lexicon {
  let lexicon = built.get(knowledge);
  if (lexicon === undefined) built.set(knowledge, (lexicon = new Builder(knowledge).build()));
  return lexicon;
}

/** The longest phrase that stands at a token, and how many tokens it takes. */
export function phraseAt<T>(
  phrases: Phrases<T>,
  keys: readonly string[],
  at: number,
): { values: readonly T[]; length: number } | undefined {
  const found = phrases.get(keys[at]!);
  if (found === undefined) return undefined;
  let length = 0;
  let values: T[] = [];
  for (const { rest, value } of found) {
    if (1 + rest.length < length || !rest.every((word, k) => keys[at + 1 + k] === word)) continue;
    if (1 + rest.length > length) values = [];
    length = 1 + rest.length;
    values.push(value);
  }
  return length === 0 ? undefined : { values, length };
}

class Builder {
  readonly #knowledge: Knowledge;
  readonly #kinds = new Map<string, Phrase<string>[]>();
  readonly #eventVerbs = new Map<string, Phrase<EventVerb>[]>();
  readonly #tellingVerbs = new Map<string, Phrase<string>[]>();
  readonly #rolePhrases = new Map<string, Phrase<string>[]>();
  readonly #roleVerbs = new Map<string, Phrase<string>[]>();
  readonly #roleTitles = new Map<string, Phrase<string>[]>();
  readonly #offices = new Map<string, Phrase<string>[]>();
  readonly #verbForms = new Map<string, VerbForm>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  build(): Lexicon {
    const { events, vocabulary } = this.#knowledge;
    const index = nameIndex(this.#knowledge);
    for (const [verb, told] of verbsOfNames(index)) this.#verb(this.#eventVerbs, verb, told);
    for (const [type, words] of Object.entries(vocabulary.eventTypes)) {
      for (const term of [type.replace(/([a-z])([A-Z])|-/g, "$1 $2"), ...words.terms])
        this.#noun(this.#kinds, term, type);
      const questions = questionsOf(this.#knowledge);
      for (const verb of words.verbs)
        this.#verb(this.#eventVerbs, verb, {
          lemma: verb,
          get events() {
            return questions.idsOfType(type);
          },
        });
      for (const verb of words.objectOf) this.#forms(this.#tellingVerbs, verb, type);
    }
    for (const [role, words] of Object.entries(vocabulary.participantRoles)) {
      for (const phrase of words.phrases) this.#add(this.#rolePhrases, phrase.split(" ").map(fold), role);
      for (const verb of words.verbs) this.#verb(this.#roleVerbs, verb, role);
      for (const title of words.titles) this.#noun(this.#roleTitles, title, role);
    }
    this.#relations();
    const { titles } = tableOf(WORDS_USED, this.#knowledge);
    for (const title of titles) this.#noun(this.#offices, title, title);
    const kindWords = new Set(
      [...this.#kinds].flatMap(([first, phrases]) => [first, ...phrases.flatMap(({ rest }) => rest)]),
    );
    const makingRoles = Object.entries(vocabulary.participantRoles)
      .filter(([, words]) => words.makesItHappen)
      .map(([role]) => role);
    const ofEvent = readOnce((id) => {
      const event = events.get(id);
      return event && eventNames(event, index);
    });
    return {
      kindWords,
      kinds: this.#kinds,
      eventVerbs: this.#eventVerbs,
      tellingVerbs: this.#tellingVerbs,
      makingRoles: new Set(makingRoles),
      rolePhrases: this.#rolePhrases,
      roleVerbs: this.#roleVerbs,
      roleTitles: this.#roleTitles,
      offices: this.#offices,
      verbForms: this.#verbForms,
      named: { get: (id) => ofEvent(id)?.named },
      nameWords: { get: (id) => ofEvent(id)?.nameWords },
      quotesOf: quotesFrom(events),
      ownWords: { get: (id) => ofEvent(id)?.ownWords },
      eventsCalled: (words) => eventsCalled(words, index),
      tellingWords: { get: (id) => ofEvent(id)?.tellingWords },
    };
  }

  /** The verbs of claims, of outcomes and of order, as far as the tagger does not know them. */
  #relations(): void {
    const { vocabulary } = this.#knowledge;
    const used = tableOf(WORDS_USED, this.#knowledge).predicates;
    const predicates = used.flatMap((predicate) => vocabulary.predicates[predicate] ?? []);
    const outcomes = Object.values(vocabulary.outcomes);
    const verbs = [
      ...predicates.flatMap(({ verbs, antonyms }) => [...verbs, ...antonyms]),
      ...outcomes.flatMap(({ verbs, objectOf }) => [...verbs, ...objectOf]),
      ...ORDER_VERBS.map(({ verb }) => verb),
    ];
    for (const verb of verbs) {
      const lemma = fold(verb.split(" ")[0]!);
      const forms = verbForms(lemma);
      for (const tense of ["base", "third", "past", "participle", "gerund"] as const)
        if (
          verbOf(forms[tense])?.lemma !== lemma &&
          !isFunctionWord(forms[tense]) &&
          !this.#verbForms.has(forms[tense])
        )
          this.#verbForms.set(forms[tense], { lemma, tense });
    }
  }

  #noun(phrases: Map<string, Phrase<string>[]>, term: string, value: string): void {
    const words = nameTokens(term).map((token) => token.key);
    if (words.length === 0) return;
    this.#add(phrases, words, value);
    const of = words.indexOf("of");
    const head = of > 0 ? of - 1 : words.length - 1;
    this.#add(phrases, words.with(head, pluralOf(words[head]!)), value);
  }

  #verb<T>(phrases: Map<string, Phrase<T>[]>, verb: string, value: T): void {
    const [lemma] = verb.split(" ").map(fold);
    const forms = verbForms(lemma!);
    for (const tense of ["base", "third", "past", "participle", "gerund"] as const) {
      this.#verbForms.set(forms[tense], { lemma: lemma!, tense });
    }
    this.#forms(phrases, verb, value);
  }

  #forms<T>(phrases: Map<string, Phrase<T>[]>, verb: string, value: T): void {
    const [lemma, ...rest] = verb.split(" ").map(fold);
    for (const form of formsOf(lemma!)) this.#add(phrases, [form, ...rest], value);
  }

  #add<T>(phrases: Map<string, Phrase<T>[]>, [first, ...rest]: readonly string[], value: T): void {
    const known = phrases.get(first!) ?? [];
    known.push({ rest, value });
    phrases.set(first!, known);
  }
}

function quotesFrom(events: Knowledge["events"]): (event: Id) => string {
  const known = new Map<Id, string>();
  return (id) => {
    let text = known.get(id);
    if (text === undefined) {
      // Of two dates in a quote, one may be of something else.
      const isOfOneDay = (quote: string) => (quote.match(/\b[12]\d{3}\b/g) ?? []).length === 1;
      const quotes = (events.get(id)?.evidence ?? []).flatMap(({ quote }) => quote ?? []).filter(isOfOneDay);
      text = ` ${quotes
        .map((quote) =>
          nameTokens(quote)
            .map(({ key }) => key)
            .join(" "),
        )
        .join(" / ")} `;
      known.set(id, text);
    }
    return text;
  };
}

/** More events' names than these are not remembered: they are read again. */
const MEMO_SIZE = 5000;

/** Remembers what was made for an event; past so many the memory begins anew. */
function readOnce<T>(make: (event: Id) => T): (event: Id) => T {
  let known = new Map<Id, T>();
  return (id) => {
    if (known.has(id)) return known.get(id)!;
    if (known.size >= MEMO_SIZE) known = new Map();
    const made = make(id);
    known.set(id, made);
    return made;
  };
}

function eventsCalled(words: readonly string[], index: NameIndex): readonly Id[] {
  const numbers = words.map((word) => index.words.numberOf(word));
  if (numbers.length === 0 || numbers.includes(NO_WORD)) return [];
  return index
    .named("event", numbers[0]!, numbers[1] ?? NO_WORD)
    .filter(
      ({ form, keys }) =>
        (form === "name" || form === "alias") &&
        keys.length === words.length &&
        keys.every((key, k) => key === words[k]),
    )
    .map(({ id }) => id);
}

/** The verbs by which events can be told because of the nouns at the heads of their names. Linear in the events' names. */
function verbsOfNames(index: NameIndex): Map<string, EventVerb> {
  const places = new Map<string, Numbers>();
  for (const [head, here] of placesByHead(index))
    for (const verb of verbsOfHead(index.words.at(head))) {
      const all = places.get(verb) ?? new Numbers();
      for (const place of here.array()) all.push(place);
      places.set(verb, all);
    }
  return new Map(Array.from(places, ([lemma, here]) => [lemma, eventVerb(lemma, here, index)]));
}

/** A verb of the events whose names lie here: they are gathered when they are asked for, as there may be thousands. */
function eventVerb(lemma: string, places: Numbers, index: NameIndex): EventVerb {
  let events: readonly Id[] | undefined;
  return {
    lemma,
    get events() {
      events ??= [...new Set(Array.from(places.array(), (place) => index.idAt(place)))];
      return events;
    },
  };
}

/** The events' names by the word at their head; the heads in the order of the last event that has each. */
function placesByHead(index: NameIndex): [head: number, places: Numbers][] {
  const { records } = index;
  const prepositions = new Set(Array.from(AFTER_HEAD, (word) => index.words.numberOf(word)));
  const byHead = new Map<number, { readonly places: Numbers; last: number }>();
  for (const [i, place] of finish(index.places("event")).entries()) {
    const form = index.formAt(place);
    if (form !== "name" && form !== "alias") continue;
    const first = place + RECORD.words;
    const at = headAt(index.end(place) - first, (k) => prepositions.has(records[first + k]! & WORD));
    const head = records[first + at]! & WORD;
    let known = byHead.get(head);
    if (known === undefined) byHead.set(head, (known = { places: new Numbers(), last: i }));
    known.places.push(place);
    known.last = i;
  }
  // Where two verbs share a form, the one that comes last has it.
  return [...byHead]
    .sort(([, a], [, b]) => a.last - b.last)
    .map(([head, { places }]) => [head, places] as const);
}
