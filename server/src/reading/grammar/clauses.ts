import { RELATIVES } from "../english/function-words.ts";
import {
  hasFiniteAfterAside,
  hasFiniteLater,
  isDash,
  isOneGroup,
  isParticiple,
  isSubordinatingPreposition,
  lastAuxiliary,
  skipAdverbs,
  startsClause,
  takesObject,
} from "./clause-signs.ts";
import type { Tagged } from "./tagged.ts";
import type { Tag } from "./tags.ts";
import { hasClass, wordClass } from "./word-classes.ts";

export type ClauseKind =
  | "main"
  /** After "and" or "but", with a subject of its own or that of the clause before. */
  | "coordinate"
  /** After "when", "although", "because" … */
  | "subordinate"
  /** What somebody says, thinks or wants: after "said that". */
  | "complement"
  | "relative"
  /** "reached in Doha", "opening on Monday": a participle that describes the noun before it. */
  | "participial"
  | "infinitive"
  | "parenthesis";

export interface Clause {
  readonly id: number;
  readonly kind: ClauseKind;
  readonly parent: number | undefined;
  /** The token that opens it. */
  readonly from: number;
  /** Main verbs in it, without auxiliaries; the first is its predicate. */
  readonly verbs: number[];
  /** Auxiliaries and modals in it. */
  readonly auxiliaries: number[];
}

export interface Clauses {
  readonly all: readonly Clause[];
  /** The clause of each token. */
  readonly at: readonly number[];
}

/** Parts a sentence into clauses by punctuation, conjunctions and verbs, as cascaded chunkers do (Abney 1996). */
export function clausesOf(sentence: Tagged): Clauses {
  return new ClauseReader(sentence).read();
}

/** Words at which a clause may begin or end: those of these tags, and a few whatever they are tagged. */
const MOVING: ReadonlySet<Tag> = new Set(["mark", "verb", "aux", "modal", "sub", "prep", "conj"]);
const OPENING = wordClass(({ key }) => RELATIVES.has(key) || key === "to");

class ClauseReader {
  readonly #s: Tagged;
  readonly #all: Clause[] = [];
  readonly #at: number[] = [];
  #now: Clause;
  /** Clauses to go back to at a closing bracket or a second dash. */
  readonly #brackets: { clause: Clause; close: string }[] = [];

  constructor(sentence: Tagged) {
    this.#s = sentence;
    this.#now = this.#new("main", undefined, 0);
  }

