import type { Entity, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { nameTokens } from "../../text/name-words.ts";
import { DESCRIPTIONS } from "../english/descriptions.ts";
import type { Stretch } from "../events/attachment.ts";
import type { Passage } from "../grammar/passage.ts";
import type { BlockMemory } from "../memory/block-memory.ts";
import { nounsFor } from "../memory/called.ts";
import { headOf } from "../offices/titles.ts";
import { isCapitalized, type Name } from "./name-index.ts";
import type { NameMatch } from "./name-mentions.ts";
import { nearIndex } from "./near-index.ts";

/**
 * Which actor is meant in a paragraph: answers for names that several share, for pronouns and for definite descriptions
 * ("she", "the minister", "the latter"), where one candidate is left. Sieves in order of falling precision, each of which
 * may say nothing (Raghunathan and others 2010).
 */
export class Meant {
  readonly #knowledge: Knowledge;
  readonly #memory: BlockMemory;
  /** The sentence before this one. */
  #before: Passage | undefined;

  constructor(knowledge: Knowledge, memory: BlockMemory) {
    this.#knowledge = knowledge;
    this.#memory = memory;
  }

  /** To be told after each sentence, with its names as they were chosen. */
  closeSentence(passage: Passage): void {
    this.#before = passage;
  }

  /** A name that several actors share, with those alone that can be meant: one, if the draft or the sentence tells which. */
  choose(match: NameMatch, passage: Passage): NameMatch {
    const ids = idsOf(match);
    // A town and its castle may both be meant; what shares its name with a place is left as it is.
    if (ids.length < 2 || !ids.every((id) => CHOOSABLE.has(this.#knowledge.entities.get(id)?.type ?? "")))
      return match;
    const only = (wanted: readonly Id[]) =>
      wanted.length === 1 ? { ...match, names: match.names.filter(({ id }) => id === wanted[0]) } : undefined;
    const named = ids.filter((id) => this.#memory.hasNamed(id));
    return (
      only(named) ??
      only(ids.filter((id) => this.#fits(id, match, passage))) ??
      only(ids.filter((id) => this.#memory.inBlock.has(id))) ??
      match
    );
  }

  /** What else the sentence says of it fits this candidate: an office beside the name, its country, its house, an event of its. */
  #fits(id: Id, match: NameMatch, passage: Passage): boolean {
    const entity = this.#knowledge.entities.get(id);
    if (entity === undefined) return false;
    const bodies = new Set([...entity.roles, ...entity.memberOf, ...entity.country].map(({ of }) => of));
    const others = passage.names.filter((other) => other !== match);
    if (others.some((other) => idsOf(other).some((of) => bodies.has(of)))) return true;
    if (entity.roles.some(({ title }) => hasPhrase(passage, title))) return true;
    return passage.eventNames.some(({ names }) =>
      names.some(({ id: event }) =>
        Object.values(this.#knowledge.events.get(event)?.participants ?? {}).some((all) => all.includes(id)),
      ),
    );
  }

  /** The pronouns and descriptions of a sentence for which one actor is left, as if they were names. */
  meantIn(passage: Passage): readonly NameMatch[] {
    const meant: NameMatch[] = [];
    for (let i = 0; i < passage.tokens.length; i++) {
      const found = this.#pronoun(passage, i) ?? this.#latter(passage, i) ?? this.#described(passage, i);
      if (found === undefined) continue;
      const name = this.#nameOf(found.id);
      if (name !== undefined) meant.push({ from: found.from, to: found.to, names: [name] });
      i = found.to - 1;
    }
    return meant;
  }

  #nameOf(id: Id): Name | undefined {
    return nearIndex(this.#knowledge).ofActor(id)[0];
  }

  /** "he", "she": the only person of this sentence before it, or else of the one before. */
  #pronoun(passage: Passage, at: number): (Stretch & { id: Id }) | undefined {
    if (!/^(?:he|she)$/.test(passage.keys[at]!)) return undefined;
    const here = this.#personsIn(passage, at);
    const persons = here.length > 0 || this.#before === undefined ? here : this.#personsIn(this.#before);
    const strangers =
      hasStranger(passage, at) || (here.length === 0 && this.#before && hasStranger(this.#before));
    return persons.length === 1 && !strangers ? { from: at, to: at + 1, id: persons[0]! } : undefined;
  }

  #personsIn({ names }: Passage, to = Number.POSITIVE_INFINITY): readonly Id[] {
    const persons = names.filter((match) => match.to <= to).flatMap(idsOf);
    return [...new Set(persons)].filter((id) => this.#knowledge.entities.get(id)?.type === "person");
  }

  /** "the latter", "the former" and nothing behind it: the last or the first of the two actors named before. */
  #latter(passage: Passage, at: number): (Stretch & { id: Id }) | undefined {
    const { keys, tags } = passage;
    const which = keys[at + 1];
    if (keys[at] !== "the" || (which !== "latter" && which !== "former")) return undefined;
    if ((tags[at + 2] === "word" && keys[at + 2] !== "'s") || tags[at + 2] === "name") return undefined;
    const here = passage.names.filter(({ to }) => to <= at);
    const names = here.length > 0 ? here : (this.#before?.names ?? []);
    const ids = names.flatMap(idsOf);
    if (names.length !== 2 || ids.length !== 2) return undefined;
    return { from: at, to: at + 2, id: ids[which === "latter" ? 1 : 0]! };
  }

  /** "the minister", "the commission", "the party": the only actor of this paragraph, or of the last, that is one. */
  #described(passage: Passage, at: number): (Stretch & { id: Id }) | undefined {
    const { keys, tags } = passage;
    if (keys[at] !== "the" || tags[at + 1] !== "word" || passage.tokens[at + 1]!.kind !== "word")
      return undefined;
    const noun = keys[at + 1]!;
    const goesOn =
      (tags[at + 2] === "word" && keys[at + 2] !== "'s") ||
      keys[at + 2] === "of" ||
      keys[at + 2] === "for" ||
      keys[at + 2] === "-";
    if (goesOn) return undefined;
    const left = (ids: Iterable<Id>) =>
      [...ids].filter((id) => isDescribed(this.#knowledge.entities.get(id), noun));
    const here = left(
      new Set([...this.#memory.inBlock, ...passage.names.filter(({ to }) => to <= at).flatMap(idsOf)]),
    );
    const near = here.length > 0 ? here : left(this.#memory.inLastBlock);
    const candidates = near.length > 0 ? near : this.#memory.bodiesCalled(noun);
    return candidates.length === 1 ? { from: at, to: at + 2, id: candidates[0]! } : undefined;
  }
}

const CHOOSABLE: ReadonlySet<string> = new Set(["person", "organization", "group"]);

/** All actors that a match can stand for, each once. */
export function idsOf({ names }: NameMatch): readonly Id[] {
  return [...new Set(names.map(({ id }) => id))];
}

/** "minister" of a minister, "commission" of what is called one, "group" of any organization. */
function isDescribed(entity: Entity | undefined, noun: string): boolean {
  if (entity === undefined) return false;
  if (entity.type === "person") return entity.roles.some((role) => headOf(role.title) === headOf(noun));
  const types = DESCRIPTIONS.get(noun);
  if (types?.has(entity.type)) return true;
  return nounsFor(entity).includes(noun);
}

/** A title stands in the sentence, word for word. */
function hasPhrase({ keys }: Passage, title: string): boolean {
  const words = nameTokens(title).map(({ key }) => key);
  return keys.some((_, at) => words.every((word, k) => keys[at + k] === word));
}

/** Two capitalised words in a row that are no known name: somebody else is spoken of as well. */
function hasStranger({ tokens, tags }: Passage, to = tokens.length): boolean {
  const isName = (at: number) => tags[at] === "word" && isCapitalized(tokens[at]?.text ?? "");
  for (let i = 0; i + 1 < to; i++) if (isName(i) && isName(i + 1)) return true;
  return false;
}
