import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { slice } from "../../text/span.ts";
import type { Follower, ReadPart } from "../ledger.ts";
import { InOrder } from "../memory/in-order.ts";
import { setAt } from "../tally.ts";
import type { Account } from "./account.ts";
import { accountsOf } from "./accounts.ts";
import { type Contradiction, Tellings } from "./contradictions.ts";
import { meetingKeys, type Telling } from "./placed.ts";

/** An account of a draft, and the part that gives it. */
export interface ToldInPart extends Telling {
  readonly part: ReadPart;
}

type Accounts = InOrder<ReadPart, readonly Account[]>;

/**
 * What a draft itself tells in two ways. Sentences count only as far as something is described that they may tell of, and
 * are many; where none is, and no other account has changed, nothing is gone through.
 */
export class ToldTwice implements Follower {
  readonly #knowledge: Knowledge;
  readonly #accounts: Accounts = new InOrder();
  readonly #deeds: Accounts = new InOrder();
  /** How many descriptions there are that a sentence may tell of. */
  #described = 0;
  #found: readonly Contradiction<ToldInPart>[] | undefined;
  /** How much oftener, or more seldom, each thing is told than when it was last asked. */
  readonly #difference = new Map<string, number>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  add(part: ReadPart): void {
    const { deeds, others } = accountsIn(part, this.#knowledge);
    if (deeds.length > 0) this.#deeds.add(part, deeds);
    if (others.length > 0) this.#accounts.add(part, others);
    this.#note(deeds, others, 1);
    this.#compare(part, 1);
  }

  remove(part: ReadPart): void {
    const { deeds, others } = accountsIn(part, this.#knowledge);
    this.#deeds.remove(part);
    this.#accounts.remove(part);
    this.#note(deeds, others, -1);
    this.#compare(part, -1);
  }

  /** Each account with one that it contradicts; both ways. */
  found(): readonly Contradiction<ToldInPart>[] {
    this.#found ??= new Tellings<ToldInPart>(this.#knowledge).add(this.#all());
    return this.#found;
  }

  /** Whether anything else is told than when this was last asked, wherever it stands. */
  tellsOtherwise(): boolean {
    const isOther = this.#difference.size > 0;
    this.#difference.clear();
    return isOther;
  }

  #compare(part: ReadPart, by: 1 | -1): void {
    for (const told of accountsIn(part, this.#knowledge).words) {
      const times = (this.#difference.get(told) ?? 0) + by;
      if (times === 0) this.#difference.delete(told);
      else this.#difference.set(told, times);
    }
  }

  #note(deeds: readonly Account[], others: readonly Account[], by: 1 | -1): void {
    this.#described += by * others.filter(isMet).length;
    if (others.length > 0 || (this.#described > 0 && deeds.length > 0)) this.#found = undefined;
  }

  /** In the order of the draft: all but the sentences that can tell of nothing that is described. */
  *#all(): Generator<ToldInPart> {
    const others = Array.from(this.#accounts);
    const met = wordsMet(others.flatMap(([, accounts]) => accounts));
    const parts = new Set(others.map(([part]) => part));
    if (met.size > 0) for (const [part] of this.#deeds) parts.add(part);
    for (const part of [...parts].sort((a, b) => a.order - b.order))
      for (const account of accountsIn(part, this.#knowledge).all)
        if (account.by !== "deed" || mayTell(account, met)) yield { part, account, uri: "" };
  }
}

/** By the verb of a sentence: one of these words is in all that can tell of something described. */
function wordsMet(accounts: readonly Account[]): ReadonlyMap<string, ReadonlySet<string>> {
  const met = new Map<string, Set<string>>();
  for (const account of accounts)
    for (const key of account.by === "description" ? meetingKeys({ account, uri: "" }) : []) {
      const [verb, word] = key.split(" ");
      setAt(met, verb!).add(word!);
    }
  return met;
}

function mayTell(deed: Account, met: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const words = met.get(deed.subject);
  if (words === undefined || deed.slot !== "date") return false;
  for (const word of words) if (deed.words?.has(word) === true) return true;
  return false;
}

interface AccountsIn {
  readonly all: readonly Account[];
  readonly deeds: readonly Account[];
  readonly others: readonly Account[];
  /** What each tells, the same for two that tell the same in the same words. */
  readonly words: readonly string[];
}

const known = new WeakMap<ReadPart, AccountsIn>();

function accountsIn(part: ReadPart, knowledge: Knowledge): AccountsIn {
  let accounts = known.get(part);
  if (accounts === undefined) {
    const all = [...accountsOf(part.found, knowledge)];
    const deeds = all.filter(({ by }) => by === "deed");
    const others = all.filter(({ by }) => by !== "deed");
    accounts = { all, deeds, others, words: all.map((account) => wordsOf(account, part)) };
    known.set(part, accounts);
  }
  return accounts;
}

function wordsOf(account: Account, { part: { text } }: ReadPart): string {
  const { slot, how, by, subject, recurs, restrictive, span, subjectSpan } = account;
  const told = account.slot === "date" ? [account.time.value?.edtf, ...(account.words ?? [])] : account.place;
  return JSON.stringify([
    slot,
    how,
    by,
    subject,
    recurs,
    restrictive,
    told,
    slice(text, span),
    slice(text, subjectSpan),
  ]);
}

/** Whether sentences may tell of it as well. */
function isMet(account: Account): boolean {
  return account.by === "description" && meetingKeys({ account, uri: "" }).length > 0;
}
