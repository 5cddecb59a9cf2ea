import type { Id, Knowledge } from "../knowledge-base/knowledge.ts";
import { meaningsOf } from "../knowledge-base/vocabulary/kinds.ts";
import type { Block, Draft } from "../text/draft.ts";
import { overlaps, type Span } from "../text/span.ts";
import { applyOffset } from "../time/offsets.ts";
import type { TimeMention, TimeValue } from "../time/time.ts";
import { DEFINITE } from "./english/function-words.ts";
import { saidOf } from "./events/candidates.ts";
import type { Link } from "./events/link.ts";
import { link } from "./events/link.ts";
import type { Memory } from "./events/score.ts";
import type { Spoken } from "./events/spoken.ts";
import { spanOf, spokenOf } from "./events/spoken.ts";
import { type CellPassage, tableSpoken } from "./events/tables.ts";
import type { Passage, TimeMatch } from "./grammar/passage.ts";
import { type Lexicon, lexiconOf, phraseAt } from "./lexicon.ts";
import { ActorMemory, idsOf } from "./names/actor-memory.ts";
import { DefinedAcronyms } from "./names/defined-acronyms.ts";
import { discouragedUses } from "./names/discouraged.ts";
import { halfRightNames } from "./names/half-right.ts";
import type { NameMatch } from "./names/name-mentions.ts";
import { nearNames } from "./names/near-names.ts";
import { slipsOf, type Unknown, unknownNames } from "./names/slips.ts";
import type { TimeSources } from "./offices/office-times.ts";
import type { DiscouragedUse, EntityMention, EventMention, Reading, Statement } from "./reading.ts";
import { eventDates } from "./statements/event-dates.ts";
import { eventParticipants } from "./statements/event-participants.ts";
import { eventPlaces } from "./statements/event-places.ts";
import { officesIn, officesInTable } from "./statements/office-reading.ts";

/** The second pass: remembers what the draft has spoken of so far. */
export class Reader {
  readonly #draft: Draft;
  readonly #knowledge: Knowledge;
  readonly #lexicon: Lexicon;
  readonly #times: Map<number, TimeMention>;
  readonly #entities: EntityMention[] = [];
  readonly #events: EventMention[] = [];
  readonly #statements: Statement[] = [];
  readonly #near: { mention: EntityMention; needsOther: boolean }[] = [];
  readonly #unknown: Unknown[] = [];
  readonly #discouraged: DiscouragedUse[] = [];
  readonly #actors: ActorMemory;
  readonly #acronyms: DefinedAcronyms;
  readonly #memory: Memory = { recent: [], block: 0, before: undefined };
  /** The date that "six days later" would count from: the last one stated, or that of the last event spoken of. */
  #reference: TimeValue | undefined;

  constructor(draft: Draft, knowledge: Knowledge, times: Map<number, TimeMention>) {
    this.#draft = draft;
    this.#knowledge = knowledge;
    this.#lexicon = lexiconOf(knowledge);
    this.#times = times;
    this.#actors = new ActorMemory(knowledge);
    this.#acronyms = new DefinedAcronyms(knowledge);
  }

