import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Token } from "../../text/tokens.ts";
import type { Lexicon } from "../lexicon.ts";

/** A token's word, as its class is told from it alone. */
export interface Written {
  readonly kind: Token["kind"];
  /** As written, without markup. */
  readonly text: string;
  /** Folded for comparison. */
  readonly key: string;
}

/** Whether a word is of a class; asked once for each word, so that it may take its time. */
export type IsOfClass = (word: Written, lexicon: Lexicon, knowledge: Knowledge) => boolean;

/** A class of words that concerns a reader, such as the names of months: where it stands in a {@link ClassSet}. */
export interface WordClass {
  readonly at: number;
  readonly bit: number;
}

/** The classes that a word is of, or all words of a sentence together, as bits. */
export type ClassSet = readonly number[];

/** So that a set of them stays a small integer wherever this runs. */
const BITS = 30;

const classes: IsOfClass[] = [];

/** Declares a class of words. To be called where a module is loaded, and not while texts are read. */
export function wordClass(isOfClass: IsOfClass): WordClass {
  const number = classes.push(isOfClass) - 1;
  return { at: Math.floor(number / BITS), bit: 1 << (number % BITS) };
}

/** How many classes there are: what was made of fewer is out of date. */
export function classCount(): number {
  return classes.length;
}

/** The classes of a word. */
export function classesOf(word: Written, lexicon: Lexicon, knowledge: Knowledge): ClassSet {
  const set: number[] = noClasses();
  for (let i = 0; i < classes.length; i++)
    if (classes[i]!(word, lexicon, knowledge)) set[Math.floor(i / BITS)]! |= 1 << (i % BITS);
  return set;
}

/** A set to be filled. */
export function noClasses(): number[] {
  return new Array(Math.ceil(classes.length / BITS)).fill(0);
}

/** Whether a word is of a class; of all words of a sentence, whether any of them is. */
export function hasClass({ classes }: { readonly classes: ClassSet }, { at, bit }: WordClass): boolean {
  return (classes[at]! & bit) !== 0;
}
