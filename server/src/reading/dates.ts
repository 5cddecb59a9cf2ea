import type { Parts } from "../text/parts.ts";
import { type FarSpan, span as spanFrom } from "../text/span.ts";
import { anchorIn, isNarrative, type TimedBlock } from "../time/anchor.ts";
import { Around, type Carried, isSamePlace, isSameValue, type YearAt } from "../time/around.ts";
import { onlyYear } from "../time/captions.ts";
import { parseEdtf } from "../time/edtf.ts";
import type { NumericOrder } from "../time/numeric-order.ts";
import type { TimeMention, TimeValue } from "../time/time.ts";
import { datelineOf, type Opened } from "./dateline.ts";
import type { Told, Words } from "./words.ts";

/** What all dates of a draft together tell about each of them. */
export interface Calendar {
  readonly order: NumericOrder | undefined;
  readonly narrative: boolean;
  readonly draftDate: TimeValue | undefined;
  readonly draftDateAt: FarSpan | undefined;
}

export function isSameCalendar(a: Calendar, b: Calendar): boolean {
  return (
    a.order === b.order &&
    a.narrative === b.narrative &&
    isSameValue(a.draftDate, b.draftDate) &&
    isSamePlace(a.draftDateAt, b.draftDateAt)
  );
}

/** What the parts of a draft tell about all of its dates, added up. */
export class DateCounts {
  readonly #years = new Map<number, number>();
  #dayFirst = 0;
  #monthFirst = 0;
  #openings = 0;

  add(told: Told, by: 1 | -1 = 1): void {
    this.#dayFirst += by * told.dayFirst;
    this.#monthFirst += by * told.monthFirst;
    this.#openings += by * told.openings;
    for (const year of told.years) {
      const times = (this.#years.get(year) ?? 0) + by;
      if (times === 0) this.#years.delete(year);
      else this.#years.set(year, times);
    }
  }

  /** `written` is the day of writing as the front matter gives it, in EDTF. */
  calendar(written: string | undefined, { all }: Parts, wordsAt: (part: number) => Words): Calendar {
    const dated = written === undefined ? undefined : parseEdtf(written);
    const dateline = dated === undefined ? datelineOf(opened(), this.#openings) : undefined;
    const draftDate = dated === undefined ? dateline?.date : "edtf" in dated ? dated : undefined;
    return {
      order: this.#order(),
      narrative: isNarrative(this.#years, draftDate),
      draftDate,
      draftDateAt: dateline && { ...dateline.span, part: dateline.part },
    };

    function* opened(): Generator<Opened> {
      for (let part = 0; part < all.length; part++) {
        const words = wordsAt(part);
        for (const [i, block] of all[part]!.blocks.entries())
          yield { part, block, dates: words.dates[i]!, opening: words.openings[i] };
      }
    }
  }

  #order(): NumericOrder | undefined {
    if (this.#dayFirst > 0) return this.#monthFirst > 0 ? undefined : "day-first";
    return this.#monthFirst > 0 ? "month-first" : undefined;
  }
}

/** The dates of a part with what their words leave out, in their order, and what the next part has of them. */
export function anchored(
  part: number,
  parts: Parts,
  wordsAt: (part: number) => Words,
  { order, narrative, draftDate, draftDateAt }: Calendar,
  carried: Carried,
): { readonly times: readonly TimeMention[]; readonly carried: Carried } {
  const { blocks } = parts.all[part]!;
  const isOwn = draftDateAt?.part === part;
  const written = {
    ...(draftDate && { draftDate }),
    ...(draftDateAt && { draftDateAt: isOwn ? spanFrom(draftDateAt.start, draftDateAt.end) : draftDateAt }),
  };
  const around = new Around(written, narrative, captionYears(part, parts, wordsAt), carried);
  const { dates } = wordsAt(part);
  const timed = blocks.map((block, i): TimedBlock => ({ block, sentences: dates[i]! }));
  const times = anchorIn(timed, around, order);
  return { times, carried: around.carried() };
}

/** The year that the caption of a table states, which stands right before it or right after. */
function captionYears(
  part: number,
  { all, captions }: Parts,
  wordsAt: (part: number) => Words,
): ReadonlyMap<number, YearAt> {
  const years = new Map<number, YearAt>();
  if (captions === undefined || all[part]!.blocks[0]!.cell === undefined) return years;
  const table = tableNumber(part, captions, all);
  for (const beside of [part - 1, part + 1]) {
    if (captions.get(beside) !== table || table === undefined) continue;
    const found = onlyYear(wordsAt(beside).dates.flat());
    if (found !== undefined) years.set(0, { ...found, span: { ...found.span, back: part - beside } });
  }
  return years;
}

/** Counted only where there is a caption beside the table. */
function tableNumber(
  part: number,
  captions: NonNullable<Parts["captions"]>,
  all: Parts["all"],
): number | undefined {
  if (!captions.has(part - 1) && !captions.has(part + 1)) return undefined;
  let number = 0;
  for (let i = 0; i < part; i++) if (all[i]!.blocks[0]!.cell !== undefined) number++;
  return number;
}
