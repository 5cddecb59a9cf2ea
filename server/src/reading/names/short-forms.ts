import type { Entity, Knowledge } from "../../knowledge-base/knowledge.ts";
import { fold } from "../../text/tokens.ts";
import { CAPITALIZED, hasCapitalInside } from "../grammar/capitals.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass } from "../grammar/word-classes.ts";
import type { BlockMemory } from "../memory/block-memory.ts";
import { headOf } from "../offices/titles.ts";
import type { NameMatch } from "./name-mentions.ts";
import { nearIndex } from "./near-index.ts";

/**
 * "the Act", "the Fund": a body or a text that the draft has named in full stands by the last word of its name. Nothing is
 * taken so where two of one head stand in the paragraph, or where the draft also names another one that is not known.
 */
export class ShortForms {
  readonly #knowledge: Knowledge;
  readonly #memory: BlockMemory;

  constructor(knowledge: Knowledge, memory: BlockMemory) {
    this.#knowledge = knowledge;
    this.#memory = memory;
  }

  /** The passage with its short forms as names. Linear in its tokens. */
  read(passage: Passage): Passage {
    const { heads } = this.#memory.notes;
    if (passage.names.length === 0 && heads.size === 0 && !hasCapitalInside(passage)) return passage;
    const { words } = passage;
    const short: NameMatch[] = [];
    let next = 0;
    for (let at = 0; at < words.length; at++) {
      while (next < passage.names.length && passage.names[next]!.from < at) next++;
      const match = passage.names[next];
      if (match?.from === at) {
        this.#noteName(match);
        at = match.to - 1;
        continue;
      }
      const word = words[at]!;
      const capital = hasClass(word, CAPITALIZED);
      // In small letters it is short for what the paragraph itself has named.
      if (!capital && heads.size === 0) continue;
      if (word.kind !== "word" || passage.tagAt(at) !== "word") continue;
      if (capital && isLongName(passage, at)) this.#memory.noteHead(word.key, undefined);
      const found = this.#shortAt(passage, at);
      if (found !== undefined) short.push(found);
    }
    if (short.length === 0) return passage;
    const names = [...passage.names, ...short].sort((a, b) => a.from - b.from);
    return passage.withNames(
      names,
      passage.tags.map((tag, at) => (short.some(({ from }) => from === at) ? "name" : tag)),
    );
  }

  #noteName({ names }: NameMatch): void {
    for (const { id, form } of names) {
      if (form !== "name" && form !== "alias") continue;
      for (const head of headsOf(this.#knowledge.entities.get(id))) this.#memory.noteHead(head, id);
    }
  }

  #shortAt(passage: Passage, at: number): NameMatch | undefined {
    const { words } = passage;
    if (words[at - 1]?.key !== "the") return undefined;
    const after = words[at + 1]?.key ?? "";
    if (GOING_ON.has(after) || (passage.tagAt(at + 1) === "word" && after !== "'s")) return undefined;
    const { here, inDraft } = this.#memory.namedWithHead(words[at]!.key);
    // In small letters it may be any one, unless the paragraph has named it.
    const all = here ?? (hasClass(words[at]!, CAPITALIZED) ? inDraft() : undefined);
    const [id] = all?.size === 1 ? all : [];
    if (id === undefined) return undefined;
    const name = nearIndex(this.#knowledge).ofActor(id)[0];
    return name === undefined ? undefined : { from: at, to: at + 1, names: [name] };
  }
}

/** "the Factories Act", "the Bank Act of 1844": a name that we do not have, of two words at least. */
function isLongName(passage: Passage, at: number): boolean {
  if (at < 2) return false;
  const before = passage.tagAt(at - 1);
  return before === "name" || (before === "word" && hasClass(passage.words[at - 1]!, CAPITALIZED));
}

/** Behind a short form, these make it a longer name. */
const GOING_ON: ReadonlySet<string> = new Set(["of", "for", "on", "-"]);

const TYPES: ReadonlySet<string> = new Set(["organization", "document", "agreement", "facility"]);

const known = new WeakMap<Entity, readonly string[]>();

function headsOf(entity: Entity | undefined): readonly string[] {
  if (entity === undefined || !TYPES.has(entity.type)) return NONE;
  let heads = known.get(entity);
  if (heads === undefined) {
    const long = [entity.name, ...entity.aliases].filter((name) => name.includes(" "));
    known.set(entity, (heads = [...new Set(long.map((name) => fold(headOf(name))))]));
  }
  return heads;
}

const NONE: readonly never[] = [];
