import type { Id, Knowledge } from "../knowledge-base/knowledge.ts";
import type { Block } from "../text/draft.ts";
import { inOrder, overlaps } from "../text/span.ts";
import type { TimeMention } from "../time/time.ts";
import type { Account } from "./accounts/account.ts";
import { type AcronymUse, acronymUses } from "./acronyms/uses.ts";
import { Counts } from "./counts.ts";
import { pronounSubject, RunningTopic } from "./events/antecedents.ts";
import type { Stretch } from "./events/attachment.ts";
import type { Link } from "./events/link.ts";
import { link } from "./events/link.ts";
import { mayHaveParts } from "./events/parts.ts";
import type { Memory } from "./events/score.ts";
import type { Spoken } from "./events/spoken.ts";
import { spanOf, spokenOf } from "./events/spoken.ts";
import { type CellPassage, tableSpoken } from "./events/tables.ts";
import { type Found, type Told, takenUp, takenUpInside } from "./events/taken-up.ts";
import { FigureReader, type Told as FigureTold } from "./figures/figure-reader.ts";
import type { Passage, TimeMatch } from "./grammar/passage.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";
import type { BlockMemory } from "./memory/block-memory.ts";
import { Meant } from "./names/meant.ts";
import { type Named, NamesReader } from "./names/names-reader.ts";
import { ShortForms } from "./names/short-forms.ts";
import type { TimeSources } from "./offices/office-times.ts";
import type { EventMention, EventNameStatement, Statement } from "./reading.ts";
import { actorStatements, maySpeakOfActors } from "./statements/actors.ts";
import { AttributionReader } from "./statements/attributions.ts";
import { eventStatements } from "./statements/events.ts";
import { mayTellOffice, officesIn, officesInTable } from "./statements/office-reading.ts";
import { quotationStatements } from "./statements/quotations.ts";
import { RelationsReader } from "./statements/relations.ts";
import { uncoveredStatements } from "./statements/uncovered.ts";
import type { CueTrace, Trace } from "./trace.ts";
import { unaided } from "./unaided.ts";

/** What was read in a part of a draft; every place counts from where the part begins. */
export interface PartRead extends Named {
  readonly events: readonly EventMention[];
  readonly times: readonly TimeMention[];
  readonly statements: readonly Statement[];
  readonly accounts: readonly Account[];
  readonly acronyms: readonly AcronymUse[];
}

/** What a part of a draft is read with. */
export interface PartContext {
  /** The words of the part, with their markup. */
  readonly text: string;
  /** The day on which the draft was written, in EDTF, as it was given. */
  readonly written: string | undefined;
  /** The dates of the part, by where they begin; what a count comes to is written back. */
  readonly times: Map<number, TimeMention>;
  readonly memory: BlockMemory;
  readonly knowledge: Knowledge;
  readonly trace?: Trace | undefined;
}

/** The second pass over one part of a draft, a block of prose or a table: against the memory of what came before. */
export class PartReader {
  readonly #knowledge: Knowledge;
  readonly #lexicon: Lexicon;
  readonly #times: Map<number, TimeMention>;
  readonly #events: EventMention[] = [];
  readonly #statements: Statement[] = [];
  readonly #accounts: Account[] = [];
  readonly #acronyms: AcronymUse[] = [];
  readonly #memory: BlockMemory;
  readonly #meant: Meant;
  readonly #shortForms: ShortForms;
  readonly #figures: FigureReader;
  readonly #attributions: AttributionReader;
  readonly #names: NamesReader;
  readonly #counted: Counts;
  readonly #relations: RelationsReader;
  readonly #trace: Trace | undefined;
  readonly #topic: RunningTopic;
  /** What "it" takes up. */
  #before: Memory["before"];

  constructor({ text, written, times, memory, knowledge, trace }: PartContext) {
    this.#trace = trace;
    this.#knowledge = knowledge;
    this.#lexicon = lexiconOf(knowledge);
    this.#times = times;
    this.#memory = memory;
    this.#counted = new Counts(knowledge, times, memory);
    this.#meant = new Meant(knowledge, memory);
    this.#shortForms = new ShortForms(knowledge, memory);
    this.#topic = new RunningTopic(this.#isPerson);
    this.#figures = new FigureReader(knowledge, memory);
    this.#relations = new RelationsReader(knowledge, memory);
    this.#attributions = new AttributionReader(text, knowledge, memory);
    this.#names = new NamesReader(text, written, knowledge, memory, this.#meant, this.#timeAt);
  }

