import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { Part } from "../text/parts.ts";
import { orderOf } from "../time/numeric-order.ts";
import type { DateExpression } from "../time/time.ts";
import { openingDate } from "./dateline.ts";
import { type Passage, passagesOf } from "./grammar/passage.ts";
import { placed } from "./placed.ts";

/** The sentences of a part taken apart, for each of its blocks. */
export type Passages = readonly (readonly Passage[])[];

/** What is kept of what the words of a part say by themselves, for each of its blocks. */
export interface Words {
  /** Sentence by sentence, placed in the part; nothing for a block without dates. */
  readonly dates: readonly (readonly (readonly DateExpression[])[])[];
  readonly openings: readonly (DateExpression | undefined)[];
  readonly tells: Told;
}

/** What the dates of a part tell about those of the whole draft: how often each year is stated, which order numbers have. */
export interface Told {
  readonly years: readonly number[];
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** How many blocks open as a dateline does. */
  readonly openings: number;
}

/** `earlier` is what stood in the place of a part: what is still there is not taken apart again. */
export function passagesIn(
  { blocks }: Part,
  knowledge: Knowledge,
  earlier?: { readonly part: Part; readonly passages: Passages },
): Passages {
  return blocks.map((block, i) => {
    const prose = earlier?.part.blocks[i]?.prose;
    const known = earlier?.passages[i];
    return passagesOf(
      block,
      knowledge,
      prose !== undefined && known ? { prose, passages: known } : undefined,
    );
  });
}

export function wordsOf({ blocks }: Part, passages: Passages): Words {
  const dates = passages.map((those, i) => datesIn(those, blocks[i]!.span.start));
  const openings = blocks.map((block, i) => openingDate(block, passages[i]!));
  const opened = blocks.filter(({ kind }, i) => openings[i] !== undefined && kind !== "heading");
  return { dates, openings, tells: told(dates, opened.length) };
}

/** The dates of a block, sentence by sentence. */
function datesIn(passages: readonly Passage[], at: number): Words["dates"][number] {
  if (passages.every(({ times }) => times.length === 0)) return NO_DATES;
  return passages.map(({ times }) => times.map(({ expression }) => placed(expression, at)));
}

const NO_DATES: readonly never[] = [];

function told(dates: Words["dates"], openings: number): Told {
  if (openings === 0 && dates.every((block) => block === NO_DATES)) return TELLS_NOTHING;
  const years: number[] = [];
  let [dayFirst, monthFirst] = [0, 0];
  for (const block of dates)
    for (const sentence of block)
      for (const date of sentence) {
        if (date.kind !== "date") continue;
        if (date.stated.year !== undefined) years.push(date.stated.year);
        const order = orderOf(date);
        if (order === "day-first") dayFirst++;
        if (order === "month-first") monthFirst++;
      }
  return { years, dayFirst, monthFirst, openings };
}

const TELLS_NOTHING: Told = { years: [], dayFirst: 0, monthFirst: 0, openings: 0 };

/** Of a part of which no words were read. */
export const NO_WORDS: Words = { dates: [], openings: [], tells: TELLS_NOTHING };
