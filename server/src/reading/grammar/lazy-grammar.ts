import type { Sentence } from "../../text/draft.ts";
import type { Token } from "../../text/tokens.ts";
import { type Clauses, clausesOf } from "./clauses.ts";
import type { Quotations } from "./quotation-marks.ts";
import { type Scope, scopesOf } from "./scopes.ts";
import { type Known, type Tagged, tag, tagAlone } from "./tagged.ts";
import type { Tag } from "./tags.ts";
import type { ClassSet } from "./word-classes.ts";
import type { Word } from "./words.ts";

/** How the words of a sentence hang together. */
export interface Grammar extends Tagged {
  /** The tag of one token; where only it is asked for, the others are mostly not looked at. */
  readonly tagAt: (i: number) => Tag | undefined;
  /** The classes of all its words: where a class is missing, who looks for words of it need not begin. */
  readonly classes: ClassSet;
  /** Some of it stands in quotation marks. */
  readonly quotes: boolean;
  readonly clauses: Clauses;
  /** For each token why it states nothing, if so. */
  readonly scopes: readonly (Scope | undefined)[];
}

/** The grammar of a sentence, each part of it found when it is first asked for: most sentences say nothing that needs it. */
export class LazyGrammar implements Grammar {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  readonly classes: ClassSet;
  readonly #known: Known;
  readonly #quotations: Quotations;
  #keys: readonly string[] | undefined;
  #tagged: Pick<Tagged, "tags" | "verbs"> | undefined;
  #clauses: Clauses | undefined;
  #scopes: Grammar["scopes"] | undefined;

  constructor(
    sentence: Sentence,
    words: readonly Word[],
    classes: ClassSet,
    known: Known,
    quotations: Quotations,
  ) {
    this.sentence = sentence;
    this.tokens = sentence.tokens;
    this.words = words;
    this.classes = classes;
    this.#known = known;
    this.#quotations = quotations;
  }

  get keys(): readonly string[] {
    return (this.#keys ??= this.words.map(({ key }) => key));
  }

  get quotes(): boolean {
    const { all, first } = this.#quotations;
    return first < all.length && all[first]!.start < this.sentence.span.end;
  }

  get tags(): Tagged["tags"] {
    return this.#tag().tags;
  }

  tagAt(i: number): Tag | undefined {
    return this.#tagged?.tags[i] ?? tagAlone(this, this.#known, i) ?? this.tags[i];
  }

  get verbs(): Tagged["verbs"] {
    return this.#tag().verbs;
  }

  get clauses(): Clauses {
    return (this.#clauses ??= clausesOf(this));
  }

  get scopes(): Grammar["scopes"] {
    return (this.#scopes ??= scopesOf(this, this.#quotations));
  }

  #tag(): Pick<Tagged, "tags" | "verbs"> {
    return (this.#tagged ??= tag(this, this.#known));
  }
}
