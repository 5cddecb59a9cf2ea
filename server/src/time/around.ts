import type { Block } from "../text/draft.ts";
import type { Surroundings } from "./infer-year.ts";
import type { TimeMention, TimeValue } from "./time.ts";
import { DAYS_IN } from "./units.ts";

/** Where a block stands in its draft. */
export type Place = Pick<Block, "kind" | "level" | "cell">;

/** A date that hardly moves the story on: an aside, one end of something, a year counted from another, "today". */
function isWeak(mention: TimeMention, value: TimeValue): boolean {
  const coarse = DAYS_IN[value.precision] >= DAYS_IN.year;
  const counted = mention.offset !== undefined || mention.relative !== undefined;
  const writers = counted && mention.inferred?.from === "draft-date";
  return writers || mention.aside === true || (coarse && (mention.boundary !== undefined || counted));
}

/** What has been read so far, as far as it can complete a date. */
export class Around implements Surroundings {
  previous: TimeValue | undefined;
  story: TimeValue | undefined;
  storyHere = false;
  storyInSection = false;
  headingYear: number | undefined;
  rowYear: number | undefined;
  columnYear: number | undefined;
  private readonly headings: (number | undefined)[] = [];
  private columns = new Map<number, number>();
  private table = -1;
  private row = -1;

  constructor(
    readonly draftDate: TimeValue | undefined,
    readonly narrative: boolean,
    readonly news: boolean,
  ) {}

  enter(block: Place): void {
    const { cell } = block;
    if (cell === undefined || cell.row !== this.row || cell.table !== this.table) this.rowYear = undefined;
    if (cell !== undefined && cell.table !== this.table) this.columns = new Map();
    this.table = cell?.table ?? -1;
    this.row = cell?.row ?? -1;
    this.columnYear = cell === undefined ? undefined : this.columns.get(cell.column);
    this.storyHere = false;
    if (block.kind !== "heading") return;
    this.storyInSection = false;
    this.headings.length = Math.max(0, (block.level ?? 1) - 1);
    this.headingYear = this.headings.findLast((year) => year !== undefined);
  }

  remember(mention: TimeMention, block: Place): void {
    const value = mention.nominal ?? mention.value;
    const year = mention.stated.year;
    const single = mention.statedEnd === undefined || mention.statedEnd.year === year ? year : undefined;
    if (block.kind === "heading" && single !== undefined) {
      this.headings[(block.level ?? 1) - 1] = single;
      this.headingYear = single;
    }
    if (block.cell !== undefined && single !== undefined) {
      if (block.cell.row === 0) this.columns.set(block.cell.column, single);
      else if (block.cell.column === 0) this.rowYear = single;
    }
    if (value === undefined || value.precision === "decade" || value.precision === "century") return;
    // "for the next six months" ends the story's time nowhere.
    if (!Number.isFinite(value.start) || mention.relative?.count !== undefined) return;
    this.previous = value;
    if (this.storyHere && isWeak(mention, value)) return;
    this.story = value;
    this.storyHere = true;
    this.storyInSection = true;
  }
}
