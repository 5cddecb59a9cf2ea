import type { Id, Knowledge } from "../knowledge-base/knowledge.ts";
import type { Block, Draft } from "../text/draft.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { TimeMention, TimeValue } from "../time/time.ts";
import type { Account } from "./accounts/account.ts";
import { Counts } from "./counts.ts";
import { pronounSubject, type Topic, topicAfter } from "./events/antecedents.ts";
import type { Stretch } from "./events/attachment.ts";
import { saidOf } from "./events/candidates.ts";
import type { Cue } from "./events/cues.ts";
import type { Link } from "./events/link.ts";
import { link } from "./events/link.ts";
import type { Memory } from "./events/score.ts";
import type { Spoken } from "./events/spoken.ts";
import { spanOf, spokenOf } from "./events/spoken.ts";
import { type CellPassage, tableSpoken } from "./events/tables.ts";
import { FigureReader } from "./figures/figure-reader.ts";
import type { Passage, TimeMatch } from "./grammar/passage.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";
import { ActorMemory, idsOf } from "./names/actor-memory.ts";
import { discouragedUses } from "./names/discouraged.ts";
import { halfRightNames } from "./names/half-right.ts";
import type { NameMatch } from "./names/name-mentions.ts";
import { nearNames } from "./names/near-names.ts";
import { slipsOf, type Unknown, unknownNames } from "./names/slips.ts";
import type { TimeSources } from "./offices/office-times.ts";
import type { DiscouragedUse, EntityMention, EventMention, Reading, Statement } from "./reading.ts";
import { actorStatements } from "./statements/actors.ts";
import { AttributionReader } from "./statements/attributions.ts";
import { eventDates } from "./statements/event-dates.ts";
import { eventParticipants } from "./statements/event-participants.ts";
import { eventPlaces } from "./statements/event-places.ts";
import { officesIn, officesInTable } from "./statements/office-reading.ts";
import { quotationStatements } from "./statements/quotations.ts";
import { RelationsReader } from "./statements/relations.ts";
import { uncoveredStatements } from "./statements/uncovered.ts";
import type { CueTrace, Trace } from "./trace.ts";
import { unaided } from "./unaided.ts";

/** The second pass: remembers what the draft has spoken of so far. */
export class Reader {
  readonly #draft: Draft;
  readonly #knowledge: Knowledge;
  readonly #lexicon: Lexicon;
  readonly #times: Map<number, TimeMention>;
  readonly #entities: EntityMention[] = [];
  readonly #events: EventMention[] = [];
  readonly #statements: Statement[] = [];
  readonly #accounts: Account[] = [];
  readonly #near: { mention: EntityMention; needsOther: boolean }[] = [];
  readonly #unknown: Unknown[] = [];
  readonly #discouraged: DiscouragedUse[] = [];
  readonly #actors: ActorMemory;
  readonly #figures: FigureReader;
  readonly #attributions: AttributionReader;
  readonly #memory: Memory = { recent: [], block: 0, before: undefined };
  readonly #counted: Counts;
  readonly #relations: RelationsReader;
  #topic: Topic = {};

  readonly #trace: Trace | undefined;

  constructor(draft: Draft, knowledge: Knowledge, times: Map<number, TimeMention>, trace?: Trace) {
    this.#trace = trace;
    this.#draft = draft;
    this.#knowledge = knowledge;
    this.#lexicon = lexiconOf(knowledge);
    this.#times = times;
    this.#counted = new Counts(knowledge, times, this.#memory);
    this.#actors = new ActorMemory(knowledge);
    this.#figures = new FigureReader(knowledge);
    this.#relations = new RelationsReader(knowledge);
    this.#attributions = new AttributionReader(draft.text, knowledge);
  }

