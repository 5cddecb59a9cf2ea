import type { Entity, Knowledge, Role } from "../../knowledge-base/knowledge.ts";
import { isFunctionWord } from "../../reading/english/function-words.ts";
import { nameTokens } from "../../text/name-words.ts";

/** An office and who holds it. */
export interface Tenure {
  readonly holder: Entity;
  readonly role: Role;
  /** The words of its title and of each alias that tell it from others, folded. */
  readonly titles: readonly (readonly string[])[];
}

/** The offices of a knowledge base by the words of their titles. */
export interface OfficeIndex {
  /** Each word of a title or one of its aliases, folded → tenures. */
  readonly byWord: ReadonlyMap<string, readonly Tenure[]>;
  /** The nouns that say what the office is: the last before "of", or the last of all. */
  readonly heads: ReadonlySet<string>;
}

const built = new WeakMap<Knowledge, OfficeIndex>();

/** Made for the first question; linear in the entities. */
export function officeIndex(knowledge: Knowledge): OfficeIndex {
  const known = built.get(knowledge);
  if (known !== undefined) return known;
  const byWord = new Map<string, Tenure[]>();
  const heads = new Set<string>();
  const words = new Map<string, readonly string[]>();
  for (const holder of knowledge.entities.values())
    for (const role of holder.roles) {
      const forms = [role.title, ...role.aliases];
      const titles = forms.map((title) => wordsOf(title, words));
      const tenure = { holder, role, titles };
      for (const title of forms) heads.add(headOf(title));
      for (const word of new Set(titles.flat())) {
        const tenures = byWord.get(word);
        if (tenures === undefined) byWord.set(word, [tenure]);
        else tenures.push(tenure);
      }
    }
  const made = { byWord, heads };
  built.set(knowledge, made);
  return made;
}

/** Thousands may have the same title. */
function wordsOf(title: string, known: Map<string, readonly string[]>): readonly string[] {
  let words = known.get(title);
  if (words === undefined) {
    words = nameTokens(title).flatMap(({ key, kind }) =>
      kind === "word" && !isFunctionWord(key) ? [key] : [],
    );
    known.set(title, words);
  }
  return words;
}

function headOf(title: string): string {
  const keys = nameTokens(title).map(({ key }) => key);
  const link = keys.findIndex((key) => key === "of" || key === "for");
  return keys[(link > 0 ? link : keys.length) - 1] ?? "";
}
