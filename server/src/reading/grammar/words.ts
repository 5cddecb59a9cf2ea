import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { copied } from "../../text/copied.ts";
import { verbForms } from "../../text/inflect.ts";
import type { Token } from "../../text/tokens.ts";
import { type VerbForm, verbOf } from "../english/verbs.ts";
import { type Lexicon, lexiconOf } from "../lexicon.ts";
import { type Tag, tagByItself } from "./tags.ts";
import { type ClassSet, classCount, classesOf, noClasses, type Written } from "./word-classes.ts";

/** What the readers ask of a word again and again, found once for each word and not for each place where it stands. */
export interface Word extends Written {
  readonly classes: ClassSet;
  /** By itself, without its neighbours. */
  readonly tag: Tag;
  /** The same at the head of a sentence, where its capital means nothing. */
  readonly tagAtHead: Tag;
  /** The verb that it may be a form of. */
  readonly verb: VerbForm | undefined;
  /** That form can be the verb's participle. */
  readonly isParticiple: boolean;
}

/** What holds of some word of a sentence. */
export function classesOfAll(words: readonly Word[]): ClassSet {
  const all = noClasses();
  for (const { classes } of words) for (let at = 0; at < classes.length; at++) all[at]! |= classes[at]!;
  return all;
}

/** How many words are remembered; past that the memory begins anew. */
const MOST = 50_000;
/** Longer words are remembered as copies: what is cut from a text keeps that text alive. */
const LONGEST_OWN = 12;

/** The words that were met so far in drafts that are held against one knowledge base. */
export class Words {
  readonly #knowledge: Knowledge;
  readonly #lexicon: Lexicon;
  readonly #words = new Map<string, Word>();
  /** How many classes of words there were. */
  #count = classCount();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#lexicon = lexiconOf(knowledge);
  }

  /** The words of tokens, one each. */
  of(tokens: readonly Token[]): Word[] {
    if (this.#words.size > MOST || this.#count !== classCount()) {
      this.#words.clear();
      this.#count = classCount();
    }
    const words = new Array<Word>(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      const known = this.#words.get(token.text);
      words[i] = known !== undefined && known.kind === token.kind ? known : this.#new(token);
    }
    return words;
  }

  #new({ kind, text, key }: Token): Word {
    const own = text.length <= LONGEST_OWN ? text : copied(text);
    const written = { kind, text: own, key: key === text ? own : key };
    const verb = this.#lexicon.verbForms.get(key) ?? verbOf(key);
    const word: Word = {
      kind,
      text: own,
      key: written.key,
      classes: classesOf(written, this.#lexicon, this.#knowledge),
      tag: tagByItself(written, false),
      tagAtHead: tagByItself(written, true),
      verb,
      isParticiple: verb !== undefined && isParticiple(verb, key),
    };
    this.#words.set(own, word);
    return word;
  }
}

function isParticiple({ lemma, tense }: VerbForm, key: string): boolean {
  if (tense !== "past" && tense !== "participle") return false;
  // Of a verb that no list has, only the ending is known.
  return lemma === key || verbForms(lemma).participle === key;
}

const known = new WeakMap<Knowledge, Words>();

/** The words for a knowledge base, made once for each. */
export function wordsFor(knowledge: Knowledge): Words {
  let words = known.get(knowledge);
  if (words === undefined) known.set(knowledge, (words = new Words(knowledge)));
  return words;
}