  block(block: Block, passages: readonly Passage[]): void {
    this.#acronymsOf({ block, passages });
    const named: Passage[] = [];
    const untold: Passage[] = [];
    for (const whole of passages) {
      const passage = this.#shortForms.read(this.#names.passage(block, whole));
      named.push(passage);
      if (!this.#sentence(block, passage)) untold.push(passage);
    }
    const attributions = this.#attributions.block(block, named);
    this.#statements.push(...attributions);
    if (attributions.length === 0)
      for (const passage of untold)
        this.#statements.push(...uncoveredStatements(block, passage, this.#knowledge));
    this.#statements.push(...quotationStatements(block, named, this.#knowledge));
  }

  /** Reads what a sentence says, its names being known; gives whether it tells a known event. */
  #sentence(block: Block, passage: Passage): boolean {
    const first = this.#statements.length;
    this.#counted.resolve(block, passage);
    const mixed = block.quoted ? [] : this.#relations.names(block, passage, this.#times);
    this.#statements.push(...mixed);
    const { found, dated, deeds } = this.#tell(block, passage, mixed);
    if (!block.quoted)
      this.#statements.push(
        ...this.#counted.besideDates(block, passage, () => this.#statements.slice(first)),
      );
    this.#topic.goOn(passage);
    this.#counted.goOn(block, passage, found.find(({ governed }) => !governed) ?? found[0]);
    const relations = this.#relations.passage(block, passage, this.#times);
    if (!block.quoted) {
      this.#statements.push(...relations);
      this.#offices(block, passage, dated);
      this.#statements.push(...this.#ofActors(block, passage));
    }
    this.#statements.push(...this.#figures.passage(block, passage, deeds, this.#timeAt));
    this.#meant.closeSentence(passage);
    if (!block.quoted) this.#unaided(block, passage);
    return found.length > 0;
  }

  /** The events that a sentence tells, but for those of mixed names; takes down what it says of them. */
  #tell(block: Block, passage: Passage, mixed: readonly EventNameStatement[]): ToldEvents {
    const canTakeUp = this.#before !== undefined || this.#trace !== undefined;
    const spoken = mayHaveParts(passage, canTakeUp)
      ? spokenOf(block, passage, this.#timeAt, this.#knowledge, this.#lexicon).filter(
          ({ span }) => !mixed.some(({ eventSpan }) => overlaps(eventSpan, span)),
        )
      : NONE;
    if (spoken.length === 0) {
      this.#before = undefined;
      return NOTHING_TOLD;
    }
    const found: Found[] = [];
    const dated: DatedEvent[] = [];
    const deeds: FigureTold[] = [];
    const told: Told[] = [];
    for (const one of spoken) {
      const { cue, span } = one;
      const subject = pronounSubject(passage, cue, this.#topic, this.#isPerson);
      if (cue.takesUp !== undefined) this.#before = takenUpInside(cue, told);
      const event = this.#speak(subject === undefined ? one : { subject, ...one }, block.quoted)?.event;
      if (event === undefined) continue;
      const date = this.#knowledge.events.get(event)?.date;
      if (date !== undefined) dated.push({ date, clause: cue.clause, at: cue.from });
      deeds.push({ event, at: cue.from });
      // What is told by its verb alone is nothing that "it" could take up.
      if (cue.how === "verb") continue;
      told.push({ event, cue });
      found.push({ event, governed: cue.governor !== undefined, at: cue.from, span });
    }
    this.#before = takenUp(spoken, found);
    return { found, dated, deeds };
  }

  table(rows: readonly (readonly CellPassage[])[]): void {
    for (const cell of rows.flat()) this.#acronymsOf(cell);
    const named = rows.map((row) =>
      row.map(({ block, passages }) => ({
        block,
        passages: passages.map((passage) => this.#names.passage(block, passage)),
      })),
    );
    this.#statements.push(...officesInTable(named, this.#timeAt, this.#knowledge));
    this.#statements.push(...this.#figures.table(named, this.#timeAt));
    for (const { block, passages } of named.flat())
      for (const passage of passages) this.#unaided(block, passage);
    const told = new Map<Passage, Id>();
    for (const one of tableSpoken(named, this.#timeAt, this.#knowledge, this.#lexicon)) {
      const linked = this.#speak(one, false);
      if (linked !== undefined) told.set(one.passage, linked.event);
    }
    for (const row of named) this.#figuresOf(row, told);
    this.#statements.push(...this.#relations.table(named));
  }

  #acronymsOf({ block, passages }: CellPassage): void {
    this.#acronyms.push(...acronymUses(block, passages));
  }

  /** The numbers in a row's cells are about the event of the row. */
  #figuresOf(row: readonly CellPassage[], told: ReadonlyMap<Passage, Id>): void {
    const event = row.flatMap(({ passages }) => passages.flatMap((passage) => told.get(passage) ?? []))[0];
    if (event === undefined) return;
    for (const { block, passages } of row)
      for (const passage of passages)
        this.#statements.push(...this.#figures.passage(block, passage, [{ event, at: 0 }], this.#timeAt));
  }

  /** All in the order of the text. */
  result(): PartRead {
    const { entities, near, unknown, discouraged } = this.#names.named;
    return {
      near,
      unknown,
      entities: inOrder(entities),
      discouraged: inOrder(discouraged),
      events: inOrder(this.#events),
      times: inOrder([...this.#times.values()]),
      statements: inOrder(this.#statements),
      accounts: inOrder(this.#accounts),
      acronyms: this.#acronyms,
    };
  }

  #ofActors(block: Block, passage: Passage): Iterable<Statement> {
    if (!maySpeakOfActors(passage)) return NONE;
    const place = (tokens: Stretch) => spanOf(block, passage, tokens);
    const timeOf = ({ expression }: Passage["times"][number]) =>
      this.#times.get(block.span.start + expression.span.start)?.value;
    return actorStatements(
      { passage, place, timeOf, said: this.#statements },
      this.#lexicon,
      this.#knowledge,
    );
  }

  /** Takes down what a cue says; gives the event that it speaks of. */
  #speak(spoken: Spoken, quoted: boolean): Link | undefined {
    const trace = this.#traced(spoken);
    const linked = link(spoken, this.#knowledge, this.#soFar(), trace);
    if (trace !== undefined && linked !== undefined) trace.link = linked;
    const event = linked && this.#knowledge.events.get(linked.event);
    if (linked === undefined || event === undefined) return undefined;
    this.#relations.link(spoken, linked);
    this.#memory.notes.events.push({ event: event.id, type: event.type });
    if (spoken.cue.how !== "pronoun") {
      this.#events.push({ kind: "event", span: spoken.span, id: event.id, anchors: linked.anchors });
    }
    if (!quoted && spoken.passage.scopes[spoken.cue.from] !== "quoted")
      this.#statements.push(...eventStatements(spoken, linked, this.#knowledge));
    else trace?.closed.push({ gate: "quoted", event: event.id });
    return linked;
  }

  #soFar(): Memory {
    return { lastOf: (types) => this.#memory.lastOf(types), before: this.#before };
  }

  #traced(spoken: Spoken): CueTrace | undefined {
    if (this.#trace === undefined) return undefined;
    const trace: CueTrace = { span: spoken.span, spoken, scores: [], closed: [] };
    this.#trace.cues.push(trace);
    return trace;
  }

  /** What a sentence says that needs no fact to be judged, or of which there is none. */
  #unaided(block: Block, passage: Passage): void {
    const { statements, accounts } = unaided(block, passage, this.#timeAt, this.#knowledge);
    this.#statements.push(...statements);
    this.#accounts.push(...accounts);
  }

  #offices(block: Block, passage: Passage, told: readonly DatedEvent[]): void {
    if (!mayTellOffice(passage)) return;
    const sources: TimeSources = {
      timeOf: ({ expression }: TimeMatch) => this.#times.get(block.span.start + expression.span.start),
      events: told,
      before: () => this.#memory.time(),
    };
    const meant = () => this.#meant.meantIn(passage);
    this.#statements.push(...officesIn(block, passage, sources, meant, this.#knowledge));
  }

  readonly #isPerson = (id: Id) => this.#knowledge.entities.get(id)?.type === "person";
  readonly #timeAt = (at: number) => this.#times.get(at);
}

/** What the sentence at hand tells of known events. */
interface ToldEvents {
  /** By a noun, a name or a pronoun. */
  readonly found: readonly Found[];
  readonly dated: readonly DatedEvent[];
  /** By whatever word. */
  readonly deeds: readonly FigureTold[];
}

const NONE: readonly never[] = [];
const NOTHING_TOLD: ToldEvents = { found: NONE, dated: NONE, deeds: NONE };

/** A dated event that a sentence tells, and where. */
type DatedEvent = TimeSources["events"][number];
