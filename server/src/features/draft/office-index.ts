import { numberedKeys } from "../../knowledge-base/computed-map.ts";
import { groupTable } from "../../knowledge-base/group-table.ts";
import type { Entity, Knowledge, Role } from "../../knowledge-base/knowledge.ts";
import { tableOf } from "../../knowledge-base/tables.ts";
import { WORDS_USED } from "../../knowledge-base/words-used.ts";
import { isFunctionWord } from "../../reading/english/function-words.ts";
import { nameTokens } from "../../text/name-words.ts";

/** An office and who holds it. */
export interface Tenure {
  readonly holder: Entity;
  readonly role: Role;
  /** The words of its title and of each alias that tell it from others, folded. */
  readonly titles: readonly (readonly string[])[];
}

/** The numbers of those who hold an office, by each word of its titles. */
export const HOLDERS = groupTable({
  name: "holders of offices",
  of: "entities",
  *keysOf() {
    const known: Titles = new Map();
    return ({ roles }) => new Set(roles.flatMap((role) => titlesOf(role, known)).flat());
  },
});

/** The offices of a knowledge base by the words of their titles. */
export interface OfficeIndex {
  /** Whether a folded word is in a title or in one of its aliases. */
  has(word: string): boolean;
  /** The tenures with a word in a title or in one of its aliases. O(answers). */
  tenuresWith(word: string): readonly Tenure[];
  /** The nouns that say what the office is: the last before "of", or the last of all. */
  readonly heads: ReadonlySet<string>;
}

const built = new WeakMap<Knowledge, OfficeIndex>();

export function officeIndex(knowledge: Knowledge): OfficeIndex {
  let index = built.get(knowledge);
  if (index === undefined) built.set(knowledge, (index = open(knowledge)));
  return index;
}

function open(knowledge: Knowledge): OfficeIndex {
  const { entities } = knowledge;
  const holders = tableOf(HOLDERS, knowledge);
  const ids = numberedKeys(entities);
  const known: Titles = new Map();
  return {
    has: (word) => holders.of(word).length > 0,
    tenuresWith: (word) =>
      Array.from(holders.of(word), (number) => entities.get(ids.at(number)!)!).flatMap((holder) =>
        holder.roles
          .map((role) => ({ holder, role, titles: titlesOf(role, known) }))
          .filter(({ titles }) => titles.some((title) => title.includes(word))),
      ),
    heads: new Set(tableOf(WORDS_USED, knowledge).titles.map(headOf)),
  };
}

type Titles = Map<string, readonly string[]>;

function titlesOf({ title, aliases }: Role, known: Titles): (readonly string[])[] {
  return [title, ...aliases].map((each) => wordsOf(each, known));
}

/** Thousands may have the same title. */
function wordsOf(title: string, known: Titles): readonly string[] {
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
