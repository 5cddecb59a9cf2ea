import type { Id, Knowledge } from "../knowledge-base/knowledge.ts";
import { meaningsOf } from "../knowledge-base/vocabulary/kinds.ts";
import type { Block, Draft } from "../text/draft.ts";
import type { Span } from "../text/span.ts";
import { applyOffset } from "../time/offsets.ts";
import type { TimeMention, TimeValue } from "../time/time.ts";
import { DEFINITE } from "./english/function-words.ts";
import type { Stretch } from "./events/attachment.ts";
import { saidOf } from "./events/candidates.ts";
import type { Link } from "./events/link.ts";
import { link } from "./events/link.ts";
import type { Memory } from "./events/score.ts";
import type { Spoken } from "./events/spoken.ts";
import { spanOf, spokenOf } from "./events/spoken.ts";
import { type CellPassage, tableSpoken } from "./events/tables.ts";
import { FigureReader } from "./figures/figure-reader.ts";
import type { Clause } from "./grammar/clauses.ts";
import type { Passage } from "./grammar/passage.ts";
import { type Lexicon, lexiconOf, phraseAt } from "./lexicon.ts";
import type { NameMatch } from "./names/name-mentions.ts";
import { nearNames } from "./names/near-names.ts";
import { type OfficeHeld, officePhrases, officesHeld } from "./offices/office-phrases.ts";
import type { EntityMention, EventMention, Reading, Statement } from "./reading.ts";
import { actorStatements } from "./statements/actors.ts";
import { eventDates } from "./statements/event-dates.ts";
import { eventParticipants } from "./statements/event-participants.ts";
import { eventPlaces } from "./statements/event-places.ts";
import { officeStatement } from "./statements/offices.ts";

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
  readonly #figures: FigureReader;
  readonly #memory: Memory = { recent: [], block: 0, before: undefined };
  /** The date that "six days later" would count from: the last one stated, or that of the last event spoken of. */
  #reference: TimeValue | undefined;

  constructor(draft: Draft, knowledge: Knowledge, times: Map<number, TimeMention>) {
    this.#draft = draft;
    this.#knowledge = knowledge;
    this.#lexicon = lexiconOf(knowledge);
    this.#times = times;
    this.#figures = new FigureReader(knowledge);
  }

  block(block: Block, passages: readonly Passage[]): void {
    this.#memory.before = undefined;
    this.#memory.block++;
    this.#figures.next();
    for (const whole of passages) {
      const passage = this.#names(block, whole);
      this.#anchorOffsets(block, passage);
      const spoken = spokenOf(block, passage, (at) => this.#times.get(at), this.#knowledge, this.#lexicon);
      const found = spoken.flatMap((one) => {
        const event = this.#speak(one, block.quoted);
        return event === undefined
          ? []
          : [{ event, governed: one.cue.governor !== undefined, at: one.cue.from }];
      });
      this.#memory.before = takenUp(spoken, found);
      this.#reference = this.#referenceAfter(block, passage, found) ?? this.#reference;
      if (!block.quoted) this.#offices(block, passage);
      if (!block.quoted) this.#statements.push(...this.#ofActors(block, passage));
      this.#statements.push(...this.#figures.passage(block, passage, found, (at) => this.#times.get(at)));
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
    this.#statements.push(...this.#figures.table(named, (at) => this.#times.get(at)));
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

  #counts({ names }: NameMatch): boolean {
    return names.some(({ id, form }) => form !== "weakAlias" || this.#named.has(id));
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

  /** Takes down what a cue says; gives the event that it speaks of, if it is that of a noun, name or pronoun. */
  #speak(spoken: Spoken, quoted: boolean): Id | undefined {
    const linked = link(spoken, this.#knowledge, this.#memory);
    const event = linked && this.#knowledge.events.get(linked.event);
    if (linked === undefined || event === undefined) return undefined;
    this.#memory.recent.push({ event: event.id, type: event.type, block: this.#memory.block });
    if (spoken.cue.how !== "pronoun") {
      this.#events.push({ kind: "event", span: spoken.span, id: event.id, anchors: linked.anchors });
    }
    if (!quoted && spoken.passage.scopes[spoken.cue.from] !== "quoted")
      this.#statements.push(...this.#state(spoken, linked));
    return spoken.cue.how === "verb" ? undefined : event.id;
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
  /** The token that tells it. */
  readonly at: number;
}

/** What a pronoun in the next sentence can take up: the only event found, or the only noun for a kind of event. */
function takenUp(spoken: readonly Spoken[], found: readonly Found[]): Memory["before"] {
  const main = found.filter(({ governed }) => !governed);
  const events = new Set((main.length > 0 ? main : found).map(({ event }) => event));
  if (events.size === 1) return { event: [...events][0]!, types: [] };
  const nouns = spoken.filter(({ cue }) => cue.how === "noun");
  return events.size === 0 && nouns.length === 1 ? { types: nouns[0]!.cue.types } : undefined;
}
