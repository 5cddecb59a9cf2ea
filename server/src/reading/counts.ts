import type { Id, Knowledge } from "../knowledge-base/knowledge.ts";
import { meaningsOf } from "../knowledge-base/vocabulary/kinds.ts";
import type { Block } from "../text/draft.ts";
import type { Span } from "../text/span.ts";
import type { TimeMention } from "../time/time.ts";
import { DEFINITE } from "./english/function-words.ts";
import type { Passage } from "./grammar/passage.ts";
import { type Lexicon, lexiconOf, phraseAt } from "./lexicon.ts";
import type { BlockMemory } from "./memory/block-memory.ts";
import type { Statement } from "./reading.ts";
import { counted } from "./reference.ts";
import { countedDates } from "./statements/counted-dates.ts";

/** The dates of a draft that are counted from something else: "six days after the truce", "three weeks later". */
export class Counts {
  readonly #knowledge: Knowledge;
  readonly #lexicon: Lexicon;
  /** By where they begin; what a count comes to is written back. */
  readonly #times: Map<number, TimeMention>;
  readonly #memory: BlockMemory;
  /** The events that dates are counted from, by where the dates begin. */
  readonly #anchors = new Map<number, { readonly event: Id; readonly span: Span }>();

  constructor(knowledge: Knowledge, times: Map<number, TimeMention>, memory: BlockMemory) {
    this.#knowledge = knowledge;
    this.#lexicon = lexiconOf(knowledge);
    this.#times = times;
    this.#memory = memory;
  }

  /** "six days after the Doha ceasefire", "Six days later": the date that this comes to. */
  resolve(block: Block, passage: Passage): void {
    for (const { from, expression } of passage.times) {
      const at = block.span.start + expression.span.start;
      const time = this.#times.get(at);
      const { offset } = expression;
      if (time === undefined || offset === undefined) continue;
      if (offset.from === "previous") {
        const reference = passage.times[0]!.from === from ? this.#memory.reference() : undefined;
        if (reference !== undefined) this.#times.set(at, { ...time, ...counted(reference, offset) });
      } else if (offset.from === "phrase" && offset.anchorStart !== undefined && time.value === undefined) {
        this.#anchorToEvent(block, passage, at, time, offset.anchorStart);
      }
    }
  }

  #anchorToEvent(block: Block, passage: Passage, at: number, time: TimeMention, anchorStart: number): void {
    // "a year and a month after": only its last part has been read.
    const first = passage.tokens.findIndex((token) => block.span.start + token.start === at);
    if (passage.keys[first - 1] === "and") return;
    const anchor = this.#anchorAt(passage, anchorStart);
    const event = anchor && this.#knowledge.events.get(anchor.event);
    if (anchor === undefined || event?.date === undefined) return;
    const end = block.span.start + passage.tokens[anchor.to - 1]!.end;
    const span = { start: time.span.start, end };
    const words = passage.tokens.slice(first, anchor.to);
    const text = words.map((token, k) => (k > 0 && token.spaced ? " " : "") + token.text).join("");
    const origin = { start: block.span.start + passage.tokens[anchor.from]!.start, end };
    this.#anchors.set(at, { event: event.id, span: origin });
    const reference = { value: event.date, origin, event: event.id };
    this.#times.set(at, { ...time, text, span, core: span, ...counted(reference, time.offset!) });
  }

  /** The event that a noun phrase names: by its name, or as "that statement", the last one of its kind. */
  #anchorAt(passage: Passage, start: number): { event: Id; from: number; to: number } | undefined {
    const from = passage.tokens.findIndex((token) => token.start >= start);
    const head = passage.tags[from] === "det" ? from + 1 : from;
    const name = passage.eventNames.find((match) => match.from === head || match.from === from);
    if (name !== undefined) return { event: name.names[0]!.id, from: name.from, to: name.to };
    const kind = head > from ? phraseAt(this.#lexicon.kinds, passage.keys, head) : undefined;
    // "after its foundation": that of whatever the sentence is about, not the last one told.
    const isOwned = /^(?:its|their|his|her|our|my|your)$/.test(passage.keys[from]!);
    if (kind === undefined || isOwned || !DEFINITE.has(passage.keys[from]!)) return undefined;
    const types = new Set(kind.values.flatMap((type) => meaningsOf(type, this.#knowledge.vocabulary)));
    const last = this.#memory.lastOf(types);
    return last && { event: last.event, from: head, to: head + kind.length };
  }

  /** What is wrong with dates that have a count beside them; `stated` gives what their sentence says besides. */
  besideDates(block: Block, passage: Passage, stated: () => readonly Statement[]): Iterable<Statement> {
    if (!passage.times.some(({ expression }) => expression.offset !== undefined)) return [];
    const dates = passage.times.flatMap(({ from, to, expression }) => {
      const at = block.span.start + expression.span.start;
      const time = this.#times.get(at);
      const anchor = this.#anchors.get(at);
      const end =
        anchor === undefined
          ? to
          : passage.tokens.findIndex((t) => block.span.start + t.end >= anchor.span.end) + 1;
      return time === undefined ? [] : [{ from, to: end, time, ...(anchor && { anchor }) }];
    });
    return countedDates(passage, dates, stated(), this.#knowledge);
  }

  /** What the next sentence's "six days later" counts from: the last date stated, or else that of the event told. */
  goOn(
    block: Block,
    { times }: Passage,
    event: { readonly event: Id; readonly span: Span } | undefined,
  ): void {
    const stated = times.findLast(({ expression }) => expression.offset === undefined);
    const time = stated && this.#times.get(block.span.start + stated.expression.span.start);
    const told = event && this.#knowledge.events.get(event.event)?.date;
    const { notes } = this.#memory;
    if (time?.value !== undefined) notes.reference = { value: time.value, origin: time.span };
    else if (told !== undefined) notes.reference = { value: told, origin: event!.span, event: event!.event };
  }
}
