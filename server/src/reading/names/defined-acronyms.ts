import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import type { BlockMemory } from "../memory/block-memory.ts";
import { idsOf } from "./meant.ts";
import { isCapitalized } from "./name-index.ts";
import type { NameMatch } from "./name-mentions.ts";
import { nearIndex } from "./near-index.ts";

/**
 * The acronyms that a draft itself gives to known actors: "the Union of Weavers (UoW)". From there on they are names of
 * these. An acronym is one if its letters are found in the name in order, the first of each at a word's start (Schwartz
 * and Hearst 2003).
 */
export class DefinedAcronyms {
  readonly #knowledge: Knowledge;
  readonly #memory: BlockMemory;

  constructor(knowledge: Knowledge, memory: BlockMemory) {
    this.#knowledge = knowledge;
    this.#memory = memory;
  }

  /** The passage with the acronyms defined so far among its names; it may define others. */
  in(passage: Passage): Passage {
    if (!hasClass(passage, ACRONYM)) return passage;
    for (const match of passage.names) this.#define(passage, match);
    const found = passage.words.flatMap((word, at): NameMatch[] => {
      if (!hasClass(word, ACRONYM) || passage.tags[at] !== "word") return [];
      const name = this.#memory.acronym(word.text);
      return name === undefined ? [] : [{ from: at, to: at + 1, names: [name] }];
    });
    if (found.length === 0) return passage;
    const tags = [...passage.tags];
    for (const { from } of found) tags[from] = "name";
    return passage.withNames(
      [...passage.names, ...found].sort((a, b) => a.from - b.from),
      tags,
    );
  }

  #define({ tokens, tags }: Passage, match: NameMatch): void {
    const acronym = tokens[match.to + 1];
    const inBrackets = tokens[match.to]?.text === "(" && tokens[match.to + 2]?.text === ")";
    if (acronym === undefined || !inBrackets) return;
    const [id, ...others] = idsOf(match);
    if (id === undefined || others.length > 0) return;
    if (tags[match.to + 1] !== "word" || !isAcronym(acronym.text)) return;
    const words = tokens.slice(match.from, match.to).filter(({ kind }) => kind === "word");
    if (
      words.length < 2 ||
      !isShortFor(
        acronym.key,
        words.map(({ key }) => key),
        isCapitalized(words[0]!.text),
      )
    )
      return;
    const [name] = nearIndex(this.#knowledge).ofActor(id);
    if (name !== undefined)
      this.#memory.notes.acronyms.set(acronym.text, { ...name, form: "abbreviation", text: acronym.text });
  }
}

function isAcronym(text: string): boolean {
  return text.length <= 10 && /^\p{Lu}[\p{L}\p{N}&-]{1,9}$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);
}

const ACRONYM = wordClass(({ text }) => isAcronym(text));

/** Each letter begins a word of the name, in order; small words may be left out. */
function isShortFor(acronym: string, words: readonly string[], startsWithCapital: boolean): boolean {
  if (!startsWithCapital || acronym[0] !== words[0]![0]) return false;
  let next = 0;
  for (const word of words) if (acronym[next] === word[0]) next++;
  return next === acronym.length;
}