  block(block: Block, passages: readonly Passage[]): void {
    this.#memory.before = undefined;
    this.#topic = {};
    this.#memory.block++;
    this.#actors.openBlock();
    this.#figures.next();
    const named: Passage[] = [];
    const untold: Passage[] = [];
    for (const whole of passages) {
      const passage = this.#names(block, whole);
      named.push(passage);
      const first = this.#statements.length;
      this.#counted.resolve(block, passage);
      const mixed = block.quoted ? [] : this.#relations.names(block, passage, this.#times);
      this.#statements.push(...mixed);
      const spoken = spokenOf(
        block,
        passage,
        (at) => this.#times.get(at),
        this.#knowledge,
        this.#lexicon,
      ).filter(({ span }) => !mixed.some(({ eventSpan }) => overlaps(eventSpan, span)));
      const told: Told[] = [];
      const dated: DatedEvent[] = [];
      const found = spoken.flatMap((one) => {
        const subject = pronounSubject(passage, one.cue, this.#topic, this.#isPerson);
        if (one.cue.takesUp !== undefined) this.#memory.before = takenUpInside(one.cue, told);
        const linked = this.#speak(subject === undefined ? one : { ...one, subject }, block.quoted);
        if (linked === undefined) return [];
        const date = this.#knowledge.events.get(linked.event)?.date;
        if (date !== undefined) dated.push({ date, clause: one.cue.clause, at: one.cue.from });
        // What is told by its verb alone is nothing that "it" could take up.
        if (one.cue.how === "verb") return [];
        told.push({ event: linked.event, cue: one.cue });
        const governed = one.cue.governor !== undefined;
        return [{ event: linked.event, governed, at: one.cue.from, span: one.span }];
      });
      if (!block.quoted)
        this.#statements.push(...this.#counted.besideDates(block, passage, this.#statements.slice(first)));
      if (found.length === 0) untold.push(passage);
      this.#memory.before = takenUp(spoken, found);
      this.#topic = topicAfter(passage, this.#topic, this.#isPerson);
      this.#counted.goOn(block, passage, found.find(({ governed }) => !governed) ?? found[0]);
      const relations = this.#relations.passage(block, passage, this.#times);
      if (!block.quoted) this.#statements.push(...relations);
      if (!block.quoted) this.#offices(block, passage, dated);
      if (!block.quoted) this.#statements.push(...this.#ofActors(block, passage));
      this.#statements.push(...this.#figures.passage(block, passage, found, (at) => this.#times.get(at)));
      this.#actors.closeSentence(passage);
      if (!block.quoted) this.#unaided(block, passage);
    }
    const attributions = this.#attributions.block(block, named);
    this.#statements.push(...attributions);
    if (attributions.length === 0)
      for (const passage of untold)
        this.#statements.push(...uncoveredStatements(block, passage, this.#knowledge));
    this.#statements.push(...quotationStatements(block, named, this.#knowledge));
  }

  table(rows: readonly (readonly CellPassage[])[]): void {
    const named = rows.map((row) =>
      row.map(({ block, passages }) => ({
        block,
        passages: passages.map((passage) => this.#names(block, passage)),
      })),
    );
    this.#statements.push(...officesInTable(named, (at) => this.#times.get(at), this.#knowledge));
    for (const { block, passages } of named.flat())
      for (const passage of passages) this.#unaided(block, passage);
    for (const one of tableSpoken(named, (at) => this.#times.get(at), this.#knowledge, this.#lexicon))
      this.#speak(one, false);
    this.#statements.push(...this.#relations.table(named));
  }

  result(): Reading {
    for (const slip of slipsOf(this.#unknown, this.#actors.named, this.#knowledge)) {
      const isNew = !this.#near.some((other) => overlaps(other.mention.span, slip.mention.span));
      if (isNew) this.#near.push(slip);
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
      accounts: this.#accounts.sort(byStart),
    };
  }

  #ofActors(block: Block, passage: Passage): Iterable<Statement> {
    const place = (tokens: Stretch) => spanOf(block, passage, tokens);
    const timeOf = ({ expression }: Passage["times"][number]) =>
      this.#times.get(block.span.start + expression.span.start)?.value;
    return actorStatements(
      { passage, place, timeOf, said: this.#statements },
      this.#lexicon,
      this.#knowledge,
    );
  }

  /** A word that is spelt so again and again is no slip, but another name. */
  #isOnce({ span }: EntityMention): boolean {
    const word = ({ start, end }: Span) => this.#draft.text.slice(start, end);
    return this.#near.filter(({ mention }) => word(mention.span) === word(span)).length === 1;
  }

  /** Takes down the names of a passage; gives it back without the weak aliases that nothing supports yet. */
  #names(block: Block, passage: Passage): Passage {
    for (const match of passage.names) this.#introduce(match, passage);
    const names: NameMatch[] = [];
    for (const found of passage.names) {
      const match = this.#actors.choose(found, passage);
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
    const found = nearNames(passage, this.#knowledge);
    const halfRight = [...halfRightNames(passage, this.#knowledge)].filter(
      ({ from, to }) => !found.some((other) => other.from < to && from < other.to),
    );
    for (const near of [...found, ...halfRight]) {
      if (passage.scopes[near.from] === "quoted" || passage.scopes[near.from] === "negated") continue;
      const span = spanOf(block, passage, near);
      const { rightName, needsOther } = near;
      this.#near.push({
        needsOther,
        mention: { kind: "entity", span, ids: [near.id], form: "near", rightName },
      });
    }
    this.#unknown.push(...unknownNames(passage, (tokens) => spanOf(block, passage, tokens)));
    return { ...passage, names };
  }

  /** A full name makes the short forms of its own sentence count as well. */
  #introduce({ from, names }: NameMatch, { scopes }: Passage): void {
    const [first, ...others] = names;
    const isFull = first?.form === "name" || first?.form === "alias";
    if (isFull && others.length === 0 && scopes[from] === undefined) this.#actors.note(first.id);
  }

  #counts({ names }: NameMatch): boolean {
    return names.some(({ id, form }) => form !== "weakAlias" || this.#actors.hasNamed(id));
  }

  /** Takes down what a cue says; gives the event that it speaks of. */
  #speak(spoken: Spoken, quoted: boolean): Link | undefined {
    const trace = this.#traced(spoken);
    const linked = link(spoken, this.#knowledge, this.#memory, trace);
    if (trace !== undefined && linked !== undefined) trace.link = linked;
    const event = linked && this.#knowledge.events.get(linked.event);
    if (linked === undefined || event === undefined) return undefined;
    this.#relations.link(spoken, linked);
    this.#memory.recent.push({ event: event.id, type: event.type, block: this.#memory.block });
    if (spoken.cue.how !== "pronoun") {
      this.#events.push({ kind: "event", span: spoken.span, id: event.id, anchors: linked.anchors });
    }
    if (!quoted && spoken.passage.scopes[spoken.cue.from] !== "quoted")
      this.#statements.push(...this.#state(spoken, linked));
    return linked;
  }

  #traced(spoken: Spoken): CueTrace | undefined {
    if (this.#trace === undefined) return undefined;
    const trace: CueTrace = { span: spoken.span, spoken, scores: [], closed: [] };
    this.#trace.cues.push(trace);
    return trace;
  }

  *#state(all: Spoken, linked: Link): Generator<Statement> {
    const event = this.#knowledge.events.get(linked.event)!;
    const spoken = saidOf(all, event);
    yield* eventDates(spoken, linked, event, this.#knowledge);
    yield* eventPlaces(spoken, linked, event, this.#knowledge);
    yield* eventParticipants(spoken, linked, event, this.#knowledge);
  }

  /** What a sentence says that needs no fact to be judged, or of which there is none. */
  #unaided(block: Block, passage: Passage): void {
    const { statements, accounts } = unaided(block, passage, (at) => this.#times.get(at), this.#knowledge);
    this.#statements.push(...statements);
    this.#accounts.push(...accounts);
  }

  #offices(block: Block, passage: Passage, told: readonly DatedEvent[]): void {
    const sources = {
      timeOf: ({ expression }: TimeMatch) => this.#times.get(block.span.start + expression.span.start),
      events: told,
      before: this.#counted.reference?.value,
    };
    const meant = this.#actors.meantIn(passage);
    this.#statements.push(...officesIn(block, passage, sources, meant, this.#knowledge));
  }

  readonly #isPerson = (id: Id) => this.#knowledge.entities.get(id)?.type === "person";

  /** The values of a passage's dates. */
  #valuesOf(block: Block, { times }: Passage): readonly TimeValue[] {
    return times.flatMap(
      ({ expression }) => this.#times.get(block.span.start + expression.span.start)?.value ?? [],
    );
  }
}

/** A dated event that a sentence tells, and where. */
type DatedEvent = TimeSources["events"][number];

/** An event that a sentence speaks of, where, and whether only by the way ("after the truce"). */
interface Found {
  readonly event: Id;
  readonly governed: boolean;
  readonly span: Span;
  /** The token that tells it. */
  readonly at: number;
}

/** An event with the words of its sentence that speak of it. */
interface Told {
  readonly event: Id;
  readonly cue: Cue;
}

/** What a pronoun can take up in its own sentence: the one event before it, as the subject unless "did so" follows. */
function takenUpInside({ takesUp, from, clause }: Cue, told: readonly Told[]): Memory["before"] {
  const before = told.filter(
    ({ cue }) => cue.to <= from && cue.clause !== clause && (takesUp === "any" || cue.governor === undefined),
  );
  const events = new Set(before.map(({ event }) => event));
  return events.size === 1 ? { event: before[0]!.event, types: [], isMain: true } : undefined;
}

/** What a pronoun in the next sentence can take up: the only event found, or the only noun for a kind of event. */
function takenUp(spoken: readonly Spoken[], found: readonly Found[]): Memory["before"] {
  const main = found.filter(({ governed }) => !governed);
  const events = new Set((main.length > 0 ? main : found).map(({ event }) => event));
  if (events.size === 1) return { event: [...events][0]!, types: [], isMain: main.length > 0 };
  const nouns = spoken.filter(({ cue }) => cue.how === "noun");
  return events.size === 0 && nouns.length === 1 ? { types: nouns[0]!.cue.types } : undefined;
}
