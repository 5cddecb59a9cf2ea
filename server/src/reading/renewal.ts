import type { Knowledge } from "../knowledge-base/knowledge.ts";
import { bisect } from "../text/bisect.ts";
import type { Block, Draft } from "../text/draft.ts";
import { goesOn, type Part, type Parts } from "../text/parts.ts";
import { spliceOf } from "../text/sections.ts";
import { type Carried, isSameCarried, isSamePlace, isSameValue, NOTHING_CARRIED } from "../time/around.ts";
import type { TimeMention } from "../time/time.ts";
import { anchored, isSameCalendar } from "./dates.ts";
import type { CellPassage } from "./events/tables.ts";
import type { Ledger, ReadPart } from "./ledger.ts";
import { claimed, type Making, type Old } from "./making.ts";
import { type Before, FAR } from "./memory/before.ts";
import { answersAlike, BlockMemory } from "./memory/block-memory.ts";
import { sameLeft } from "./memory/notes.ts";
import { placedInDraft } from "./placed.ts";
import { PartReader } from "./reader.ts";
import type { Trace } from "./trace.ts";
import { type Passages, passagesIn, type Words, wordsOf } from "./words.ts";

/** One reading, made of an older one. */
export class Renewal {
  readonly #draft: Draft;
  readonly #knowledge: Knowledge;
  readonly #trace: Trace | undefined;
  readonly #parts: Parts;
  readonly #old: Old;
  readonly #ledger: Ledger;
  /** Up to here nothing has changed, and from there on, in the new parts and the old ones. */
  readonly #head: number;
  readonly #tail: number;
  readonly #oldTail: number;
  /** The parts so far; the old ones where they can stay. */
  readonly #all: (ReadPart | undefined)[];
  #orders: readonly number[] = [];
  #words: readonly Words[] = [];
  /** Of the new parts, until they are read. */
  readonly #passages = new Map<Part, Passages>();
  /** The new dates of the parts whose dates are other ones now. */
  readonly #times = new Map<number, readonly TimeMention[]>();
  /** The parts that have to be read, or of which it must be asked whether they have to. */
  readonly #open: Uint8Array;
  #readAnew = 0;

  constructor(draft: Draft, knowledge: Knowledge, earlier: Making | undefined, trace: Trace | undefined) {
    this.#draft = draft;
    this.#knowledge = knowledge;
    this.#trace = trace;
    this.#parts = draft.parts;
    const { old, ledger } = claimed(earlier, knowledge);
    this.#old = old;
    this.#ledger = ledger;
    const { all } = draft.parts;
    const before = old.parts;
    const shorter = Math.min(all.length, before.length);
    let head = 0;
    while (head < shorter && before[head]!.part === all[head]) head++;
    let tail = all.length;
    const by = before.length - tail;
    while (tail > head && tail + by > head && before[tail + by - 1]!.part === all[tail - 1]) tail--;
    this.#head = head;
    this.#tail = tail;
    this.#oldTail = tail + by;
    const fresh = new Array<undefined>(tail - head).fill(undefined);
    this.#all = spliceOf<ReadPart | undefined>(before, head, fresh, this.#oldTail);
    this.#open = new Uint8Array(all.length);
  }

  *run(): Generator<undefined, Making, undefined> {
    const gone = this.#old.parts.slice(this.#head, this.#oldTail);
    for (const part of gone) {
      this.#ledger.remove(part);
      this.#ledger.dates.add(part.words.tells, -1);
    }
    // Only now: who is still to be found in the ledger must stand where it did.
    this.#orders = this.#ordersBetween();
    const moved = new Map(gone.map((part) => [part.part, part]));
    yield* this.#parse(moved, gone);
    const { calendar, carried } = yield* this.#date(moved);
    this.#open.fill(1, this.#head, this.#tail);
    this.#reopen(gone);
    for (let i = this.#open.indexOf(1); i >= 0; i = this.#open.indexOf(1, i + 1)) {
      this.#settle(i, gone, moved);
      yield;
    }
    return {
      parts: this.#all as ReadPart[],
      carried,
      calendar,
      knowledge: this.#knowledge,
      written: this.#draft.frontMatter.date,
      readAnew: this.#readAnew,
      ledger: this.#ledger,
    };
  }

