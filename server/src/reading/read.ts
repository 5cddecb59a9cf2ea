import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { Block, Draft } from "../text/draft.ts";
import type { Part, Parts } from "../text/parts.ts";
import { type Carried, isSameCarried, isSamePlace, isSameValue, NOTHING_CARRIED } from "../time/around.ts";
import type { TimeMention } from "../time/time.ts";
import { anchored, type Calendar, isSameCalendar } from "./dates.ts";
import type { CellPassage } from "./events/tables.ts";
import { Ledger, type ReadPart } from "./ledger.ts";
import { answersAlike, BlockMemory } from "./memory/block-memory.ts";
import { type Before, FAR } from "./memory/draft-memory.ts";
import { sameLeft } from "./memory/notes.ts";
import { placedInDraft } from "./placed.ts";
import { type PartRead, PartReader } from "./reader.ts";
import type { Reading } from "./reading.ts";
import type { Trace } from "./trace.ts";
import { asOnePart, WholeReading, withNear } from "./whole.ts";
import { type Words, wordsOf } from "./words.ts";

/** What a reading was made of, for the one after the next keystroke. */
interface Making {
  readonly parts: readonly ReadPart[];
  /** What was carried into each part to complete its dates. */
  readonly carried: readonly Carried[];
  readonly calendar: Calendar;
  readonly knowledge: Knowledge;
  readonly written: string | undefined;
  /** How many parts were read for it, and not taken over. */
  readonly readAnew: number;
  /** Nothing, if a later reading has taken it on. */
  ledger: Ledger | undefined;
}

const makings = new WeakMap<Reading, Making>();

/** What a reading took: its parts, paragraphs and tables, and how many of them had to be read for it. */
export function effortOf(reading: Reading): { readonly parts: number; readonly readAnew: number } {
  const { parts, readAnew } = makings.get(reading) ?? { parts: [], readAnew: 0 };
  return { parts: parts.length, readAnew };
}

/**
 * Reads a draft against knowledge: what it names, when, and what it says of it. First each part by itself, a paragraph or
 * a table; then one pass over all of them for what crosses paragraphs: years, "the truce", "the commission".
 * `earlier` is a reading of an older version of the draft: a part whose words are the same, and its dates, and whatever it
 * asked of the text before it, is not read again. What comes out is the same as without.
 * A `trace` takes down what was made of each mention, and which gate silenced it, for whoever wants it explained.
 * Yields between paragraphs, so that the driver can stop or let others go first.
 */
export function* read(
  draft: Draft,
  knowledge: Knowledge,
  { earlier, trace }: { readonly earlier?: Reading | undefined; readonly trace?: Trace | undefined } = {},
): Generator<undefined, Reading, undefined> {
  const written = draft.frontMatter.date;
  const known = earlier && trace === undefined ? makings.get(earlier) : undefined;
  const isUsable = known?.knowledge === knowledge && known.written === written;
  const renewal = new Renewal(draft, knowledge, isUsable ? known : undefined, trace);
  const making = yield* renewal.run();
  const reading = readingOf(draft, making);
  makings.set(reading, making);
  return reading;
}

/** What is taken on of an older reading, if there is one. */
interface Old extends Pick<Making, "parts" | "carried"> {
  readonly calendar?: Calendar;
}

