import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Token } from "../../text/tokens.ts";
import type { CellPassage } from "../events/tables.ts";
import { Passage } from "../grammar/passage.ts";
import { classesOfAll, wordsFor } from "../grammar/words.ts";

/** A column's head, or a cell, and how far it lies from where offsets begin. */
interface Part {
  readonly passage: Passage;
  readonly by: number;
  /** A new part of the row begins behind it. */
  readonly ends: boolean;
}

/**
 * A row of a table as one sentence, in which each cell follows the head of its column: "Event: Selby regatta, Spectators:
 * 23,400". Offsets count from the block of its first cell; undefined where a cell has several sentences.
 */
export function rowPassage(
  row: readonly CellPassage[],
  head: readonly CellPassage[],
  knowledge: Knowledge,
): Passage | undefined {
  const parts: Part[] = [];
  const start = row[0]?.block.span.start ?? 0;
  for (const { block, passages } of row) {
    if (passages.length > 1) return undefined;
    const column = head.find((cell) => cell.block.cell!.column === block.cell!.column);
    const [title, ...more] = column?.passages ?? [];
    if (title !== undefined && more.length === 0) parts.push({ passage: title, by: 0, ends: false });
    if (passages[0] !== undefined)
      parts.push({ passage: passages[0], by: block.span.start - start, ends: true });
  }
  const [first] = parts;
  return first && joined(parts, first.passage, knowledge);
}

function joined(parts: readonly Part[], first: Passage, knowledge: Knowledge): Passage {
  const tokens: Token[] = [];
  let from = 0;
  let keys: Passage["keys"] = [];
  let tags: Passage["tags"] = [];
  let scopes: Passage["scopes"] = [];
  let names: Passage["names"] = [];
  let eventNames: Passage["eventNames"] = [];
  let times: Passage["times"] = [];
  for (const { passage, by, ends } of parts) {
    const moved = <T extends { from: number; to: number }>(one: T) => ({
      ...one,
      from: one.from + from,
      to: one.to + from,
    });
    for (const token of passage.tokens)
      tokens.push({
        ...token,
        start: token.start + by,
        end: token.end + by,
        spaced: token.spaced || token === passage.tokens[0],
      });
    keys = [...keys, ...passage.keys, ...(ends ? [";"] : [])];
    tags = [...tags, ...passage.tags, ...(ends ? ["mark" as const] : [])];
    scopes = [...scopes, ...passage.scopes, ...(ends ? [undefined] : [])];
    names = [...names, ...passage.names.map(moved)];
    eventNames = [...eventNames, ...passage.eventNames.map(moved)];
    times = [
      ...times,
      ...passage.times.map((time) => {
        const { span } = time.expression;
        return {
          ...moved(time),
          expression: { ...time.expression, span: { start: span.start + by, end: span.end + by } },
        };
      }),
    ];
    const at = tokens.at(-1)?.end ?? 0;
    if (ends) tokens.push({ kind: "mark", text: ";", key: ";", start: at, end: at, spaced: false });
    from += passage.tokens.length + (ends ? 1 : 0);
  }
  const words = wordsFor(knowledge).of(tokens);
  const { sentence, verbs } = first;
  const clauses = { all: [], at: [] };
  const tagAt = (i: number) => tags[i];
  const classes = classesOfAll(words);
  const quotes = parts.some(({ passage }) => passage.quotes);
  return new Passage(
    { sentence, tokens, words, classes, keys, tags, tagAt, verbs, quotes, clauses, scopes },
    { names, eventNames, times },
  );
}
