import type { Entity, Knowledge } from "../../knowledge-base/knowledge.ts";
import { type Token, tokenize } from "../../text/tokens.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import { quotedStretches } from "./marks.ts";
import type { Match } from "./match.ts";
import { pieceOf } from "./quotations.ts";
import { isPronoun, isSpeech, speakerOf, talkOf } from "./speaker.ts";

/**
 * Who speaks the words of a source, where it has them in quotation marks and says so: by name, or as "he" or "she" behind
 * a sentence that names one person alone. Linear in the paragraph.
 */
export function sourceSpeaker(
  { text: { text, words }, from }: Match,
  namesIn: (tokens: readonly Token[]) => NameMatch[],
  knowledge: Knowledge,
): Entity | undefined {
  const at = words[from]!.start;
  const start = Math.max(text.lastIndexOf("\n\n", at) + 1, at - FARTHEST, 0);
  const end = text.indexOf("\n\n", at);
  const paragraph = text.slice(start, Math.min(end < 0 ? text.length : end, at + FARTHEST));
  const stretch = quotedStretches(paragraph).find(
    (each) => each.start <= at - start && at - start < each.end,
  );
  if (stretch === undefined) return undefined;
  const tokens = tokenize(paragraph);
  const talk = talkOf([{ tokens, keys: tokens.map(({ key }) => key), names: namesIn(tokens) }]);
  const piece = pieceOf(talk, stretch);
  const ids = (name: NameMatch) => [...new Set(name.names.map(({ id }) => id))];
  const named = speakerOf(talk, [piece]);
  if (named !== undefined) return knowledge.entities.get(ids(named)[0]!);
  const next = tokens.slice(piece.last + 1, piece.last + 6).filter(({ kind }) => kind === "word");
  const isHe = isPronoun(next[0]) && next[1] !== undefined && isSpeech(next[1].key);
  if (!isHe) return undefined;
  const persons = talk.names.filter(
    (name) =>
      name.to <= piece.first &&
      ids(name).length === 1 &&
      knowledge.entities.get(ids(name)[0]!)?.type === "person",
  );
  const last = persons.at(-1);
  const stop = tokens.findLastIndex(({ text: mark }, i) => i < piece.first - 2 && mark === ".");
  const here = new Set(persons.filter(({ from: first }) => first > stop).flatMap(ids));
  return last !== undefined && here.size === 1 ? knowledge.entities.get(ids(last)[0]!) : undefined;
}

/** In characters: the most of a paragraph that is looked at on either side. */
const FARTHEST = 3000;
