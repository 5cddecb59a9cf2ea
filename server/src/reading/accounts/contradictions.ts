import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { DAYS_IN } from "../../time/units.ts";
import { contradicts } from "./conflict.ts";
import { meetingKeys, type Telling } from "./placed.ts";

/** Two accounts of one thing that cannot both hold. */
export interface Contradiction<Told extends Telling> {
  readonly here: Told;
  readonly other: Told;
}

/** Different tellings of one thing that are kept apart; beyond them a draft is about something else. */
const MOST_TELLINGS = 8;
/** Sentences of one verb and word that are looked at. */
const MOST_DEEDS = 20;

/**
 * What drafts tell of things about which the knowledge base is silent. Each draft that is added is held against itself
 * and those before it; a step takes time in proportion to the draft's own accounts.
 */
export class Tellings<Told extends Telling> {
  readonly #knowledge: Knowledge;
  /** By thing and what is said of it: accounts that agree stand together, the finest first. */
  readonly #told = new Map<string, Told[][]>();
  /** By verb and word. */
  readonly #deeds = new Map<string, Told[]>();
  readonly #described = new Map<string, Told[]>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** Each telling with one that it contradicts; both ways. */
  add(accounts: Iterable<Told>): Contradiction<Told>[] {
    const found: Contradiction<Told>[] = [];
    for (const placed of accounts) {
      const { account } = placed;
      if (account.by === "deed") found.push(...this.#addDeed(placed));
      else found.push(...this.#compared(placed));
      if (account.by === "description") found.push(...this.#addDescribed(placed));
    }
    return found;
  }

  /** Against what was told before of the same thing. */
  #compared(placed: Told): Contradiction<Told>[] {
    const { slot, how, subject } = placed.account;
    const known = entry(this.#told, `${slot} ${how} ${subject}`);
    const isAgainst = (telling: readonly Told[]) => this.#contradict(telling[0]!, placed);
    const alike = known.find((telling) => !isAgainst(telling));
    const others = known.filter((telling) => telling !== alike && isAgainst(telling));
    const isNew = alike === undefined || !alike.some(({ uri }) => uri === placed.uri);
    if (alike !== undefined) join(alike, placed);
    else if (known.length < MOST_TELLINGS) known.push([placed]);
    const here = others.map(([first]) => ({ here: placed, other: first! }));
    // The earlier ones are contradicted as soon as there is another telling.
    const there = isNew ? others.flat().map((each) => ({ here: each, other: placed })) : [];
    return [...here, ...there];
  }

  #addDeed(deed: Told): Contradiction<Told>[] {
    const { account } = deed;
    const words = account.slot === "date" ? [...(account.words ?? [])] : [];
    const found = words.flatMap((word) => {
      const key = `${account.subject} ${word}`;
      const deeds = entry(this.#deeds, key);
      if (deeds.length < MOST_DEEDS) deeds.push(deed);
      return (this.#described.get(key) ?? []).filter((phrase) => tells(deed, phrase));
    });
    return found.flatMap((phrase) => (this.#contradict(deed, phrase) ? bothWays(deed, phrase) : []));
  }

  /** "the Harl weavers' meeting of 14 May" against "Weavers met in Harl on 12 May". */
  #addDescribed(phrase: Told): Contradiction<Told>[] {
    const keys = meetingKeys(phrase);
    for (const key of keys) {
      const described = entry(this.#described, key);
      if (described.length < MOST_DEEDS) described.push(phrase);
    }
    const told = keys.flatMap((key) => this.#deeds.get(key) ?? []).filter((deed) => tells(deed, phrase));
    const isOne = told.some((deed) => !this.#contradict(deed, phrase));
    return isOne ? [] : told.flatMap((deed) => bothWays(phrase, deed));
  }

  #contradict(a: Told, b: Told): boolean {
    return contradicts(a.account, b.account, this.#knowledge);
  }
}

/** Whether a sentence holds all words of a description but the noun, whose verb it has. */
function tells({ account }: Telling, phrase: Telling): boolean {
  const words = phrase.account.subject.split(" ").slice(0, -1);
  return account.slot === "date" && words.every((word) => account.words?.has(word));
}

function bothWays<Told extends Telling>(a: Told, b: Told): Contradiction<Told>[] {
  return [
    { here: a, other: b },
    { here: b, other: a },
  ];
}

/** "in 2019" agrees with any of its days, so that the finest is what others are held against. */
function join<Told extends Telling>(alike: Told[], placed: Told): void {
  const [first] = alike;
  if (fineness(placed) < fineness(first!)) {
    alike[0] = placed;
    alike.push(first!);
  } else alike.push(placed);
}

function fineness({ account }: Telling): number {
  return account.slot === "date" ? DAYS_IN[account.time.value!.precision] : 0;
}

function entry<T>(map: Map<string, T[]>, key: string): T[] {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made: T[] = [];
  map.set(key, made);
  return made;
}