  block(block: Block, passages: readonly Passage[]): void {
    this.#memory.before = undefined;
    this.#memory.block++;
    this.#actors.openBlock();
    for (const whole of passages) {
      const passage = this.#names(block, whole);
      this.#anchorOffsets(block, passage);
      const spoken = spokenOf(block, passage, (at) => this.#times.get(at), this.#knowledge, this.#lexicon);
      const told: Told[] = [];
      const found = spoken.flatMap((one) => {
        const linked = this.#speak(one, block.quoted);
        if (linked === undefined) return [];
        const date = this.#knowledge.events.get(linked.event)?.date;
        if (date !== undefined) told.push({ date, clause: one.cue.clause, at: one.cue.from });
        // What is told by its verb alone is nothing that "it" could take up.
        return one.cue.how === "verb"
          ? []
          : [{ event: linked.event, governed: one.cue.governor !== undefined }];
      });
      this.#memory.before = takenUp(spoken, found);
      this.#reference = this.#referenceAfter(block, passage, found) ?? this.#reference;
      if (!block.quoted) this.#offices(block, passage, told);
      this.#actors.closeSentence(passage);
    }
  }

  table(rows: readonly (readonly CellPassage[])[]): void {
    const named = rows.map((row) =>
      row.map(({ block, passages }) => ({
        block,
        passages: passages.map((passage) => this.#names(block, passage)),
      })),
    );
    this.#statements.push(...officesInTable(named, (at) => this.#times.get(at), this.#knowledge));
    for (const one of tableSpoken(named, (at) => this.#times.get(at), this.#knowledge, this.#lexicon))
      this.#speak(one, false);
  }

  result(): Reading {
    for (const mention of slipsOf(this.#unknown, this.#actors.named, this.#knowledge)) {
      const isNew = !this.#near.some((other) => overlaps(other.mention.span, mention.span));
      if (isNew) this.#near.push({ needsOther: true, mention });
    }
    const near = this.#near.filter(
      ({ mention, needsOther }) =>
        !needsOther || (this.#actors.hasNamed(mention.ids[0]!) && this.#isOnce(mention)),
    );
    const byStart = (a: { span: Span }, b: { span: Span }) =>
      a.span.start - b.span.start || a.span.end - b.span.end;
    return {
      draft: this.#draft,
      entities: [...this.#entities, ...near.map(({ mention }) => mention)].sort(byStart),
      events: this.#events.sort(byStart),
      times: [...this.#times.values()].sort(byStart),
      statements: this.#statements.sort(byStart),
      discouraged: this.#discouraged.sort(byStart),
    };
  }

  /** A word that is spelt so again and again is no slip, but another name. */
  #isOnce({ span }: EntityMention): boolean {
    const word = ({ start, end }: Span) => this.#draft.text.slice(start, end);
    return this.#near.filter(({ mention }) => word(mention.span) === word(span)).length === 1;
  }

  /** Takes down the names of a passage; gives it back without the weak aliases that nothing supports yet. */
  #names(block: Block, found: Passage): Passage {
    const passage = block.quoted ? found : this.#acronyms.in(found);
    const names: NameMatch[] = [];
    for (const each of passage.names) {
      const match = this.#actors.choose(each, passage);
      if (!this.#counts(match)) continue;
      names.push(match);
      const { from, to, names: forms } = match;
      const ids = idsOf(match);
      // A wrong name that the draft denies or quotes is none of the draft's own.
      const stated = passage.scopes[from] === undefined;
      const bad = stated
        ? forms.find(({ form }) => form === "misnomer" || form === "discouraged")
        : undefined;
      const rightName = bad && this.#knowledge.entities.get(bad.id)?.name;
      this.#entities.push({
        kind: "entity",
        span: spanOf(block, passage, { from, to }),
        ids,
        form: forms[0]!.form,
        ...(block.quoted || passage.scopes[from] === "quoted" ? { quoted: true } : {}),
        ...(rightName === undefined ? {} : { rightName }),
      });
      if (ids.length === 1 && bad?.form !== "misnomer") this.#actors.note(ids[0]!);
      else if (ids.length === 1) this.#actors.noteWrong(ids[0]!);
    }
    if (block.quoted) return { ...passage, names };
    this.#discouraged.push(
      ...discouragedUses(
        { ...passage, names },
        block,
        this.#draft,
        this.#valuesOf(block, passage),
        this.#knowledge,
      ),
    );
    const slips = nearNames(passage, this.#knowledge);
    const halfRight = [...halfRightNames(passage, this.#knowledge)].filter(
      ({ from, to }) => !slips.some((other) => other.from < to && from < other.to),
    );
    for (const near of [...slips, ...halfRight]) {
      if (passage.scopes[near.from] === "quoted" || passage.scopes[near.from] === "negated") continue;
      const span = spanOf(block, passage, near);
      const { rightName, needsOther } = near;
      if (!needsOther) this.#actors.noteWrong(near.id);
      this.#near.push({
        needsOther,
        mention: { kind: "entity", span, ids: [near.id], form: "near", rightName },
      });
    }
    this.#unknown.push(...unknownNames(passage, (tokens) => spanOf(block, passage, tokens)));
    return { ...passage, names };
  }

  #counts({ names }: NameMatch): boolean {
    return names.some(({ id, form }) => form !== "weakAlias" || this.#actors.hasNamed(id));
  }

  /** "six days after the Doha ceasefire", "Six days later": the date that this comes to. */
  #anchorOffsets(block: Block, passage: Passage): void {
    for (const { from, expression } of passage.times) {
      const at = block.span.start + expression.span.start;
      const time = this.#times.get(at);
      const { offset } = expression;
      if (time === undefined || offset === undefined) continue;
      if (offset.from === "previous") {
        if (this.#reference !== undefined && passage.times[0]!.from === from) {
          const value = applyOffset(this.#reference, offset);
          this.#times.set(at, { ...time, value, inferred: { part: "anchor", from: "previous-date" } });
        }
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
    this.#times.set(at, { ...time, text, span, core: span, value: applyOffset(event.date, time.offset!) });
  }

  /** The event that a noun phrase names: by its name, or as "that statement", the last one of its kind. */
  #anchorAt(passage: Passage, start: number): { event: Id; to: number } | undefined {
    const from = passage.tokens.findIndex((token) => token.start >= start);
    const head = passage.tags[from] === "det" ? from + 1 : from;
    const name = passage.eventNames.find((match) => match.from === head || match.from === from);
    if (name !== undefined) return { event: name.names[0]!.id, to: name.to };
    const kind = head > from ? phraseAt(this.#lexicon.kinds, passage.keys, head) : undefined;
    if (kind === undefined || !DEFINITE.has(passage.keys[from]!)) return undefined;
    const types = new Set(kind.values.flatMap((type) => meaningsOf(type, this.#knowledge.vocabulary)));
    const last = this.#memory.recent.findLast(({ type }) => types.has(type));
    return last && { event: last.event, to: head + kind.length };
  }

  /** Takes down what a cue says; gives the event that it speaks of. */
  #speak(spoken: Spoken, quoted: boolean): Link | undefined {
    const linked = link(spoken, this.#knowledge, this.#memory);
    const event = linked && this.#knowledge.events.get(linked.event);
    if (linked === undefined || event === undefined) return undefined;
    this.#memory.recent.push({ event: event.id, type: event.type, block: this.#memory.block });
    if (spoken.cue.how !== "pronoun") {
      this.#events.push({ kind: "event", span: spoken.span, id: event.id, anchors: linked.anchors });
    }
    if (!quoted && spoken.passage.scopes[spoken.cue.from] !== "quoted")
      this.#statements.push(...this.#state(spoken, linked));
    return linked;
  }

  /** What the next sentence's "six days later" counts from: the last date stated, or else the date of the event told. */
  #referenceAfter(block: Block, { times }: Passage, found: readonly Found[]): TimeValue | undefined {
    const stated = times.findLast(({ expression }) => expression.offset === undefined);
    const value = stated && this.#times.get(block.span.start + stated.expression.span.start)?.value;
    const main = found.find(({ governed }) => !governed) ?? found[0];
    return value ?? (main && this.#knowledge.events.get(main.event)?.date);
  }

  *#state(all: Spoken, linked: Link): Generator<Statement> {
    const event = this.#knowledge.events.get(linked.event)!;
    const spoken = saidOf(all, event);
    yield* eventDates(spoken, linked, event, this.#knowledge);
    yield* eventPlaces(spoken, linked, event, this.#knowledge);
    yield* eventParticipants(spoken, linked, event, this.#knowledge);
  }

  #offices(block: Block, passage: Passage, told: readonly Told[]): void {
    const sources = {
      timeOf: ({ expression }: TimeMatch) => this.#times.get(block.span.start + expression.span.start),
      events: told,
      before: this.#reference,
    };
    const meant = this.#actors.meantIn(passage);
    this.#statements.push(...officesIn(block, passage, sources, meant, this.#knowledge));
  }

  /** The values of a passage's dates. */
  #valuesOf(block: Block, { times }: Passage): readonly TimeValue[] {
    return times.flatMap(
      ({ expression }) => this.#times.get(block.span.start + expression.span.start)?.value ?? [],
    );
  }
}

/** A dated event that a sentence tells, and where. */
type Told = TimeSources["events"][number];

/** An event that a sentence speaks of, and whether only by the way ("after the truce"). */
interface Found {
  readonly event: Id;
  readonly governed: boolean;
}

/** What a pronoun in the next sentence can take up: the only event found, or the only noun for a kind of event. */
function takenUp(spoken: readonly Spoken[], found: readonly Found[]): Memory["before"] {
  const main = found.filter(({ governed }) => !governed);
  const events = new Set((main.length > 0 ? main : found).map(({ event }) => event));
  if (events.size === 1) return { event: [...events][0]!, types: [] };
  const nouns = spoken.filter(({ cue }) => cue.how === "noun");
  return events.size === 0 && nouns.length === 1 ? { types: nouns[0]!.cue.types } : undefined;
}
