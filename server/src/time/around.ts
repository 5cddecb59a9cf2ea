import type { Block } from "../text/draft.ts";
import { contains, type FarSpan, fartherBy } from "../text/span.ts";
import type { Surroundings } from "./infer-year.ts";
import type { TimeMention, TimeValue } from "./time.ts";
import { DAYS_IN } from "./units.ts";

/** Where a block stands in its draft. */
export type Place = Pick<Block, "kind" | "level" | "cell" | "captionOf" | "goesOn">;

/** A year and the words that state it. */
export interface YearAt {
  readonly year: number;
  readonly span: FarSpan;
}

/** What is carried from one part of a draft to the next. */
export interface Carried {
  readonly previous: TimeValue | undefined;
  readonly previousAt: FarSpan | undefined;
  readonly story: TimeValue | undefined;
  readonly storyAt: FarSpan | undefined;
  /** It has been told in the last paragraph, and in the last section. */
  readonly storyHere: boolean;
  readonly storyInSection: boolean;
  /** By the level of the heading, less 1. */
  readonly headings: readonly (YearAt | undefined)[];
}

/** What is carried into the first part. */
export const NOTHING_CARRIED: Carried = {
  previous: undefined,
  previousAt: undefined,
  story: undefined,
  storyAt: undefined,
  storyHere: false,
  storyInSection: false,
  headings: [],
};

/** A date that hardly moves the story on: an aside, one end of something, a year counted from another, "today". */
function isWeak(mention: TimeMention, value: TimeValue): boolean {
  const coarse = DAYS_IN[value.precision] >= DAYS_IN.year;
  const counted = mention.offset !== undefined || mention.relative !== undefined;
  const writers = counted && mention.inferred?.from === "draft-date";
  return writers || mention.aside === true || (coarse && (mention.boundary !== undefined || counted));
}

/** What has been read so far, as far as it can complete a date, and where each piece of it stands. */
export class Around implements Surroundings {
  readonly draftDate: TimeValue | undefined;
  readonly draftDateAt: FarSpan | undefined;
  readonly news: boolean;
  previous: TimeValue | undefined;
  previousAt: FarSpan | undefined;
  story: TimeValue | undefined;
  storyAt: FarSpan | undefined;
  storyHere: boolean;
  storyInSection: boolean;
  heading: YearAt | undefined;
  row: YearAt | undefined;
  /** That of the column, or else of the whole table. */
  column: YearAt | undefined;
  private readonly headings: (YearAt | undefined)[];
  private columns = new Map<number, YearAt>();
  private table = -1;
  private rowNumber = -1;

  constructor(
    written: { readonly draftDate?: TimeValue; readonly draftDateAt?: FarSpan; readonly news?: boolean },
    readonly narrative: boolean,
    /** By the number of the table. */
    private readonly captions: ReadonlyMap<number, YearAt>,
    carried: Carried = NOTHING_CARRIED,
  ) {
    this.draftDate = written.draftDate;
    this.draftDateAt = written.draftDateAt;
    this.news = written.news === true;
    this.previous = carried.previous;
    this.previousAt = carried.previousAt;
    this.story = carried.story;
    this.storyAt = carried.storyAt;
    this.storyHere = carried.storyHere;
    this.storyInSection = carried.storyInSection;
    this.headings = [...carried.headings];
    this.heading = this.headings.findLast((year) => year !== undefined);
  }

  /** What the next part of the draft has of this one and those before it. */
  carried(): Carried {
    const { previous, previousAt, story, storyAt, storyHere, storyInSection, headings } = this;
    return {
      previous,
      previousAt: farther(previousAt),
      story,
      storyAt: farther(storyAt),
      storyHere,
      storyInSection,
      // A level that was passed over leaves a hole, which `map` would keep.
      headings: Array.from(
        headings,
        (heading) => heading && { year: heading.year, span: fartherBy(heading.span, 1) },
      ),
    };
  }

  get headingYear(): number | undefined {
    return this.heading?.year;
  }

  get rowYear(): number | undefined {
    return this.row?.year;
  }

  get columnYear(): number | undefined {
    return this.column?.year;
  }

  enter(block: Place): void {
    const { cell } = block;
    if (cell === undefined || cell.row !== this.rowNumber || cell.table !== this.table) this.row = undefined;
    if (cell !== undefined && cell.table !== this.table) this.columns = new Map();
    this.table = cell?.table ?? -1;
    this.rowNumber = cell?.row ?? -1;
    this.column =
      cell === undefined ? undefined : (this.columns.get(cell.column) ?? this.captions.get(cell.table));
    if (!block.goesOn) this.storyHere = false;
    if (block.kind !== "heading") return;
    this.storyInSection = false;
    this.headings.length = Math.max(0, (block.level ?? 1) - 1);
    this.heading = this.headings.findLast((year) => year !== undefined);
  }

  remember(mention: TimeMention, block: Place): void {
    const value = mention.nominal ?? mention.value;
    const { span, stated } = mention;
    // A dateline tells when the text was written, and nothing of what happened.
    if (this.draftDateAt?.part === undefined && this.draftDateAt && contains(span, this.draftDateAt)) return;
    const isSingle = mention.statedEnd === undefined || mention.statedEnd.year === stated.year;
    const single = isSingle && stated.year !== undefined ? { year: stated.year, span } : undefined;
    if (block.kind === "heading" && single !== undefined) {
      this.headings[(block.level ?? 1) - 1] = single;
      this.heading = single;
    }
    if (block.cell !== undefined && single !== undefined) {
      if (block.cell.row === 0) this.columns.set(block.cell.column, single);
      else if (block.cell.column === 0) this.row = single;
    }
    if (value === undefined || value.precision === "decade" || value.precision === "century") return;
    // "for the next six months" ends the story's time nowhere.
    if (!Number.isFinite(value.start) || mention.relative?.count !== undefined) return;
    this.previous = value;
    this.previousAt = span;
    if (this.storyHere && isWeak(mention, value)) return;
    this.story = value;
    this.storyAt = span;
    this.storyHere = true;
    this.storyInSection = true;
  }
}

function farther(span: FarSpan | undefined): FarSpan | undefined {
  return span && fartherBy(span, 1);
}

/** Whether the same is carried, from the same places. */
export function isSameCarried(a: Carried, b: Carried): boolean {
  return (
    a === b ||
    (a.storyHere === b.storyHere &&
      a.storyInSection === b.storyInSection &&
      isSameValue(a.previous, b.previous) &&
      isSameValue(a.story, b.story) &&
      isSamePlace(a.previousAt, b.previousAt) &&
      isSamePlace(a.storyAt, b.storyAt) &&
      a.headings.length === b.headings.length &&
      a.headings.every((one, i) => {
        const other = b.headings[i];
        return one?.year === other?.year && isSamePlace(one?.span, other?.span);
      }))
  );
}

/** Whether two values come to the same days, told in the same way. */
export function isSameValue(a: TimeValue | undefined, b: TimeValue | undefined): boolean {
  return (
    a === b ||
    (a !== undefined && b !== undefined && a.edtf === b.edtf && a.start === b.start && a.end === b.end)
  );
}

/** Whether two places are the same, as their parts have them. */
export function isSamePlace(a: FarSpan | undefined, b: FarSpan | undefined): boolean {
  return (
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      a.start === b.start &&
      a.end === b.end &&
      (a.back ?? 0) === (b.back ?? 0) &&
      a.part === b.part)
  );
}
