import type { Event, Id, Knowledge } from "../knowledge-base/knowledge.ts";
import { questionsOf } from "../knowledge-base/questions.ts";
import { formsOf, pluralOf, verbForms } from "../text/inflect.ts";
import { nameTokens } from "../text/name-words.ts";
import { fold, type Token } from "../text/tokens.ts";
import { isFunctionWord } from "./english/function-words.ts";
import { verbsOfNoun } from "./english/nominals.ts";
import { ORDER_VERBS } from "./english/relations.ts";
import { OTHER } from "./english/told-apart.ts";
import { type VerbForm, verbOf } from "./english/verbs.ts";
import { isCapitalized, nameIndex } from "./names/name-index.ts";
import { findNames } from "./names/name-mentions.ts";

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
  readonly named: ReadonlyMap<Id, readonly Id[]>;
  /** Common words of an event's own names beside the head ("relations" in "upgrade of diplomatic relations"). */
  readonly nameWords: ReadonlyMap<Id, ReadonlySet<string>>;
  /** What the sources say of an event in sentences of one date, word by word, with a blank before and after each. */
  readonly quotesOf: (event: Id) => string;
  /** Words of an event's own names that else tell events of a kind apart ("final" in "final act of decommissioning"). */
  readonly tellingWords: ReadonlyMap<Id, ReadonlySet<string>>;
  /** The folded words of a name, joined by spaces → events. */
  readonly eventsByName: ReadonlyMap<string, readonly Id[]>;
  /** Of each of an event's own names the words beside the head that name no known actor. */
  readonly ownWords: ReadonlyMap<Id, readonly OwnWords[]>;
}

/** Words of a name, those in capitals apart ("Senna" and "Terminal" of "opening of the Senna Terminal"). */
export interface OwnWords {
  readonly proper: readonly string[];
  readonly common: readonly string[];
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
  readonly #named = new Map<Id, Id[]>();
  readonly #nameWords = new Map<Id, ReadonlySet<string>>();
  readonly #tellingWords = new Map<Id, Set<string>>();
  readonly #eventsByName = new Map<string, Id[]>();
  readonly #ownWords = new Map<Id, OwnWords[]>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  build(): Lexicon {
    const { events, entities, vocabulary } = this.#knowledge;
    for (const event of events.values()) this.#event(event);
    for (const [type, words] of Object.entries(vocabulary.eventTypes)) {
      for (const term of [type.replace(/([a-z])([A-Z])|-/g, "$1 $2"), ...words.terms])
        this.#noun(this.#kinds, term, type);
      const ids = questionsOf(this.#knowledge)
        .eventsOfType(type)
        .map(({ id }) => id);
      for (const verb of words.verbs) this.#verb(this.#eventVerbs, verb, { lemma: verb, events: ids });
      for (const verb of words.objectOf) this.#forms(this.#tellingVerbs, verb, type);
    }
    for (const [role, words] of Object.entries(vocabulary.participantRoles)) {
      for (const phrase of words.phrases) this.#add(this.#rolePhrases, phrase.split(" ").map(fold), role);
      for (const verb of words.verbs) this.#verb(this.#roleVerbs, verb, role);
      for (const title of words.titles) this.#noun(this.#roleTitles, title, role);
    }
    this.#relations();
    for (const entity of entities.values()) {
      for (const role of entity.roles)
        for (const title of [role.title, ...role.aliases]) this.#noun(this.#offices, title, title);
    }
    const kindWords = new Set(
      [...this.#kinds].flatMap(([first, phrases]) => [first, ...phrases.flatMap(({ rest }) => rest)]),
    );
    const makingRoles = Object.entries(vocabulary.participantRoles)
      .filter(([, words]) => words.makesItHappen)
      .map(([role]) => role);
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
      named: this.#named,
      nameWords: this.#nameWords,
      quotesOf: quotesFrom(events),
      ownWords: this.#ownWords,
      eventsByName: this.#eventsByName,
      tellingWords: this.#tellingWords,
    };
  }

  /** The verbs of claims, of outcomes and of order, as far as the tagger does not know them. */
  #relations(): void {
    const { claims, vocabulary } = this.#knowledge;
    const used = new Set([...claims.values()].map(({ predicate }) => predicate));
    const predicates = [...used].flatMap((predicate) => vocabulary.predicates[predicate] ?? []);
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

  /** What an event's own names add: verbs for their nouns, and the actors that they speak of. */
  #event(event: Event): void {
    const index = nameIndex(this.#knowledge);
    const actors = new Set<Id>(event.about);
    const verbs = new Set<string>();
    const words = new Set<string>();
    for (const name of [event.name, ...event.aliases]) {
      const tokens = nameTokens(name);
      const telling = this.#tellingWords.get(event.id) ?? new Set<string>();
      for (const { key } of tokens) if (OTHER.has(key)) telling.add(key);
      this.#tellingWords.set(event.id, telling);
      const joined = tokens.map((token) => token.key).join(" ");
      this.#eventsByName.set(joined, [...(this.#eventsByName.get(joined) ?? []), event.id]);
      const actorWords = new Set<string>();
      for (const match of findNames(tokens, index, "entity")) {
        for (const { id } of match.names) actors.add(id);
        for (const { key } of tokens.slice(match.from, match.to)) actorWords.add(key);
      }
      const heads = headNouns(tokens.map((token) => token.key));
      for (const verb of heads.flatMap(verbsOfNoun)) if (isLikelyVerb(verb, heads)) verbs.add(verb);
      const own = tokens.filter(
        ({ key, kind }) => kind === "word" && !heads.includes(key) && !isFunctionWord(key) && key !== "'s",
      );
      const free = own.filter(({ key }) => !actorWords.has(key));
      this.#ownWords.set(event.id, [
        ...(this.#ownWords.get(event.id) ?? []),
        // With an actor in it, a name is told by that actor.
        ...(free.length < own.length ? [] : [wordsOf(free)]),
      ]);
      for (const { key, text } of tokens) {
        if (!heads.includes(key) && !isCapitalized(text) && !isFunctionWord(key)) words.add(key);
      }
    }
    this.#named.set(event.id, [...actors]);
    this.#nameWords.set(event.id, words);
    for (const verb of verbs) this.#verb(this.#eventVerbs, verb, { lemma: verb, events: [event.id] });
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

function wordsOf(tokens: readonly Token[]): OwnWords {
  const keys = (capital: boolean) =>
    tokens.filter(({ text }) => isCapitalized(text) === capital).map(({ key }) => key);
  return { proper: keys(true), common: keys(false) };
}

/** The nouns that say what happened: the one before "of", or the last ("establishment of the line", "Doha ceasefire"). */
function headNouns(keys: readonly string[]): string[] {
  const of = keys.findIndex((key) => key === "of" || key === "to" || key === "in");
  return [keys[of > 0 ? of - 1 : keys.length - 1]!].filter((key) => key !== undefined);
}

/** "demarcation" is sure to come from a verb, "mayoral" only if the verb is known. */
function isLikelyVerb(verb: string, nouns: readonly string[]): boolean {
  return verbOf(verb)?.tense === "base" || nouns.some((noun) => /(?:ment|tion|ing)$/.test(noun));
}