  read(): Clauses {
    for (let i = 0; i < this.#s.tokens.length; i++) {
      this.#move(i);
      this.#at[i] = this.#now.id;
      if (this.#s.tags[i] === "verb" || this.#s.tags[i] === "ing") this.#now.verbs.push(i);
      if (this.#s.tags[i] === "aux" || this.#s.tags[i] === "modal") this.#now.auxiliaries.push(i);
    }
    return { all: this.#all, at: this.#at };
  }

  #new(kind: ClauseKind, parent: Clause | undefined, from: number): Clause {
    const clause: Clause = {
      id: this.#all.length,
      kind,
      parent: parent?.id,
      from,
      verbs: [],
      auxiliaries: [],
    };
    this.#all.push(clause);
    return clause;
  }

  #open(kind: ClauseKind, from: number): void {
    this.#now = this.#new(kind, this.#now, from);
  }

  /** Back to the nearest clause that can go on after a comma. */
  #back(): void {
    while (this.#now.parent !== undefined && this.#now.kind !== "parenthesis")
      this.#now = this.#all[this.#now.parent]!;
  }

  #move(i: number): void {
    const { tags, keys, words } = this.#s;
    if (!MOVING.has(tags[i]!) && !hasClass(words[i]!, OPENING)) return;
    if (tags[i] === "mark") return this.#mark(i);
    if (keys[i] === "that") return this.#that(i);
    if (RELATIVES.has(keys[i]!) && this.#isRelative(i)) return this.#relative(i);
    if (keys[i] === "because" && keys[i + 1] === "of") return;
    if (tags[i] === "verb" && i === this.#now.from && this.#isOpening(i)) return this.#open("participial", i);
    if (tags[i] === "sub" || isSubordinatingPreposition(this.#s, i)) return this.#open("subordinate", i);
    if (tags[i] === "conj") return this.#conjunction(i);
    if (keys[i] === "to" && tags[i + 1] === "verb") return this.#open("infinitive", i);
    if (tags[i] === "verb" && this.#isReduced(i)) return this.#open("participial", i);
    if (tags[i] === "verb" || tags[i] === "aux" || tags[i] === "modal") this.#returnToFinite(i);
  }

  #mark(i: number): void {
    const text = this.#s.tokens[i]!.text;
    const bracket = this.#brackets.at(-1);
    if (text === bracket?.close) {
      this.#now = bracket.clause;
      this.#brackets.pop();
    } else if (text === "(" || text === "[") this.#bracket(i, text === "(" ? ")" : "]");
    else if (text === ";" || text === ":") this.#now = this.#new("main", undefined, i);
    else if (isDash(this.#s, i)) this.#dash(i);
    else if (text === ",") this.#comma(i);
  }

  #bracket(i: number, close: string): void {
    this.#brackets.push({ clause: this.#now, close });
    this.#open("parenthesis", i);
  }

  #dash(i: number): void {
    const later = this.#s.tokens.findIndex((_, k) => k > i && isDash(this.#s, k));
    if (later > 0) this.#bracket(i, this.#s.tokens[later]!.text);
    else this.#now = this.#new("main", undefined, i);
  }

  #comma(i: number): void {
    const { tags, keys } = this.#s;
    const inner = this.#isInner();
    if (inner) this.#back();
    const next = skipAdverbs(tags, i + 1);
    const describes = tags[next] === "verb" || (tags[next] === "ing" && keys[next] !== "including");
    if (describes && this.#now.verbs.length === 0 && !hasFiniteAfterAside(this.#s, next + 1)) return;
    if (describes) this.#open("participial", next);
  }

  /** Inside a relative, participial or subordinate clause that has its verb, so that a comma may end it. */
  #isInner(): boolean {
    let told = false;
    for (
      let clause: Clause | undefined = this.#now;
      clause?.parent !== undefined;
      clause = this.#all[clause.parent]
    ) {
      told ||= clause.verbs.length + clause.auxiliaries.length > 0;
      if (clause.kind === "parenthesis") return false;
      if (clause.kind !== "coordinate" && told) return true;
    }
    return false;
  }

  #that(i: number): void {
    const { tags, keys } = this.#s;
    const next = tags[i + 1];
    const before = tags[i - 1];
    if (keys[i - 1] === "," && keys[i + 1] === "is") return;
    // "It is not true that …": after a predicate, not after a noun.
    const predicative = before === "word" && /^(?:aux|neg|adverb)$/.test(tags[i - 2] ?? "");
    if (before === "verb" || before === "aux" || predicative) {
      if (startsClause(this.#s, i + 1)) this.#open("complement", i);
    } else if (next === "verb" || next === "aux" || next === "modal" || next === "neg")
      this.#open("relative", i);
    else if (
      (before === "word" || before === "time" || before === "name" || keys[i - 1] === ",") &&
      startsClause(this.#s, i + 1)
    ) {
      this.#open(before !== "word" ? "complement" : "relative", i);
    }
  }

  #isRelative(i: number): boolean {
    const { tags, keys } = this.#s;
    if (i === 0) return false;
    if (keys[i] === "when") return tags[i - 1] === "time" || keys[i - 1] === ",";
    return keys[i] !== "that";
  }

  /** "Signed in the autumn, the truce …": a participle at the head of the sentence, then a comma. */
  #isOpening(i: number): boolean {
    const { verbs, tags, tokens } = this.#s;
    const tense = verbs[i]!.tense;
    if (this.#now.kind !== "main" || (tense !== "past" && tense !== "participle")) return false;
    return !takesObject(tags[i + 1]) && tokens.some((token, k) => k > i && token.text === ",");
  }

  #relative(i: number): void {
    // "the truce, which was signed in Doha and which held": a second relative stands beside the first.
    if (this.#now.kind === "relative" && this.#s.tags[i - 1] === "conj")
      this.#now = this.#all[this.#now.parent ?? 0]!;
    this.#open("relative", i);
  }

  #conjunction(i: number): void {
    const { tags } = this.#s;
    if (this.#now.verbs.length + this.#now.auxiliaries.length === 0) return;
    const next = skipAdverbs(tags, i + 1);
    const sharesSubject = tags[next] === "verb" || tags[next] === "aux" || tags[next] === "modal";
    if (!sharesSubject && !startsClause(this.#s, i + 1)) return;
    if (this.#now.kind === "infinitive" && sharesSubject) return;
    if (!sharesSubject && this.#s.tokens[i - 1]?.text === ",") this.#back();
    this.#now = this.#new("coordinate", this.#now, i);
  }

  /** A participle right after a noun, where the clause has its verb already or will still get one. */
  #isReduced(i: number): boolean {
    const { tags } = this.#s;
    if (!isParticiple(this.#s, i)) return false;
    // "the talks that A and B hosted": the relative clause's own verb, behind its subject.
    const isBare = this.#now.verbs.length + this.#now.auxiliaries.length === 0;
    if (this.#now.kind === "relative" && isBare && i > this.#now.from + 1) return false;
    const before = tags[i - 1];
    if (before !== "word" && before !== "name" && before !== "time" && before !== "adverb") return false;
    if (
      takesObject(tags[i + 1]) ||
      this.#now.verbs.includes(i - 1) ||
      lastAuxiliary(this.#s, i) !== undefined
    )
      return false;
    // "The board that looked into the crash sat …": the clause around it still waits for its verb.
    if (this.#isAwaited() && !hasFiniteLater(this.#s, i + 1)) return false;
    if (this.#now.verbs.length + this.#now.auxiliaries.length > 0) return true;
    return hasFiniteLater(this.#s, i + 1);
  }

  /** The clause around a relative one has no verb yet. */
  #isAwaited(): boolean {
    const outer = this.#now.kind === "relative" ? this.#all[this.#now.parent!] : undefined;
    return outer !== undefined && outer.verbs.length + outer.auxiliaries.length === 0;
  }

  /** A finite verb after a participial clause belongs to the clause around it: "The truce signed in Doha | collapsed". */
  #returnToFinite(i: number): void {
    const kind = this.#now.kind;
    if ((kind !== "participial" && kind !== "relative" && kind !== "infinitive") || this.#now.from === i)
      return;
    const last = this.#now.verbs.at(-1);
    // "the talks that A hosted | came to nothing": two finite verbs side by side.
    const tense = this.#s.verbs[i]?.tense;
    const isNext = last === i - 1 && kind === "relative" && (tense === "past" || tense === "third");
    if (last === undefined || (!isNext && isOneGroup(this.#s, last, i))) return;
    const parent = this.#all[this.#now.parent ?? 0]!;
    if (parent.verbs.length + parent.auxiliaries.length === 0) this.#now = parent;
  }
}
