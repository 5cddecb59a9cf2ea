import type { BadName, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import { nameTokens } from "../../text/name-words.ts";
import { HIDDEN } from "../../text/tokens.ts";
import { parseEdtf } from "../../time/edtf.ts";
import type { TimeValue } from "../../time/time.ts";
import { isFunctionWord } from "../english/function-words.ts";
import { HONORIFICS, OFFICE_NOUNS } from "../english/offices.ts";
import { SPOKEN_OF_AS } from "../english/scope-words.ts";
import { spanOf } from "../events/spoken.ts";
import type { Passage } from "../grammar/passage.ts";
import type { DiscouragedUse } from "../reading.ts";
import { isCapitalized } from "./name-index.ts";
import type { NameMatch } from "./name-mentions.ts";

/** The times of a sentence, and the day on which its draft was written, in EDTF. */
interface When {
  readonly times: readonly TimeValue[];
  readonly written: string | undefined;
}

/**
 * The discouraged names that a passage uses as its own: not in quotations, nor as a word that is spoken of ("then called
 * X"), nor inside a longer name or the title of a work, nor of a time at which the name was good.
 */
export function discouragedUses(
  passage: Passage,
  block: Block,
  text: string,
  when: When,
  knowledge: Knowledge,
): DiscouragedUse[] {
  const uses: DiscouragedUse[] = [];
  for (const match of [...passage.names, ...passage.eventNames]) {
    const [first, ...others] = match.names;
    if (first!.form !== "discouraged" || others.some(({ id }) => id !== first!.id)) continue;
    const entry = knowledge.entities.get(first!.id) ?? knowledge.events.get(first!.id);
    const bad = entry?.discouraged.find(({ form }) => form === first!.text);
    if (bad === undefined) continue;
    if (passage.scopes[match.from] === "quoted" || isSpokenOf(passage, match)) continue;
    if (isExcepted(passage, match, bad) || isInLongerName(passage, match)) continue;
    const span = spanOf(block, passage, match);
    if (isInTitleOfWork(block, text, span.start - block.span.start, span.end - block.span.start)) continue;
    if (isGoodThen(bad, when, knowledge)) continue;
    uses.push({ span, id: first!.id, bad });
  }
  return uses;
}

/** "then called Turkey", "renamed from X", "the name X". */
function isSpokenOf({ keys, tags }: Passage, { from }: NameMatch): boolean {
  let at = from - 1;
  while (tags[at] === "det" || keys[at] === "as" || keys[at] === "from" || keys[at] === '"') at--;
  return SPOKEN_OF_AS.has(keys[at] ?? "");
}

/** One of the longer names in which the form is right stands here. */
function isExcepted({ keys }: Passage, { from, to }: NameMatch, { form, except = [] }: BadName): boolean {
  const own = nameTokens(form).map(({ key }) => key);
  return except.some((longer) => {
    const words = nameTokens(longer).map(({ key }) => key);
    const at = words.findIndex((_, k) => own.every((key, j) => words[k + j] === key));
    const start = from - at;
    if (at < 0 || start < 0) return false;
    return words.every((word, k) => keys[start + k] === word) && start + words.length >= to;
  });
}

/** "Ulster Bank", "the Bank of Ulster" and "an act on Southern Ireland" differ: only a proper name goes on with capitals. */
function isInLongerName({ tokens, tags, keys, names, eventNames }: Passage, match: NameMatch): boolean {
  const { from, to } = match;
  const isInside = [...names, ...eventNames].some(
    (other) =>
      other !== match && other.from <= from && to <= other.to && other.names[0]!.form !== "discouraged",
  );
  if (isInside) return true;
  const isNameWord = (at: number) => tags[at] === "word" && isCapitalized(tokens[at]!.text);
  const isHeadline = tokens
    .filter(({ kind }) => kind === "word")
    .every(({ text, key }) => isFunctionWord(key) || isCapitalized(text));
  if (isHeadline) return false;
  if (to < tokens.length && isNameWord(to) && keys[to] !== "'s") return !OFFICE_NOUNS.has(keys[to]!);
  const before = keys[from - 1] ?? "";
  if (from > 1 && isNameWord(from - 1)) return !OFFICE_NOUNS.has(before) && !HONORIFICS.has(before);
  return (
    /^(?:of|for)$/.test(before) && from > 2 && isNameWord(from - 2) && !OFFICE_NOUNS.has(keys[from - 2]!)
  );
}

/** In emphasis of one star or line together with other words: a title, or words of another language. */
function isInTitleOfWork({ prose, span }: Block, text: string, start: number, end: number): boolean {
  const open = prose.lastIndexOf(HIDDEN, start - 1);
  const close = prose.indexOf(HIDDEN, end);
  if (open < 0 || close < 0 || start === 0) return false;
  const mark = text[span.start + open];
  const isEmphasis = (mark === "*" || mark === "_") && text[span.start + close] === mark;
  const isStrong = prose[open - 1] === HIDDEN && text[span.start + open - 1] === mark;
  const opens = /\S/.test(prose[open + 1] ?? "") && !/[\p{L}\p{N}]/u.test(prose[open - 1] ?? "");
  return isEmphasis && !isStrong && opens && (open + 1 < start || end < close);
}

/** What the sentence tells of, or else the draft itself, is of a time at which the name was good. */
function isGoodThen({ since, until }: BadName, { written, times }: When, knowledge: Knowledge): boolean {
  if (since === undefined && until === undefined) return false;
  const day = written === undefined ? undefined : parseEdtf(written);
  const now = day !== undefined && "edtf" in day ? day : knowledge.bases.map(({ asOf }) => asOf).at(-1);
  const then = times.length > 0 ? times : now === undefined ? [] : [now];
  const isGood = ({ start, end }: TimeValue) =>
    (since !== undefined && end < since.start) || (until !== undefined && start > until.end);
  return then.length > 0 && then.some(isGood);
}
