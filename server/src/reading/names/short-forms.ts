import type { Entity, Knowledge } from "../../knowledge-base/knowledge.ts";
import { fold } from "../../text/tokens.ts";
import { CAPITALIZED, hasCapitalInside } from "../grammar/capitals.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass } from "../grammar/word-classes.ts";
import type { BlockMemory } from "../memory/block-memory.ts";
import { headOf } from "../offices/titles.ts";
import { isCapitalized } from "./name-index.ts";
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
    const { tokens, tags, words } = passage;
    const short: NameMatch[] = [];
    const starts = new Map(passage.names.map((match) => [match.from, match]));
    for (let at = 0; at < tokens.length; at++) {
      const match = starts.get(at);
      if (match !== undefined) {
        this.#noteName(match);
        at = match.to - 1;
        continue;
      }
      const capital = hasClass(words[at]!, CAPITALIZED);
      // In small letters it is short for what the paragraph itself has named.
      if (!capital && heads.size === 0) continue;
      if (tags[at] !== "word" || tokens[at]!.kind !== "word") continue;
      if (capital && isLongName(passage, at)) this.#memory.noteHead(tokens[at]!.key, undefined);
      const found = this.#shortAt(passage, at);
      if (found !== undefined) short.push(found);
    }
    if (short.length === 0) return passage;
    const names = [...passage.names, ...short].sort((a, b) => a.from - b.from);
    return passage.withNames(
      names,
      tags.map((tag, at) => (short.some(({ from }) => from === at) ? "name" : tag)),
    );
  }

  #noteName({ names }: NameMatch): void {
    for (const { id, form } of names) {
      if (form !== "name" && form !== "alias") continue;
      for (const head of headsOf(this.#knowledge.entities.get(id))) this.#memory.noteHead(head, id);
    }
  }

  #shortAt(passage: Passage, at: number): NameMatch | undefined {
    const { keys, tags, tokens } = passage;
    if (keys[at - 1] !== "the") return undefined;
    const goesOn =
      (tags[at + 1] === "word" && keys[at + 1] !== "'s") || /^(?:of|for|on|-)$/.test(keys[at + 1] ?? "");
    if (goesOn) return undefined;
    const { here, inDraft } = this.#memory.namedWithHead(keys[at]!);
    // In small letters it may be any one, unless the paragraph has named it.
    const all = here ?? (isCapitalized(tokens[at]!.text) ? inDraft() : undefined);
    const [id] = all?.size === 1 ? all : [];
    if (id === undefined) return undefined;
    const name = nearIndex(this.#knowledge).ofActor(id)[0];
    return name === undefined ? undefined : { from: at, to: at + 1, names: [name] };
  }
}

/** "the Factories Act", "the Bank Act of 1844": a name that we do not have, of two words at least. */
function isLongName({ tokens, tags }: Passage, at: number): boolean {
  const before = tokens[at - 1];
  return at > 1 && (tags[at - 1] === "name" || (tags[at - 1] === "word" && isCapitalized(before!.text)));
}

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
