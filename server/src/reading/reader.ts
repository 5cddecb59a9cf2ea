import type { Id, Knowledge } from "../knowledge-base/knowledge.ts";
import type { Block, Draft } from "../text/draft.ts";
import type { Span } from "../text/span.ts";
import type { TimeMention, TimeValue } from "../time/time.ts";
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
import type { Clause } from "./grammar/clauses.ts";
import type { Passage } from "./grammar/passage.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";
import type { NameMatch } from "./names/name-mentions.ts";
import { nearNames } from "./names/near-names.ts";
import { type OfficeHeld, officePhrases, officesHeld } from "./offices/office-phrases.ts";
import type { EntityMention, EventMention, Reading, Statement } from "./reading.ts";
import { eventDates } from "./statements/event-dates.ts";
import { eventParticipants } from "./statements/event-participants.ts";
import { eventPlaces } from "./statements/event-places.ts";
import { officeStatement } from "./statements/offices.ts";
import type { CueTrace, Trace } from "./trace.ts";

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
  readonly #named = new Set<Id>();
  readonly #memory: Memory = { recent: [], block: 0, before: undefined };
  readonly #counted: Counts;
  #topic: Topic = {};

  readonly #trace: Trace | undefined;

  constructor(draft: Draft, knowledge: Knowledge, times: Map<number, TimeMention>, trace?: Trace) {
    this.#trace = trace;
    this.#draft = draft;
    this.#knowledge = knowledge;
    this.#lexicon = lexiconOf(knowledge);
    this.#times = times;
    this.#counted = new Counts(knowledge, times, this.#memory);
  }

  block(block: Block, passages: readonly Passage[]): void {
    this.#memory.before = undefined;
    this.#topic = {};
    this.#memory.block++;
    for (const whole of passages) {
      const passage = this.#names(block, whole);
      const first = this.#statements.length;
      this.#counted.resolve(block, passage);
      const spoken = spokenOf(block, passage, (at) => this.#times.get(at), this.#knowledge, this.#lexicon);
      const told: Told[] = [];
      const found = spoken.flatMap((one) => {
        const subject = pronounSubject(passage, one.cue, this.#topic, this.#isPerson);
        if (one.cue.takesUp !== undefined) this.#memory.before = takenUpInside(one.cue, told);
        const event = this.#speak(subject === undefined ? one : { ...one, subject }, block.quoted);
        if (event !== undefined) told.push({ event, cue: one.cue });
        return event === undefined ? [] : [{ event, governed: one.cue.governor !== undefined }];
      });
      if (!block.quoted)
        this.#statements.push(...this.#counted.besideDates(block, passage, this.#statements.slice(first)));
      this.#memory.before = takenUp(spoken, found);
      this.#topic = topicAfter(passage, this.#topic, this.#isPerson);
      this.#counted.goOn(block, passage, (found.find(({ governed }) => !governed) ?? found[0])?.event);
      if (!block.quoted) this.#offices(block, passage);
    }
  }

  table(rows: readonly (readonly CellPassage[])[]): void {
    const named = rows.map((row) =>
      row.map(({ block, passages }) => ({
        block,
        passages: passages.map((passage) => this.#names(block, passage)),
      })),
    );
    this.#tableOffices(named);
    for (const one of tableSpoken(named, (at) => this.#times.get(at), this.#knowledge, this.#lexicon))
      this.#speak(one, false);
  }

  result(): Reading {
    const near = this.#near.filter(
      ({ mention, needsOther }) => !needsOther || (this.#named.has(mention.ids[0]!) && this.#isOnce(mention)),
    );
    const byStart = (a: { span: Span }, b: { span: Span }) =>
      a.span.start - b.span.start || a.span.end - b.span.end;
    return {
      draft: this.#draft,
      entities: [...this.#entities, ...near.map(({ mention }) => mention)].sort(byStart),
      events: this.#events.sort(byStart),
      times: [...this.#times.values()].sort(byStart),
      statements: this.#statements.sort(byStart),
    };
  }

  /** A word that is spelt so again and again is no slip, but another name. */
  #isOnce({ span }: EntityMention): boolean {
    const word = ({ start, end }: Span) => this.#draft.text.slice(start, end);
    return this.#near.filter(({ mention }) => word(mention.span) === word(span)).length === 1;
  }

  /** Takes down the names of a passage; gives it back without the weak aliases that nothing supports yet. */
  #names(block: Block, passage: Passage): Passage {
    for (const match of passage.names) this.#introduce(match, passage);
    const names = passage.names.filter((match) => this.#counts(match));
    for (const { from, to, names: forms } of names) {
      const ids = [...new Set(forms.map(({ id }) => id))];
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
        ...(rightName === undefined ? {} : { rightName }),
      });
      if (ids.length === 1 && bad === undefined) this.#named.add(ids[0]!);
    }
    if (block.quoted) return { ...passage, names };
    for (const near of nearNames(passage, this.#knowledge)) {
      if (passage.scopes[near.from] === "quoted" || passage.scopes[near.from] === "negated") continue;
      const span = spanOf(block, passage, near);
      const { rightName, needsOther } = near;
      this.#near.push({
        needsOther,
        mention: { kind: "entity", span, ids: [near.id], form: "near", rightName },
      });
    }
    return { ...passage, names };
  }

  /** A full name makes the short forms of its own sentence count as well. */
  #introduce({ from, names }: NameMatch, { scopes }: Passage): void {
    const [first, ...others] = names;
    const isFull = first?.form === "name" || first?.form === "alias";
    if (isFull && others.length === 0 && scopes[from] === undefined) this.#named.add(first.id);
  }

  #counts({ names }: NameMatch): boolean {
    return names.some(({ id, form }) => form !== "weakAlias" || this.#named.has(id));
  }

  /** Takes down what a cue says; gives the event that it speaks of, if it is that of a noun, name or pronoun. */
  #speak(spoken: Spoken, quoted: boolean): Id | undefined {
    const trace = this.#traced(spoken);
    const linked = link(spoken, this.#knowledge, this.#memory, trace);
    if (trace !== undefined && linked !== undefined) trace.link = linked;
    const event = linked && this.#knowledge.events.get(linked.event);
    if (linked === undefined || event === undefined) return undefined;
    this.#memory.recent.push({ event: event.id, type: event.type, block: this.#memory.block });
    if (spoken.cue.how !== "pronoun") {
      this.#events.push({ kind: "event", span: spoken.span, id: event.id, anchors: linked.anchors });
    }
    if (!quoted && spoken.passage.scopes[spoken.cue.from] !== "quoted")
      this.#statements.push(...this.#state(spoken, linked));
    else trace?.closed.push({ gate: "quoted", event: event.id });
    return spoken.cue.how === "verb" ? undefined : event.id;
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

  #offices(block: Block, passage: Passage): void {
    const place = (tokens: Stretch) => spanOf(block, passage, tokens);
    for (const held of officesHeld(passage, this.#lexicon, this.#isPerson)) {
      const at = this.#timeOf(block, passage, held);
      const statement = officeStatement(held, passage, place, place(held.person), at, this.#knowledge);
      if (statement !== undefined) this.#statements.push(statement);
    }
  }

  /** A row with one person and an office: "| Farid Nassim | Law Minister of Tarvos |". */
  #tableOffices(rows: readonly (readonly CellPassage[])[]): void {
    for (const row of rows.slice(1)) {
      const persons = row.flatMap(({ block, passages }) =>
        passages.flatMap((passage) => {
          const [person, ...others] = passage.names;
          const alone = others.length === 0 && person?.from === 0 && person.to === passage.tokens.length;
          return alone && person.names.every(({ id }) => this.#isPerson(id))
            ? [{ person, span: spanOf(block, passage, person) }]
            : [];
        }),
      );
      if (persons.length !== 1) continue;
      for (const { block, passages } of row)
        for (const passage of passages) this.#cellOffice(persons[0]!, block, passage);
    }
  }

  #cellOffice({ person, span }: { person: NameMatch; span: Span }, block: Block, passage: Passage): void {
    const [office] = officePhrases(passage, this.#lexicon);
    if (office === undefined || office.from !== 0 || office.to !== passage.tokens.length) return;
    const place = (tokens: Stretch) => spanOf(block, passage, tokens);
    const statement = officeStatement(
      { person, office, isTitle: false },
      passage,
      place,
      span,
      undefined,
      this.#knowledge,
    );
    if (statement !== undefined) this.#statements.push(statement);
  }

  readonly #isPerson = (id: Id) => this.#knowledge.entities.get(id)?.type === "person";

  /** The one date that a sentence tells of: not the date of a letter, nor one of several. */
  #timeOf(
    block: Block,
    { times, keys, clauses }: Passage,
    { person, office, isTitle }: OfficeHeld,
  ): TimeValue | undefined {
    const [only, ...others] = times;
    if (only === undefined || others.length > 0 || keys.includes("now")) return undefined;
    if (keys[only.from - 1] === "of" && !office.atThatTime) return undefined;
    const clause = clauses.at[only.from]!;
    if (office.atThatTime) return this.#times.get(block.span.start + only.expression.span.start)?.value;
    // "a portrait of Mayor X", "had been a professor": not what the office-holder does at that time, unless the date
    // stands right behind the office ("prime minister in November 2020").
    const isBeside = only.from >= office.to && only.from <= office.to + 1;
    const isAside = (isTitle && keys[office.from - 1] === "of") || hasHad(clauses.all[clause]!, keys);
    if (isAside && !isBeside) return undefined;
    if (clause !== clauses.at[person.from] && clause !== clauses.at[office.title.from]) return undefined;
    const time = this.#times.get(block.span.start + only.expression.span.start);
    return time?.boundary === undefined ? time?.value : undefined;
  }
}

function hasHad({ auxiliaries }: Clause, keys: readonly string[]): boolean {
  return auxiliaries.some((at) => keys[at] === "had");
}

/** An event that a sentence speaks of, and whether only by the way ("after the truce"). */
interface Found {
  readonly event: Id;
  readonly governed: boolean;
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
