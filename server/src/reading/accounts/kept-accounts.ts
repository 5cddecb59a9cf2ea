import type { TimeMention } from "../../time/time.ts";
import type { Account, WordSet } from "./account.ts";
import type { Placed } from "./placed.ts";

/** Makes accounts small that are kept for long: what many of them have in common is there once, and no draft's text hangs on them. */
export class KeptAccounts {
  readonly #words = new Map<string, string>();
  readonly #times = new Map<string, TimeMention>();

  keep({ account, uri, start, end, words, subject }: Placed): Placed {
    return {
      account: this.#account(account),
      uri,
      start,
      end,
      words: this.#word(words),
      subject: this.#word(subject),
    };
  }

  #account(account: Account): Account {
    const { start, end } = account.span;
    const subjectSpan = { start: account.subjectSpan.start, end: account.subjectSpan.end };
    const own = { span: { start, end }, subjectSpan, subject: this.#word(account.subject) };
    if (account.slot === "place") return { ...account, ...own };
    const { words, ...rest } = account;
    const kept = { ...rest, ...own, time: this.#time(account.time) };
    if (words === undefined) return kept;
    return { ...kept, words: new FewWords([...words].map((word) => this.#word(word))) };
  }

  /** Where it stands the account knows, and so does the place; what it means is the same in many drafts. */
  #time(time: TimeMention): TimeMention {
    const { span: _, core: __, text: ___, weekday: ____, ...meant } = time;
    const key = JSON.stringify(meant);
    const known = this.#times.get(key);
    if (known !== undefined) return known;
    const made: TimeMention = { ...structuredClone(meant), span: NOWHERE, core: NOWHERE, text: "" };
    this.#times.set(key, made);
    return made;
  }

  #word(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    // A copy, for a word that was cut out of a text keeps all of the text.
    const copy = structuredClone(word);
    this.#words.set(copy, copy);
    return copy;
  }
}

const NOWHERE = { start: 0, end: 0 };

/** A set of the words of a clause, in a tenth of the memory. */
class FewWords implements WordSet {
  constructor(private readonly words: readonly string[]) {}

  has(word: string): boolean {
    return this.words.includes(word);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.words[Symbol.iterator]();
  }
}
