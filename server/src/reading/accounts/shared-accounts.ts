import { meetingKeys, type Placed } from "./placed.ts";

/** The most sentences of one verb and word that are looked at for a description. */
const MOST_SENTENCES = 50;

/**
 * What many drafts tell, found again by the things that it is told of. Of drafts that tell the same of a thing, one speaks
 * for all, so that a thing on which a thousand of them agree costs no more than one on which two do.
 */
export class SharedAccounts {
  readonly #byDraft = new Map<string, readonly Placed[]>();
  /** By thing, and by what is told of it. */
  readonly #told = new Map<string, Map<string, Set<Placed>>>();
  /** Sentences by their verb; descriptions by verb and word. */
  readonly #met = new Map<string, Set<Placed>>();

  get isEmpty(): boolean {
    return this.#byDraft.size === 0;
  }

  of(uri: string): readonly Placed[] {
    return this.#byDraft.get(uri) ?? [];
  }

  /** What a draft tells from now on; gives the other drafts for which that, or what it told before, may matter. */
  set(uri: string, accounts: readonly Placed[]): ReadonlySet<string> {
    const touched = new Set<string>();
    for (const placed of this.of(uri)) this.#remove(placed, touched);
    if (accounts.length === 0) this.#byDraft.delete(uri);
    else this.#byDraft.set(uri, accounts);
    for (const placed of accounts) this.#add(placed, touched);
    touched.delete(uri);
    return touched;
  }

  /** What other drafts tell of the things that one tells of, in an order that does not depend on who was read first. */
  around(uri: string): Placed[] {
    const found = new Set<Placed>();
    for (const placed of this.of(uri)) {
      for (const alike of this.#told.get(thing(placed))?.values() ?? []) {
        const speaker = firstOf(alike, uri);
        if (speaker !== undefined) found.add(speaker);
      }
      for (const other of this.#meeting(placed)) if (other.uri !== uri) found.add(other);
    }
    return [...found].sort(byPlace);
  }

  #add(placed: Placed, touched: Set<string>): void {
    if (placed.account.by !== "deed") {
      const tellings = this.#told.get(thing(placed)) ?? new Map<string, Set<Placed>>();
      this.#told.set(thing(placed), tellings);
      const telling = tellingOf(placed);
      const alike = tellings.get(telling) ?? new Set<Placed>();
      tellings.set(telling, alike.add(placed));
      if (firstOf(alike) === placed) touch(tellings, touched);
    }
    for (const key of meetings(placed)) this.#met.set(key, (this.#met.get(key) ?? new Set()).add(placed));
    for (const { uri } of this.#meeting(placed)) touched.add(uri);
  }

  #remove(placed: Placed, touched: Set<string>): void {
    for (const { uri } of this.#meeting(placed)) touched.add(uri);
    for (const key of meetings(placed)) {
      const met = this.#met.get(key);
      met?.delete(placed);
      if (met?.size === 0) this.#met.delete(key);
    }
    const key = thing(placed);
    const tellings = this.#told.get(key);
    const telling = tellingOf(placed);
    const alike = tellings?.get(telling);
    if (tellings === undefined || alike === undefined) return;
    if (firstOf(alike) === placed) touch(tellings, touched);
    alike.delete(placed);
    if (alike.size === 0) tellings.delete(telling);
    if (tellings.size === 0) this.#told.delete(key);
  }

  /** "Weavers met in Harl" for "the Harl weavers' meeting", and the other way round. */
  #meeting(placed: Placed): Placed[] {
    const { account } = placed;
    if (account.by === "description") {
      return meetingKeys(placed).flatMap((key) => {
        const [verb, ...words] = key.split(" ");
        const word = words.join(" ");
        const has = ({ account: told }: Placed) => told.slot === "date" && told.words?.has(word) === true;
        return [...(this.#met.get(`deed ${verb}`) ?? [])].filter(has).slice(0, MOST_SENTENCES);
      });
    }
    if (account.by !== "deed" || account.slot !== "date") return [];
    return [...(account.words ?? [])].flatMap((word) => [
      ...(this.#met.get(`phrase ${account.subject} ${word}`) ?? []),
    ]);
  }
}

function meetings(placed: Placed): string[] {
  const { by, subject } = placed.account;
  if (by === "deed") return [`deed ${subject}`];
  return by === "description" ? meetingKeys(placed).map((key) => `phrase ${key}`) : [];
}

function thing({ account: { slot, how, subject } }: Placed): string {
  return `${slot} ${how} ${subject}`;
}

function tellingOf({ account }: Placed): string {
  const { by, recurs, restrictive } = account;
  const told = account.slot === "date" ? [account.time.value, account.time.stated] : account.place;
  return JSON.stringify([by, recurs, restrictive, told]);
}

/** The one that speaks for those who tell the same; of other drafts than `uri`, if that is given. */
function firstOf(alike: ReadonlySet<Placed>, uri?: string): Placed | undefined {
  let first: Placed | undefined;
  for (const placed of alike)
    if (placed.uri !== uri && (first === undefined || byPlace(placed, first) < 0)) first = placed;
  return first;
}

/** As long as all tell the same, nobody need hear of it. */
function touch(tellings: ReadonlyMap<string, ReadonlySet<Placed>>, touched: Set<string>): void {
  if (tellings.size < 2) return;
  for (const alike of tellings.values()) for (const { uri } of alike) touched.add(uri);
}

function byPlace(a: Placed, b: Placed): number {
  return (a.uri < b.uri ? -1 : Number(a.uri > b.uri)) || a.account.span.start - b.account.span.start;
}
