import type { Entity, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import { lastBefore, type Span } from "../../text/span.ts";
import type { Passage } from "../grammar/passage.ts";
import { nameIndex } from "../names/name-index.ts";
import { findNames } from "../names/name-mentions.ts";
import { differenceOf, type Match, matchOf } from "../quotations/match.ts";
import { type Quotation, quotationsIn } from "../quotations/quotations.ts";
import { sourceSpeaker } from "../quotations/source-speaker.ts";
import { quotedWords } from "../quotations/words.ts";
import type { QuotationStatement } from "../reading.ts";

/** So many words a quotation must have, that it is known whose it is. */
const FEWEST_OF_A_SPEAKER = 5;
/** Longer ones are held against the sources in parts, so that reading stays linear. */
const LONGEST_RUN = 150;

/** The quotations of a block that are those of a source, held against its words and against who it says spoke them. */
export function quotationStatements(
  block: Block,
  passages: readonly Passage[],
  knowledge: Knowledge,
): QuotationStatement[] {
  if (!block.quoted && !/["'“‘„‚«‹»›「]/.test(block.prose)) return [];
  const quotations = quotationsIn(block, passages);
  if (quotations.length === 0) return [];
  const all = quotedWords(passages.flatMap(({ tokens }) => tokens));
  const by = block.span.start;
  return quotations.flatMap((quotation) => {
    if (isName(quotation, passages)) return [];
    const { start, end } = quotation.span;
    const before = all.slice(lastBefore(all, start - CONTEXT) + 1, lastBefore(all, start) + 1);
    const behind = all.slice(lastBefore(all, end - 1) + 1, lastBefore(all, end + CONTEXT) + 1);
    return runsOf(quotation.words).flatMap((words) => {
      const match = matchOf(words, [...before, ...behind], knowledge);
      const statement = match && stated({ ...quotation, words }, match, by, knowledge);
      return statement === undefined ? [] : [statement];
    });
  });
}

/** In characters: what counts as being about a quotation, before and behind it. */
const CONTEXT = 700;

function runsOf(words: Quotation["words"]): Quotation["words"][] {
  const runs: Quotation["words"][] = [];
  for (let i = 0; i < words.length; i += LONGEST_RUN) runs.push(words.slice(i, i + LONGEST_RUN));
  return runs;
}

/** “Good Friday Agreement”: the name of something, in quotation marks. */
function isName({ words }: Quotation, passages: readonly Passage[]): boolean {
  const { start } = words[0]!;
  const { end } = words.at(-1)!;
  const passage = passageAt(passages, start);
  const names = passage && [...passage.names, ...passage.eventNames];
  return (names ?? []).some(
    ({ from, to }) => passage!.tokens[from]!.start <= start && end <= passage!.tokens[to - 1]!.end,
  );
}

/** The last passage that begins at an offset or before it. */
function passageAt(passages: readonly Passage[], at: number): Passage | undefined {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passages[middle]!.tokens[0]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return passages[low - 1];
}

function stated(
  quotation: Quotation,
  match: Match,
  by: number,
  knowledge: Knowledge,
): QuotationStatement | undefined {
  const { words, speaker } = quotation;
  const moved = ({ start, end }: Span) => ({ start: start + by, end: end + by });
  const whole = { start: words[0]!.start, end: words.at(-1)!.end };
  const source = match.text.source;
  const known = { kind: "quotation", source, words: textOf(match, match.from, match.to) } as const;
  const difference = differenceOf(words, match);
  const others =
    speaker && words.length >= FEWEST_OF_A_SPEAKER ? wrongSpeaker(speaker, match, knowledge) : undefined;
  if (difference !== undefined) {
    // Other words, and in another mouth: something else that was said.
    if (others !== undefined && match.distance > 1) return undefined;
    const span = { start: words[difference.first]!.start, end: words[difference.last]!.end };
    const instead = textOf(match, difference.from, difference.to);
    return { ...known, span: moved(span), verdict: "contradicted", wrong: "words", instead };
  }
  return others === undefined
    ? { ...known, span: moved(whole), verdict: "supported" }
    : {
        ...known,
        span: moved(speaker!.span),
        verdict: "contradicted",
        wrong: "speaker",
        instead: others.name,
      };
}

/** The words of a source as they stand there, on one line. */
function textOf({ text }: Match, from: number, to: number): string {
  if (to <= from) return "";
  return text.text.slice(text.words[from]!.start, text.words[to - 1]!.end).replace(/\s+/g, " ");
}

/** Who spoke the words, if that is somebody who has nothing to do with whom the draft names. */
function wrongSpeaker(
  speaker: NonNullable<Quotation["speaker"]>,
  match: Match,
  knowledge: Knowledge,
): Entity | undefined {
  const given = knowledge.entities.get(speaker.names[0]!.id);
  const right = sourceSpeaker(
    match,
    (tokens) => findNames(tokens, nameIndex(knowledge), "entity"),
    knowledge,
  );
  if (given === undefined || right === undefined || given.id === right.id) return undefined;
  if (given.type !== "person" && right.type === "person") {
    // Who speaks for a body speaks as that body, for all that is known.
    return isOf(right, given.id) || right.roles.length === 0 ? undefined : right;
  }
  return isOf(given, right.id) || isOf(right, given.id) ? undefined : right;
}

function isOf({ country, memberOf, roles, partOf, formerly }: Entity, id: Id): boolean {
  return [...country, ...memberOf, ...roles].some(({ of }) => of === id) || partOf === id || formerly === id;
}