/** One reading, made of an older one. */
class Renewal {
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
  readonly #orders: readonly number[];
  #words: readonly Words[] = [];
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
    this.#all = [...before.slice(0, head), ...fresh, ...before.slice(this.#oldTail)];
    this.#orders = this.#ordersBetween();
    this.#open = new Uint8Array(all.length);
  }

  *run(): Generator<undefined, Making, undefined> {
    const gone = this.#old.parts.slice(this.#head, this.#oldTail);
    for (const part of gone) {
      this.#ledger.remove(part);
      this.#ledger.dates.add(part.words.tells, -1);
    }
    const moved = new Map(gone.map((part) => [part.part, part]));
    yield* this.#parse(moved);
    const { calendar, carried } = this.#date(moved);
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

  *#parse(moved: ReadonlyMap<Part, ReadPart>): Generator<undefined, void, undefined> {
    const words: Words[] = [];
    for (let i = this.#head; i < this.#tail; i++) {
      const part = this.#parts.all[i]!;
      const known = moved.get(part)?.words;
      words.push(known ?? wordsOf(part, this.#knowledge));
      this.#ledger.dates.add(words.at(-1)!.tells);
      if (known === undefined) yield;
    }
    this.#words = words;
  }

  /** Gives the dates their years, from where something has changed to where the same is carried on as before. */
  #date(moved: ReadonlyMap<Part, ReadPart>): Pick<Making, "calendar" | "carried"> {
    const { carried: before, calendar: old } = this.#old;
    const wordsAt = (i: number) => this.#all[i]?.words ?? this.#words[i - this.#head]!;
    const calendar = this.#ledger.dates.calendar(this.#draft.frontMatter.date, this.#parts, wordsAt);
    const isSame = old !== undefined && isSameCalendar(calendar, old);
    // What stands beside a caption may have to do with it.
    const from = isSame ? Math.max(0, this.#head - 1) : 0;
    const by = this.#oldTail - this.#tail;
    const middle = new Array<Carried>(this.#tail - this.#head).fill(NOTHING_CARRIED);
    const carried = [...before.slice(0, this.#head), ...middle, ...before.slice(this.#oldTail)];
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
    this.#open.fill(1, this.#tail, Math.min(this.#tail + FAR, this.#open.length));
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
    const before = memory.at(order, this.#all[i - 1], (part) => i - this.#placeOf(part.order));
    const isKnown = known !== undefined && !this.#times.has(i) && answersAlike(before, known.asked);
    if (isKnown && !isNew) return;
    if (!isKnown) this.#readAnew++;
    const now = isKnown ? { ...known, order } : this.#read(i, order, before);
    if (!isNew) this.#ledger.remove(known!);
    this.#ledger.add(now);
    this.#all[i] = now;
    const isInStead = isNew && gone.length === this.#tail - this.#head;
    const left = isInStead ? gone[i - this.#head]!.left : isNew ? undefined : known!.left;
    for (const part of memory.concerned(order, left, now.left)) this.#reopenPart(part);
    const isAlike = left !== undefined && sameLeft(left, now.left);
    if (!isAlike && i + 1 < this.#open.length) this.#open[i + 1] = 1;
  }

  #read(i: number, order: number, before: Before): ReadPart {
    const part = this.#parts.all[i]!;
    const known = this.#all[i];
    const words = known?.words ?? this.#words[i - this.#head]!;
    const times = this.#times.get(i) ?? known!.times;
    const memory = new BlockMemory(before, this.#knowledge);
    const trace: Trace | undefined = this.#trace && { cues: [] };
    const reader = new PartReader({
      text: part.text,
      written: this.#draft.frontMatter.date,
      times: new Map(times.map((mention) => [mention.span.start, mention])),
      memory,
      knowledge: this.#knowledge,
      trace,
    });
    if (part.blocks[0]!.cell === undefined) reader.block(part.blocks[0]!, words.passages[0]!);
    else reader.table(rowsOf(part.blocks, words.passages));
    const standing = { part: i, starts: this.#parts.starts };
    for (const cue of trace?.cues ?? [])
      this.#trace?.cues.push({ ...cue, span: placedInDraft(cue.span, standing) });
    const found = reader.result();
    return { part, words, times, asked: memory.asked, left: memory.left(), found, order };
  }

  /** The number of the part with such an order. */
  #placeOf(order: number): number {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#orderAt(middle) < order) low = middle + 1;
      else high = middle;
    }
    return low;
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

/** The older reading's ledger is taken on; where another reading has it already, it is made again. */
function claimed(
  earlier: Making | undefined,
  knowledge: Knowledge,
): { readonly old: Old; readonly ledger: Ledger } {
  if (earlier === undefined) return { old: { parts: [], carried: [] }, ledger: new Ledger(knowledge) };
  const { ledger } = earlier;
  if (ledger === undefined) return remade(earlier, knowledge);
  earlier.ledger = undefined;
  return { old: earlier, ledger };
}

function remade(making: Making, knowledge: Knowledge): { readonly old: Making; readonly ledger: Ledger } {
  const parts = making.parts.map((part, order) => ({ ...part, order }));
  const ledger = new Ledger(knowledge);
  for (const part of parts) {
    ledger.add(part);
    ledger.dates.add(part.words.tells);
  }
  return { old: { ...making, parts }, ledger };
}

/** A reading by its parts. Quick for the newest reading of a draft. */
export function wholeOf(reading: Reading, knowledge: Knowledge): WholeReading {
  const making = makings.get(reading);
  if (making === undefined) return asOnePart(reading, knowledge);
  const { old, ledger } =
    making.ledger === undefined
      ? remade(making, making.knowledge)
      : { old: making, ledger: making.ledger };
  const { draft } = reading;
  return new WholeReading(
    { draft, parts: old.parts, starts: draft.parts.starts },
    ledger,
    ledger.misspelt.mentions(),
  );
}

function readingOf(draft: Draft, { parts, ledger }: Making): Reading {
  const near = ledger!.misspelt.mentions();
  const { starts } = draft.parts;
  // What is the same thing in two lists stays so.
  const done: Map<object, object>[] = [];
  const all = <T>(of: (found: PartRead, part: ReadPart) => readonly T[]) => {
    const list: T[] = [];
    for (const [i, part] of parts.entries()) {
      const found = of(part.found, part);
      if (found.length === 0) continue;
      done[i] ??= new Map();
      for (const one of placedInDraft(found, { part: i, starts }, done[i])) list.push(one);
    }
    return list;
  };
  const made: { -readonly [Key in keyof Reading]?: Reading[Key] } = {};
  return {
    draft,
    get entities() {
      return (made.entities ??= all((found, part) => withNear(found.entities, near.get(part))));
    },
    get events() {
      return (made.events ??= all(({ events }) => events));
    },
    get times() {
      return (made.times ??= all(({ times }) => times));
    },
    get statements() {
      return (made.statements ??= all(({ statements }) => statements));
    },
    get discouraged() {
      return (made.discouraged ??= all(({ discouraged }) => discouraged));
    },
    get accounts() {
      return (made.accounts ??= all(({ accounts }) => accounts));
    },
    get acronyms() {
      return (made.acronyms ??= all(({ acronyms }) => acronyms));
    },
  };
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

function rowsOf(blocks: readonly Block[], passages: Words["passages"]): CellPassage[][] {
  const rows: CellPassage[][] = [];
  for (const [i, block] of blocks.entries()) {
    const { row } = block.cell!;
    rows[row] = [...(rows[row] ?? []), { block, passages: passages[i]! }];
  }
  // A row without any words leaves a hole, which `map` would pass over.
  return Array.from(rows, (row) => row ?? []);
}
