import type { Entity, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { isSameSpelling, spellingKeys } from "../../knowledge-base/names/spellings.ts";
import { isFunctionWord } from "../english/function-words.ts";
import { HONORIFICS, OFFICE_NOUNS } from "../english/offices.ts";
import { CAPITALIZED } from "../grammar/capitals.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { lexiconOf } from "../lexicon.ts";
import { type OfficePhrase, officePhrases } from "../offices/office-phrases.ts";
import { hasTitle } from "../offices/titles.ts";
import { idsOf } from "./meant.ts";
import { isCapitalized, type Name } from "./name-index.ts";
import { nearIndex } from "./near-index.ts";
import { continuesOutside, type NearName } from "./near-names.ts";

/**
 * A known surname with another first name, where an office or a body beside it is that of one known bearer of the surname:
 * "Johan Brekke of the Liberal League". Never of relatives, nor where somebody of that whole name is known.
 */
export function halfRightNames(passage: Passage, knowledge: Knowledge): NearName[] {
  const found: NearName[] = [];
  const { table } = nearIndex(knowledge);
  let offices: readonly OfficePhrase[] | undefined;
  for (let at = 1; at < passage.tokens.length; at++) {
    if (!hasClass(passage.words[at]!, SURNAME)) continue;
    if (!isNameWord(passage, at) || !isFirstName(passage, at - 1)) continue;
    const [first, last] = [passage.tokens[at - 1]!.text, passage.tokens[at]!.text];
    const bearers = spellingKeys(last).flatMap((key) => table.withLastWord(key));
    if (bearers.length === 0 || bearers.some((name) => mayBe(name, first))) continue;
    if (continuesOutside(passage, at - 1, at + 1) || isRelative(passage, at - 1)) continue;
    offices ??= officePhrases(passage, lexiconOf(knowledge));
    const fitting = new Map<Id, Name>();
    for (const name of bearers) {
      const person = knowledge.entities.get(name.id);
      if (person === undefined || !isMeant(passage, offices, person, first, name, at)) continue;
      if (!fitting.has(name.id)) fitting.set(name.id, name);
    }
    const [only, ...others] = fitting.values();
    if (only === undefined || others.length > 0) continue;
    found.push({ from: at - 1, to: at + 1, id: only.id, rightName: only.text, needsOther: false });
  }
  return found;
}

/** Words with a capital that are the last of a person's name. */
const SURNAME = wordClass(
  ({ text }, _, knowledge) =>
    isCapitalized(text) &&
    spellingKeys(text).some((key) => nearIndex(knowledge).table.withLastWord(key).length > 0),
);

function isNameWord(passage: Passage, at: number): boolean {
  const word = passage.words[at]!;
  return word.kind === "word" && hasClass(word, CAPITALIZED) && passage.tagAt(at) === "word";
}

function isFirstName(passage: Passage, at: number): boolean {
  const { key } = passage.tokens[at]!;
  const isOther = isFunctionWord(key) || OFFICE_NOUNS.has(key) || HONORIFICS.has(key);
  return isNameWord(passage, at) && key.length > 1 && !isOther;
}

/** The first name, a middle one, or an initial of the bearer. */
function mayBe({ keys }: Name, first: string): boolean {
  return keys.some((key) => isSameSpelling(key, first) || key.startsWith(first.toLowerCase()));
}

/** "his brother Nils Brekke", "the Brekkes' cousin Tor Brekke". */
function isRelative({ keys }: Passage, at: number): boolean {
  return /^(?:brother|sister|cousin|son|daughter|wife|husband|widow|father|mother|uncle|aunt|nephew|niece|grandson|granddaughter|namesake|young|old|younger|elder)$/.test(
    keys[at - 1] ?? "",
  );
}

/** What stands beside the name is said of this person in the knowledge base. */
function isMeant(
  passage: Passage,
  offices: readonly OfficePhrase[],
  person: Entity,
  first: string,
  { keys }: Name,
  at: number,
): boolean {
  const isAlike = keys[0]![0] === first[0]!.toLowerCase();
  // The first word of a sentence may be any word.
  if (at === 1 && (!isAlike || keys[0]![1] !== first[1])) return false;
  const beside = offices.filter(({ from, to }) => isBeside(passage, from, to, at));
  const isOffice = beside.some(({ title, owner }) => {
    const words = passage.keys.slice(title.from, title.to).filter((key) => key !== "-");
    const roles = person.roles.filter((role) => hasTitle(role, words.join(" ")));
    if (owner === undefined) return isAlike && words.length > 1 && roles.length > 0;
    return roles.some(({ of }) => idsOf(owner.match).includes(of));
  });
  return isOffice || (isAlike && isOfBody(passage, person, at));
}

/** Right before the name, or in apposition before or after it. */
function isBeside({ tokens, tags }: Passage, from: number, to: number, at: number): boolean {
  const before = tokens[to]?.text === "," ? to + 1 : to;
  let after = at + 1;
  if (tokens[after]?.text !== "," && tokens[after]?.text !== "(") after = Number.POSITIVE_INFINITY;
  else after++;
  if (tags[after] === "det") after++;
  return before === at - 1 || (from <= after && after < to);
}

/** "of the Liberal League", ", of the Liberal League," and it is the person's. */
function isOfBody({ keys, tags, tokens, names }: Passage, person: Entity, at: number): boolean {
  let next = at + 1;
  if (tokens[next]?.text === "," || tokens[next]?.text === "(") next++;
  if (!/^(?:of|from|for)$/.test(keys[next] ?? "") && tokens[next - 1]?.text !== "(") return false;
  if (tags[next] === "prep") next++;
  if (tags[next] === "det") next++;
  const body = names.find(({ from }) => from === next);
  const bodies = new Set([...person.memberOf, ...person.roles].map(({ of }) => of));
  return body !== undefined && idsOf(body).some((id) => bodies.has(id));
}