  *#parse(
    moved: ReadonlyMap<Part, ReadPart>,
    gone: readonly ReadPart[],
  ): Generator<undefined, void, undefined> {
    const words: Words[] = [];
    for (let i = this.#head; i < this.#tail; i++) {
      const part = this.#parts.all[i]!;
      const known = moved.get(part)?.words;
      words.push(known ?? this.#wordsOf(part, gone[i - this.#head]?.part));
      this.#ledger.dates.add(words.at(-1)!.tells);
      if (known === undefined) yield;
    }
    this.#words = words;
  }

  /** `before` is what stood in the place of a part. */
  #wordsOf(part: Part, before: Part | undefined): Words {
    const known = before && this.#ledger.passages.of(before);
    const passages = passagesIn(part, this.#knowledge, known && { part: before, passages: known });
    this.#passages.set(part, passages);
    return wordsOf(part, passages);
  }

  /** The passages of a part that is read now. */
  #passagesOf(part: Part): Passages {
    const known = this.#passages.get(part) ?? this.#ledger.passages.of(part);
    const passages = known ?? passagesIn(part, this.#knowledge);
    this.#passages.delete(part);
    this.#ledger.passages.keep(part, passages);
    return passages;
  }

  /** Gives the dates their years, from where something has changed to where the same is carried on as before. */
  *#date(
    moved: ReadonlyMap<Part, ReadPart>,
  ): Generator<undefined, Pick<Making, "calendar" | "carried">, undefined> {
    const { carried: before, calendar: old } = this.#old;
    const wordsAt = (i: number) => this.#all[i]?.words ?? this.#words[i - this.#head]!;
    const calendar = this.#ledger.dates.calendar(this.#draft.frontMatter.date, this.#parts, wordsAt);
    // Which table a caption is of, the first table of the draft has a say in.
    const hasCaptions = (this.#parts.captions?.size ?? 0) > 0;
    const isSame = old !== undefined && !hasCaptions && isSameCalendar(calendar, old);
    // What stands beside a caption may have to do with it.
    const from = isSame ? Math.max(0, this.#head - 1) : 0;
    const by = this.#oldTail - this.#tail;
    const middle = new Array<Carried>(this.#tail - this.#head).fill(NOTHING_CARRIED);
    const carried = spliceOf(before, this.#head, middle, this.#oldTail);
    let now = from === 0 ? NOTHING_CARRIED : before[from]!;
    for (let i = from; i < this.#all.length; i++) {
      if (isSame && i > this.#tail && isSameCarried(now, before[i + by]!)) break;
      carried[i] = now;
      const dated = anchored(i, this.#parts, wordsAt, calendar, now);
      const known = this.#all[i] ?? moved.get(this.#parts.all[i]!);
      if (known === undefined || !areSame(dated.times, known.times)) {
        this.#times.set(i, dated.times);
        this.#open[i] = 1;
      }
      now = dated.carried;
      if ((i - from) % DATED === DATED - 1) yield;
    }
    return { calendar, carried };
  }

  /** Whom it concerns that parts are gone, or that there are more or fewer of them. */
  #reopen(gone: readonly ReadPart[]): void {
    if (gone.length === this.#tail - this.#head) return;
    const { memory } = this.#ledger;
    const order = this.#orders[0] ?? this.#all[this.#head - 1]?.order ?? -Infinity;
    for (const { left } of gone)
      for (const part of memory.concerned(order, left, undefined)) this.#reopenPart(part);
    for (const part of memory.counting(order)) this.#reopenPart(part);
    const were = paragraphsAmong(
      gone.map(({ part }) => part),
      0,
      gone.length,
    );
    if (were === paragraphsAmong(this.#parts.all, this.#head, this.#tail)) return;
    for (let i = this.#tail, paragraphs = 0; i < this.#open.length && paragraphs < FAR; i++) {
      this.#open[i] = 1;
      if (!goesOn(this.#parts.all[i]!)) paragraphs++;
    }
  }

  #reopenPart({ order }: ReadPart): void {
    this.#open[this.#placeOf(order)] = 1;
  }

  /** Reads a part, unless it would say the same as before. */
  #settle(i: number, gone: readonly ReadPart[], moved: ReadonlyMap<Part, ReadPart>): void {
    const { memory } = this.#ledger;
    const isNew = i >= this.#head && i < this.#tail;
    const order = this.#orderAt(i);
    const known = isNew ? moved.get(this.#parts.all[i]!) : this.#all[i]!;
    const before = memory.at(order, this.#all[i - 1], {
      parts: (part) => i - this.#placeOf(part.order),
      paragraphs: (part) => paragraphsAmong(this.#parts.all, this.#placeOf(part.order) + 1, i + 1),
    });
    const isKnown = known !== undefined && !this.#times.has(i) && answersAlike(before, known.asked);
    if (isKnown && !isNew) return;
    if (!isKnown) this.#readAnew++;
    const now = isKnown ? { ...known, order } : this.#read(i, order, before, known);
    if (!isNew) this.#ledger.remove(known!);
    this.#ledger.add(now);
    this.#all[i] = now;
    const isInStead = isNew && gone.length === this.#tail - this.#head;
    const left = isInStead ? gone[i - this.#head]!.left : isNew ? undefined : known!.left;
    if (left !== undefined && sameLeft(left, now.left)) return;
    // Nobody has asked anything yet where all that comes after is new.
    if (isNew && this.#tail === this.#all.length) return;
    for (const part of memory.concerned(order, left, now.left)) this.#reopenPart(part);
    if (i + 1 < this.#open.length) this.#open[i + 1] = 1;
  }

  /** `known` is how the part was read before, wherever it stood. */
  #read(i: number, order: number, before: Before, known: ReadPart | undefined): ReadPart {
    const part = this.#parts.all[i]!;
    const words = known?.words ?? this.#words[i - this.#head]!;
    const passages = this.#passagesOf(part);
    const times = this.#times.get(i) ?? known!.times;
    const memory = new BlockMemory(before, this.#knowledge, goesOn(part));
    const trace: Trace | undefined = this.#trace && { cues: [] };
    const reader = new PartReader({
      text: part.text,
      written: this.#draft.frontMatter.date,
      times: new Map(times.map((mention) => [mention.span.start, mention])),
      memory,
      knowledge: this.#knowledge,
      trace,
    });
    if (part.blocks[0]!.cell === undefined) reader.block(part.blocks[0]!, passages[0]!);
    else reader.table(rowsOf(part.blocks, passages));
    const standing = { part: i, starts: this.#parts.starts };
    for (const cue of trace?.cues ?? [])
      this.#trace?.cues.push({ ...cue, span: placedInDraft(cue.span, standing) });
    const found = reader.result();
    return { part, words, times, asked: memory.asked, left: memory.left(), found, order };
  }

  /** The number of the part with such an order. */
  #placeOf(order: number): number {
    return bisect(this.#all.length, (i) => this.#orderAt(i) < order);
  }

  #orderAt(i: number): number {
    return this.#all[i]?.order ?? this.#orders[i - this.#head]!;
  }

  /** Orders for the new parts, between those on either side; where there is no more room, all get new ones. */
  #ordersBetween(): number[] {
    const count = this.#tail - this.#head;
    const from = this.#all[this.#head - 1]?.order ?? -1;
    const to = this.#all[this.#tail]?.order ?? from + count + 1;
    const step = (to - from) / (count + 1);
    if (count > 0 && step < SMALLEST_STEP) {
      for (const [i, part] of this.#all.entries()) if (part !== undefined) part.order = i;
      return Array.from({ length: count }, (_, k) => this.#head + k);
    }
    return Array.from({ length: count }, (_, k) => from + step * (k + 1));
  }
}

const SMALLEST_STEP = 1e-6;
/** How many parts have their dates completed between two pauses. */
const DATED = 64;

/** How many paragraphs begin among the parts from one number to another; counted as far as that makes a difference. */
function paragraphsAmong(parts: readonly Part[], from: number, to: number): number {
  let count = 0;
  for (let i = to - 1; i >= from && count < FAR; i--) if (!goesOn(parts[i]!)) count++;
  return count;
}

/** Whether the dates of a part come to the same. */
function areSame(a: readonly TimeMention[], b: readonly TimeMention[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i]!;
      const { stated, inferred } = other;
      return (
        isSameValue(one.value, other.value) &&
        isSameValue(one.nominal, other.nominal) &&
        one.inferred?.part === inferred?.part &&
        one.inferred?.from === inferred?.from &&
        isSamePlace(one.inferred?.origin, inferred?.origin) &&
        one.stated.year === stated.year &&
        one.stated.month === stated.month &&
        one.stated.day === stated.day
      );
    })
  );
}

function rowsOf(blocks: readonly Block[], passages: Passages): CellPassage[][] {
  const rows: CellPassage[][] = [];
  for (const [i, block] of blocks.entries()) {
    const { row } = block.cell!;
    rows[row] = [...(rows[row] ?? []), { block, passages: passages[i]! }];
  }
  // A row without any words leaves a hole, which `map` would pass over.
  return Array.from(rows, (row) => row ?? []);
}
