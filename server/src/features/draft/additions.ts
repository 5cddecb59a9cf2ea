import type { EntityType, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { acronymOf } from "../../reading/acronyms/definitions.ts";
import { isFunctionWord } from "../../reading/english/function-words.ts";
import { isCapitalized } from "../../reading/names/name-index.ts";
import { blockAt, type Draft, isPlain } from "../../text/draft.ts";
import { contains, overlaps, type Span, slice, touches } from "../../text/span.ts";
import { fold, type Token } from "../../text/tokens.ts";
import { eventIn } from "./event-addition.ts";
import { tokensAround } from "./sentence-at.ts";
import type { Snapshot } from "./snapshot.ts";

/** Something of a draft that can be added to the knowledge base; what it comes to there is worked out only if it is wanted. */
export type Addition = EntityAddition | AliasAddition | EventAddition;

export interface EntityAddition {
  readonly kind: "entity";
  readonly title: string;
  readonly type: EntityType;
  readonly name: string;
}

/** Another name of somebody who is known. */
export interface AliasAddition {
  readonly kind: "alias";
  readonly title: string;
  readonly of: Id;
  readonly name: string;
  readonly key: "aliases" | "abbreviation";
}

export interface EventAddition {
  readonly kind: "event";
  readonly title: string;
  readonly type: string;
  readonly name: string;
  /** In EDTF. */
  readonly date: string;
  readonly place: readonly Id[];
  readonly participants: readonly Id[];
}

const MOST_TYPES = 2;
const MOST_ALIASES = 2;
const LONGEST_NAME = 80;

/**
 * What can be added from a selection, or from the unknown name at the cursor: it as an actor, as another name of an actor
 * of the same paragraph, and the dated event that its sentence tells.
 */
export function additionsAt(snapshot: Snapshot, selection: Span): Addition[] {
  const name =
    selection.start < selection.end ? selected(snapshot, selection) : unknownAt(snapshot, selection);
  const event = eventIn(snapshot, selection, name);
  const names =
    name === undefined || event?.name === slice(snapshot.draft.text, name) ? [] : asName(snapshot, name);
  return [...(event === undefined ? [] : [event]), ...names];
}

function asName(snapshot: Snapshot, place: Span): Addition[] {
  const name = slice(snapshot.draft.text, place).replace(/\s+/g, " ");
  const entities = typesOf(name, snapshot.draft, place).map(
    (type): EntityAddition => ({
      kind: "entity",
      title: `Add “${name}” to the knowledge base as ${type === "organization" ? "an" : "a"} ${type}`,
      type,
      name,
    }),
  );
  const isShort = /^\p{Lu}[\p{Lu}\p{N}.]+$/u.test(name);
  const aliases = actorsNear(snapshot, place, name).map(
    (of): AliasAddition => ({
      kind: "alias",
      title: `Add “${name}” to the knowledge base as another name of ${snapshot.knowledge.entities.get(of)!.name}`,
      of,
      name,
      key: isShort ? "abbreviation" : "aliases",
    }),
  );
  return [...entities, ...aliases];
}

/** The words of a selection, if they can be a name that is not known. */
function selected({ draft, reading }: Snapshot, { start, end }: Span): Span | undefined {
  const raw = draft.text.slice(start, end);
  const place = {
    start: start + (raw.length - raw.trimStart().length),
    end: end - (raw.length - raw.trimEnd().length),
  };
  const words = slice(draft.text, place);
  if (!/\p{Lu}/u.test(words) || words.length > LONGEST_NAME || !isPlain(draft, place)) return undefined;
  if (!/^[\p{L}\p{N}].*[\p{L}\p{N}.)]$/su.test(words) || /[.!?;:]\s|\n\s*\n/.test(words)) return undefined;
  const isKnown = [...reading.entities, ...reading.events, ...reading.times].some(({ span }) =>
    contains(span, place),
  );
  return isKnown ? undefined : place;
}

/** Capitalized words side by side, or an acronym, at the cursor, that are nothing known. */
function unknownAt({ draft, reading }: Snapshot, { start: offset }: Span): Span | undefined {
  const tokens = tokensAround(draft, offset);
  const at = tokens.findIndex((token) => touches(token, offset) && isNameWord(token));
  if (at < 0) return undefined;
  let from = at;
  let to = at + 1;
  while (from > 0 && joins(tokens, from - 1)) from--;
  while (to < tokens.length && joins(tokens, to)) to++;
  // "The Harbour Board", "On Tuesday": what begins a sentence is no part of the name.
  while (from < at && isFunctionWord(tokens[from]!.key)) from++;
  const isName = to - from > 1 || acronymOf(tokens[at]) !== undefined;
  if (!isName || isFunctionWord(tokens[from]!.key)) return undefined;
  const place = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
  const known = [...reading.entities, ...reading.events, ...reading.times];
  return known.some(({ span }) => overlaps(span, place)) || !isPlain(draft, place) ? undefined : place;
}

function joins(tokens: readonly Token[], at: number): boolean {
  return isNameWord(tokens[at]!) && (tokens[at + 1] === undefined || tokens[at]!.kind === "word");
}

function isNameWord({ kind, text }: Token): boolean {
  return kind === "word" && isCapitalized(text);
}

const BODY =
  /\b(?:ministry|ministries|council|board|committee|commission|agency|authority|party|union|league|association|federation|court|bank|institute|university|corps|army|navy|office|department|company|group|front|movement|organi[sz]ation|guild|fund|foundation|society|parliament|assembly|senate)\b/i;

/** What a name is likely to be the name of, the likeliest first. */
function typesOf(name: string, draft: Draft, { start }: Span): EntityType[] {
  const before = draft.text.slice(Math.max(0, start - 12), start);
  const isPlace = /(?:^|\s)(?:in|at|near|from|to)\s+(?:the\s+)?$/i.test(before);
  const isBody = BODY.test(name) || /^\p{Lu}[\p{Lu}\p{N}.]+$/u.test(name) || / (?:of|for) /.test(name);
  const order: EntityType[] = isBody
    ? ["organization", "place"]
    : isPlace
      ? ["place", "organization"]
      : ["person", "organization"];
  return order.slice(0, MOST_TYPES);
}

/** The actors of whom this may be another name: those of the paragraph that share a word or the letters with it, else the next before it. */
function actorsNear({ draft, reading, knowledge }: Snapshot, place: Span, name: string): Id[] {
  const block = blockAt(draft, place.start);
  if (block === undefined) return [];
  const near = reading.entities
    .filter(({ ids, span }) => ids.length === 1 && contains(block.span, span))
    .sort((a, b) => Math.abs(a.span.start - place.start) - Math.abs(b.span.start - place.start))
    .flatMap(({ ids }) => ids);
  const known = [...new Set(near)].filter((id) => knowledge.entities.has(id));
  const alike = known.filter((id) => isAlike(id, name, knowledge));
  return (alike.length > 0 ? alike : known.slice(0, 1)).slice(0, MOST_ALIASES);
}

function isAlike(id: Id, name: string, { entities }: Knowledge): boolean {
  const known = entities.get(id)!.name;
  const words = new Set(fold(known).split(/[^\p{L}\p{N}]+/u));
  const letters = known.match(/(?<![\p{L}\p{N}])\p{Lu}/gu)?.join("") ?? "";
  const shares = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 2 && words.has(word));
  return shares || name.replaceAll(".", "") === letters;
}
