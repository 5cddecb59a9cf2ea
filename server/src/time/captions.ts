import type { Block } from "../text/draft.ts";
import type { YearAt } from "./around.ts";
import type { TimeExpression } from "./time.ts";

/** The years of tables by their captions, where a caption states just one. A caption may stand below its table. */
export function captionYears(
  blocks: readonly {
    readonly block: Pick<Block, "captionOf">;
    readonly sentences: readonly (readonly TimeExpression[])[];
  }[],
): ReadonlyMap<number, YearAt> {
  const years = new Map<number, YearAt>();
  for (const { block, sentences } of blocks) {
    if (block.captionOf === undefined) continue;
    const year = onlyYear(sentences);
    if (year !== undefined) years.set(block.captionOf, year);
  }
  return years;
}

/** The year that some sentences state, if it is just one. */
export function onlyYear(sentences: readonly (readonly TimeExpression[])[]): YearAt | undefined {
  const found = sentences.flat().flatMap(yearOf);
  return found.every(({ year }) => year === found[0]!.year) ? found[0] : undefined;
}

/** Of a range over the new year there are two, so that none counts. */
function yearOf(expression: TimeExpression): YearAt[] {
  if (expression.kind !== "date") return [];
  const { stated, statedEnd, span } = expression;
  return [stated.year, statedEnd?.year].flatMap((year) => (year === undefined ? [] : [{ year, span }]));
}
