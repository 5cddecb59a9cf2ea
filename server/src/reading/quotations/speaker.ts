import { formsOf } from "../../text/inflect.ts";
import type { Span } from "../../text/span.ts";
import type { Token } from "../../text/tokens.ts";
import type { Passage } from "../grammar/passage.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import type { Piece } from "./quotations.ts";

/** A block's sentences as one row of tokens. */
export interface Talk {
  readonly tokens: readonly Token[];
  readonly keys: readonly string[];
  readonly names: readonly NameMatch[];
}

export function talkOf(passages: readonly Pick<Passage, "tokens" | "keys" | "names">[]): Talk {
  const tokens: Token[] = [];
  const names: NameMatch[] = [];
  for (const passage of passages) {
    const by = tokens.length;
    names.push(...passage.names.map((name) => ({ ...name, from: name.from + by, to: name.to + by })));
    tokens.push(...passage.tokens);
  }
  return { tokens, keys: tokens.map(({ key }) => key), names };
}

const SPEECH = new Set(
  "say tell write add note argue warn declare insist announce ask reply call describe claim maintain state observe remark explain promise vow conclude comment complain joke recall report testify respond shout cry admit quip put"
    .split(" ")
    .flatMap((verb) => [verb, ...formsOf(verb)]),
);

/** Whether a word is a verb of speech. */
export function isSpeech(key: string): boolean {
  return SPEECH.has(key);
}

/** In tokens: how far from a quotation it is told who speaks. */
const REACH = 12;

/**
 * Who is said to speak a quotation: named behind its first piece ("…," said X; "…," X, the mayor, told them), or before
 * it (X said: "…"; according to X, "…"; in the words of X). Undefined where that is nobody, or not sure.
 */
export function speakerOf(
  talk: Talk,
  pieces: readonly Piece[],
): (NameMatch & { readonly span: Span }) | undefined {
  const name = behind(talk, pieces[0]!) ?? before(talk, pieces[0]!);
  if (name === undefined) return undefined;
  const { tokens } = talk;
  return { ...name, span: { start: tokens[name.from]!.start, end: tokens[name.to - 1]!.end } };
}

function behind({ keys, names }: Talk, { last }: Piece): NameMatch | undefined {
  let from = last + 1;
  while (from <= last + 3 && /^["',–—-]$/.test(keys[from] ?? "")) from++;
  let stop = from;
  while (stop < keys.length && stop < from + REACH && !/^[.!?;:"]$/.test(keys[stop]!)) stop++;
  const verb = firstSpeech(keys, from, stop);
  if (verb === undefined) return undefined;
  // "X said": before the verb; "said X": behind it, with an office or an article between them at most.
  const inside = namesIn(names, from, stop);
  const subject = inside.find(({ from: at }) => at < verb);
  if (subject !== undefined) return only(subject, keys);
  const next = inside[0];
  if (next === undefined || verb > from || next.from - verb > 5) return undefined;
  const between = keys.slice(verb + 1, next.from);
  return between.some((key) => /^(?:to|about|of|that|,)$/.test(key)) ? undefined : only(next, keys);
}

function before({ tokens, keys, names }: Talk, { first }: Piece): NameMatch | undefined {
  let to = first - 1;
  while (to > 0 && /^["':,]$/.test(keys[to]!)) to--;
  let from = to;
  while (from > 0 && to - from < 2 * REACH && !/^[.!?;]$/.test(keys[from - 1]!)) from--;
  const inside = namesIn(names, from, to + 1);
  const words = keys.slice(from, to + 1);
  const according = words.indexOf("according");
  if (according >= 0) {
    const after = from + according + 2;
    return only(
      inside.find((name) => name.from >= after && name.from <= after + 2),
      keys,
    );
  }
  const verb = from + words.findLastIndex(isSpeech);
  const near = verb < from ? undefined : inside.findLast((name) => name.to <= verb);
  if (near === undefined || isPronoun(tokens[verb - 1])) return undefined;
  const between = keys.slice(near.to, verb);
  return between.some((key) => /^(?:who|whom|which|that|when|and|but|while)$/.test(key))
    ? undefined
    : only(near, keys);
}

function firstSpeech(keys: readonly string[], from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) if (isSpeech(keys[i]!)) return i;
  return undefined;
}

/** The names in a stretch of tokens. */
function namesIn(names: readonly NameMatch[], from: number, to: number): NameMatch[] {
  const inside: NameMatch[] = [];
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < names.length && names[i]!.to <= to; i++) inside.push(names[i]!);
  return inside;
}

export function isPronoun(token: Token | undefined): boolean {
  return token !== undefined && /^(?:he|she|they|it|who)$/.test(token.key);
}

/** One name of one actor, that is nobody's possession ("X's lawyer said"). */
function only(name: NameMatch | undefined, keys: readonly string[]): NameMatch | undefined {
  if (name === undefined || keys[name.to] === "'s") return undefined;
  return new Set(name.names.map(({ id }) => id)).size === 1 ? name : undefined;
}
