import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { nameIndex } from "../../reading/names/name-index.ts";
import { findNames } from "../../reading/names/name-mentions.ts";
import { type OpenMark, openMark } from "../../reading/quotations/marks.ts";
import { sourceSpeaker } from "../../reading/quotations/source-speaker.ts";
import { span } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import type { AskedBy, Suggestion } from "./completion.ts";
import { blockBefore } from "./prose-at.ts";
import type { Snapshot } from "./snapshot.ts";
import { type SourceSentence, sentencesBeginning } from "./source-sentences.ts";

/** So many letters must be typed before a source is looked into. */
const FEWEST_LETTERS = 3;
/** And so many before a list comes without being asked for. */
const FEWEST_UNASKED = 6;
const MOST = 12;

/**
 * Inside an open quotation: what sources say that begins, at a word, with what is typed there. Word for word, to the end
 * of a sentence at most, in the draft's kind of marks, and closed. Undefined where no quotation is open.
 */
export function quotationSuggestions(
  { draft, knowledge }: Snapshot,
  offset: number,
  askedBy: AskedBy,
): Suggestion[] | undefined {
  const block = blockBefore(draft, offset);
  if (block === undefined || block.quoted) return undefined;
  const { start } = block.span;
  const shown =
    block.prose.slice(0, offset - start) + draft.text.slice(Math.max(start, block.span.end), offset);
  const mark = openMark(shown);
  if (mark === undefined) return undefined;
  // In LaTeX a mark is of two characters.
  const first = shown.slice(mark.at + 1).search(/[\p{L}\p{N}]/u);
  if (first < 0) return [];
  const from = start + mark.at + 1 + first;
  const typed = draft.text.slice(from, offset);
  const letters = typed.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters < (askedBy === "wish" ? FEWEST_LETTERS : FEWEST_UNASKED)) return [];
  const close = closing(draft.text, start + mark.at, mark);
  const isClosed = draft.text.startsWith(close, offset);
  return sentencesBeginning(knowledge, typed, MOST).map((sentence) => {
    const words = inMarksOf(sentence.words, mark);
    return {
      kind: "quotation",
      id: sentence.source,
      label: words,
      newText: words + (isClosed ? "" : close),
      about: knowledge.sources.get(sentence.source)?.title ?? sentence.source,
      background: speakerOf(sentence, knowledge),
      replaced: span(from, offset),
      // Where the source spells it otherwise, an editor must not take it for another word.
      typed: fold(words).startsWith(fold(typed)) ? words : typed,
      words,
    };
  });
}

function closing(text: string, at: number, { close }: OpenMark): string {
  if (text.startsWith("``", at)) return "''";
  return text[at] === "`" ? "'" : close;
}

/** As they stand in the source, but for the kind of marks and apostrophes, which is the draft's. */
function inMarksOf(words: string, { close }: OpenMark): string {
  const isStraight = close === '"' || close === "'";
  const isDouble = close !== "'" && close !== "’" && close !== "‘" && close !== "›" && close !== "‹";
  const single = isStraight ? ["'", "'"] : ["‘", "’"];
  const double = isStraight ? ['"', '"'] : ["“", "”"];
  const [opening, ending] = isDouble ? single : double;
  const inner = words
    .replace(/(?<![\p{L}\p{N}])["“‘](?=\S)/gu, opening!)
    .replace(/["”]|(?<=[.,!?])’(?![\p{L}\p{N}])/gu, ending!);
  return isStraight ? inner.replaceAll("’", "'") : inner.replace(/(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu, "’");
}

/** Who says it in the source, if the source tells. */
function speakerOf({ place }: SourceSentence, knowledge: Knowledge): string {
  const namesIn: Parameters<typeof sourceSpeaker>[1] = (tokens) =>
    findNames(tokens, nameIndex(knowledge), "entity");
  return sourceSpeaker({ ...place, distance: 0, partners: [] }, namesIn, knowledge)?.name ?? "";
}
