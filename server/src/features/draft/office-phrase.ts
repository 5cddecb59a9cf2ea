import type { Id } from "../../knowledge-base/knowledge.ts";
import { isFunctionWord } from "../../reading/english/function-words.ts";
import { BEFORE_OFFICE, OFFICE_NOUNS, PAST_OR_FUTURE } from "../../reading/english/offices.ts";
import { readingAround } from "../../reading/lists.ts";
import { type Span, span } from "../../text/span.ts";
import type { Token } from "../../text/tokens.ts";
import { officeIndex } from "./office-index.ts";
import type { Snapshot } from "./snapshot.ts";

/** An office at the end of what is written, before the name that is being typed. */
export interface Office {
  /** Its words, folded: "harbour", "minister". */
  readonly words: readonly string[];
  readonly head: Token;
  /** The offsets from which and up to which it is written. */
  readonly place: Span;
  /** An article or a possessive stands before it. */
  readonly determined: boolean;
  /** "minister of": more of it, or its owner, is to come. */
  readonly isOpen: boolean;
  readonly owner: Id | undefined;
}

/** The office that some tokens end in, with what may follow on it: a comma, "of", an owner and a comma. */
export function officeAt(tokens: readonly Token[], { knowledge, reading }: Snapshot): Office | undefined {
  const index = officeIndex(knowledge);
  const isOffice = ({ kind, key }: Token) =>
    kind === "word" && (OFFICE_NOUNS.has(key) || index.heads.has(key));
  const h = tokens.findLastIndex(isOffice);
  if (h < 0 || tokens.length - h > LONGEST_TAIL) return undefined;
  const { entities } = readingAround(reading, span(tokens[0]!.start, tokens.at(-1)!.end));
  let from = h;
  while (from > 0 && h - from < 4 && index.has(tokens[from - 1]!.key)) from--;
  const before = tokens[from - 1];
  const own = entities.find(
    ({ span }) => before !== undefined && span.end >= before.end && span.start <= before.start,
  );
  const possessor = before?.key === "'s" ? entities.find(({ span }) => span.end === before.start) : own;
  // "defence minister", where no such office is known.
  const isOther =
    before?.kind === "word" &&
    before.key !== "'s" &&
    possessor === undefined &&
    !isFunctionWord(before.key) &&
    !BEFORE_OFFICE.has(before.key) &&
    !PAST_OR_FUTURE.has(before.key);
  if (isOther) return undefined;
  const tail = tailOf(tokens.slice(h + 1), ownersIn(entities));
  if (tail === undefined || !tail.words.every((word) => index.has(word))) return undefined;
  return {
    words: [...tokens.slice(from, h + 1).map(({ key }) => key), ...tail.words],
    head: tokens[h]!,
    place: span(tokens[from]!.start, tokens.at(-1)!.end),
    determined: before !== undefined && (/^(?:an?|the)$/.test(before.key) || before.key === "'s"),
    isOpen: tail.isOpen,
    owner: tail.owner ?? (possessor?.ids.length === 1 ? possessor.ids[0] : undefined),
  };
}

/** In tokens: what may stand behind the noun. */
const LONGEST_TAIL = 9;

type OwnerAt = (start: number) => { readonly id: Id; readonly end: number } | undefined;

function ownersIn(entities: Snapshot["reading"]["entities"]): OwnerAt {
  return (start) => {
    const mention = entities.find(({ span, ids }) => span.start === start && ids.length === 1);
    return mention && { id: mention.ids[0]!, end: mention.span.end };
  };
}

/** "", ",", "of", "of Norrey", "of Norrey,", "of foreign affairs": undefined where something else stands there. */
function tailOf(
  tokens: readonly Token[],
  ownerAt: OwnerAt,
): { readonly words: readonly string[]; readonly isOpen: boolean; readonly owner?: Id } | undefined {
  const rest = tokens.at(-1)?.text === "," ? tokens.slice(0, -1) : tokens;
  const [link, ...others] = rest;
  if (link === undefined) return { words: [], isOpen: false };
  if (!/^(?:of|for|to|at)$/.test(link.key)) return undefined;
  const after = others[0]?.key === "the" ? others.slice(1) : others;
  if (after.length === 0) return rest === tokens ? { words: [], isOpen: true } : undefined;
  const owner = ownerAt(after[0]!.start);
  if (owner !== undefined)
    return owner.end === after.at(-1)!.end ? { words: [], isOpen: false, owner: owner.id } : undefined;
  return { words: after.map(({ key }) => key).filter((key) => key !== "and"), isOpen: false };
}
