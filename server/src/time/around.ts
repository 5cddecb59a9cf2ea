import type { Block } from "../text/draft.ts";
import { contains, type Span } from "../text/span.ts";
import type { Surroundings } from "./infer-year.ts";
import type { TimeMention, TimeValue } from "./time.ts";
import { DAYS_IN } from "./units.ts";

/** Where a block stands in its draft. */
export type Place = Pick<Block, "kind" | "level" | "cell" | "captionOf">;

/** A year and the words that state it. */
export interface YearAt {
  readonly year: number;
  readonly span: Span;
}

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
  readonly draftDateAt: Span | undefined;
  readonly news: boolean;
  previous: TimeValue | undefined;
  previousAt: Span | undefined;
  story: TimeValue | undefined;
  storyAt: Span | undefined;
  storyHere = false;
  storyInSection = false;
  heading: YearAt | undefined;
  row: YearAt | undefined;
  /** That of the column, or else of the whole table. */
  column: YearAt | undefined;
  private readonly headings: (YearAt | undefined)[] = [];
  private columns = new Map<number, YearAt>();
  private table = -1;
  private rowNumber = -1;

  constructor(
    written: { readonly draftDate?: TimeValue; readonly draftDateAt?: Span; readonly news?: boolean },
    readonly narrative: boolean,
    /** By the number of the table. */
    private readonly captions: ReadonlyMap<number, YearAt>,
  ) {
    this.draftDate = written.draftDate;
    this.draftDateAt = written.draftDateAt;
    this.news = written.news === true;
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
    this.storyHere = false;
    if (block.kind !== "heading") return;
    this.storyInSection = false;
    this.headings.length = Math.max(0, (block.level ?? 1) - 1);
    this.heading = this.headings.findLast((year) => year !== undefined);
  }

  remember(mention: TimeMention, block: Place): void {
    const value = mention.nominal ?? mention.value;
    const { span, stated } = mention;
    // A dateline tells when the text was written, and nothing of what happened.
    if (this.draftDateAt !== undefined && contains(span, this.draftDateAt)) return;
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
