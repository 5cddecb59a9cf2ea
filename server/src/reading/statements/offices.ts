import type { Entity, Id, Knowledge, Role } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { Span } from "../../text/span.ts";
import type { TimeValue } from "../../time/time.ts";
import type { Passage } from "../grammar/passage.ts";
import type { OfficeHeld, OfficePhrase } from "../offices/office-phrases.ts";
import { endsInTitle, hasRank, hasTitle, headOf, titleLike } from "../offices/titles.ts";
import type { OfficeStatement, Verdict } from "../reading.ts";

/** Where a passage's tokens stand in the draft. */
export type Place = (tokens: { readonly from: number; readonly to: number }) => Span;

interface Judgement {
  readonly verdict: Verdict;
  /** Which words are wrong, where any are, and what could stand there. */
  readonly wrong?: "title" | "owner" | "person" | "status";
  readonly instead?: readonly string[];
}

/** What a passage says of a person's office, judged at the time that it tells of. */
export function officeStatement(
  held: OfficeHeld,
  passage: Passage,
  place: Place,
  personSpan: Span,
  at: TimeValue | undefined,
  knowledge: Knowledge,
): OfficeStatement | undefined {
  const { person: match, office } = held;
  if (passage.scopes[office.title.from] !== undefined) return undefined;
  const ids = new Set(match.names.map(({ id }) => id));
  const person = ids.size === 1 ? knowledge.entities.get([...ids][0]!) : undefined;
  if (person === undefined) return undefined;
  const judgement = new OfficeJudge(knowledge, passage, person, held, at).judge();
  const owner = office.owner?.match.names[0]?.id;
  const span = {
    title: place(office.title),
    owner: office.owner && place(office.owner),
    person: personSpan,
    status: office.status && place(office.status),
  };
  return {
    kind: "office",
    person: person.id,
    personSpan,
    title: titleOf(passage, office),
    ...(owner === undefined ? {} : { of: owner }),
    ...(at === undefined ? {} : { at }),
    verdict: judgement.verdict,
    ...(judgement.wrong === undefined ? {} : { wrong: judgement.wrong }),
    span: span[judgement.wrong ?? "title"] ?? span.title,
    instead: judgement.instead ?? [],
  };
}

function titleOf({ keys }: Passage, { title }: OfficePhrase): string {
  const words = keys.slice(title.from, title.to).filter((key) => key !== "-");
  return (words[0] === "acting" ? words.slice(1) : words).join(" ");
}

class OfficeJudge {
  readonly #knowledge: Knowledge;
  readonly #passage: Passage;
  readonly #person: Entity;
  readonly #office: OfficePhrase;
  readonly #title: string;
  readonly #at: TimeValue | undefined;
  readonly #isTitle: boolean;

  constructor(
    knowledge: Knowledge,
    passage: Passage,
    person: Entity,
    { office, isTitle }: OfficeHeld,
    at: TimeValue | undefined,
  ) {
    this.#knowledge = knowledge;
    this.#passage = passage;
    this.#person = person;
    this.#office = office;
    this.#title = titleOf(passage, office);
    this.#at = at;
    this.#isTitle = isTitle;
  }

  judge(): Judgement {
    const { roles } = this.#person;
    if (roles.length === 0) return this.#judgeStranger();
    const titled = roles.filter((role) => hasTitle(role, this.#title) || endsInTitle(role, this.#title));
    const owned = titled.filter((role) => this.#isOwner(role.of));
    if (owned.some((role) => this.#isHeld(role))) return { verdict: "supported" };
    if (this.#office.shifted) return { verdict: "unverified" };
    if (this.#isActing()) return this.#judgeActing();
    if (owned.length > 0) return this.#judgeTime(owned);
    return titled.length > 0 ? this.#judgeOwner(titled[0]!) : this.#judgeTitle();
  }

  /** Nothing is known of the person's offices: this one is another's only if it was so on the very date. */
  #judgeStranger(): Judgement {
    const at = this.#at;
    if (at === undefined || this.#office.shifted || hasRank(this.#title)) return { verdict: "unverified" };
    const owner = this.#office.owner?.match.names[0]?.id;
    const tenures = questionsOf(this.#knowledge).holdersOf(this.#title, owner);
    const bodies = new Set(tenures.map(({ role }) => role.of));
    const then = tenures.filter(
      ({ role }) => role.during !== undefined && role.during.start <= at.start && at.end <= role.during.end,
    );
    if (bodies.size !== 1 || then.length === 0) return { verdict: "unverified" };
    return {
      verdict: "contradicted",
      wrong: "person",
      instead: [...new Set(then.map(({ holder }) => holder.name))],
    };
  }

  #isActing(): boolean {
    const { from } = this.#office.title;
    return this.#passage.keys.slice(Math.max(0, from - 1), from + 1).includes("acting");
  }

  /** Anybody may have stood in for an office-holder, unless it is known who did. */
  #judgeActing(): Judgement {
    const tenures = questionsOf(this.#knowledge).holdersOf(
      this.#title,
      this.#office.owner?.match.names[0]?.id,
      this.#at,
    );
    const others = tenures.filter(({ role, holder }) => role.acting && holder.id !== this.#person.id);
    if (others.length === 0 || this.#at === undefined) return { verdict: "unverified" };
    return { verdict: "contradicted", wrong: "person", instead: others.map(({ holder }) => holder.name) };
  }

  /** The office was the person's, but not at the time that is told: which one was, or whose was it? */
  #judgeTime(owned: readonly Role[]): Judgement {
    const [role] = owned;
    const { status } = this.#office;
    const isOver = this.#at !== undefined && role!.during !== undefined && role!.during.end < this.#at.start;
    if (status !== undefined && isOver)
      return { verdict: "contradicted", wrong: "status", instead: ["former"] };
    if (this.#isRetrospective(owned)) return { verdict: "unverified" };
    const holders = this.#otherHolders(role!.of);
    const other = this.#person.roles.find((own) => own.of === role!.of && this.#isHeld(own));
    if (holders.length === 0 && other !== undefined) return this.#wrongTitle(other);
    return {
      verdict: "contradicted",
      wrong: holders.length > 0 ? "person" : "title",
      instead: holders.map(({ name }) => name),
    };
  }

  /** "In 1932 President Roosevelt …": a title before the name is often that of later; only a day is meant strictly. */
  #isRetrospective(owned: readonly Role[]): boolean {
    const at = this.#at;
    const starts = owned.map(({ during }) => during?.start ?? -Infinity);
    return this.#isTitle && at !== undefined && at.precision !== "day" && at.end < Math.min(...starts);
  }

  #judgeOwner(role: Role): Judgement {
    const owner = this.#office.owner;
    const stated = owner && this.#knowledge.entities.get(owner.match.names[0]!.id);
    const known = this.#knowledge.entities.get(role.of);
    if (stated === undefined || known === undefined || stated.type !== known.type)
      return { verdict: "unverified" };
    const last = this.#passage.tokens[owner!.to - 1]!;
    const possessive = last.key === "'s" ? last.text : "";
    const isDemonym = owner!.match.names[0]!.form === "demonym";
    const text = isDemonym ? known.demonyms[0] : known.name + possessive;
    return { verdict: "contradicted", wrong: "owner", instead: text === undefined ? [] : [text] };
  }

  /** The office was never the person's: is it another's, or one that the person's own rules out? */
  #judgeTitle(): Judgement {
    const holders = this.#bodies().flatMap((body) => this.#otherHolders(body));
    const bodies = this.#bodies().filter(
      (body) => holders.length === 0 || this.#otherHolders(body).length > 0,
    );
    const own = this.#person.roles.filter((role) => bodies.includes(role.of) && this.#isHeld(role));
    if (own.length === 0) {
      const isSure =
        this.#office.owner !== undefined || this.#at !== undefined || holders.every(hasUndated(this.#title));
      if (holders.length === 0 || !isSure) return { verdict: "unverified" };
      const [first] = this.#person.roles.filter((role) => this.#isHeld(role));
      if (this.#isTitle && first !== undefined) return this.#wrongTitle(first);
      return { verdict: "contradicted", wrong: "person", instead: holders.map(({ name }) => name) };
    }
    const rival = own.find((role) => headOf(role.title) === headOf(this.#title));
    const taken = holders.some((holder) =>
      holder.roles.some(
        (role) => hasTitle(role, this.#title) && own.some((o) => overlap(o.during, role.during)),
      ),
    );
    if (!taken && (rival === undefined || hasRank(this.#title))) return { verdict: "unverified" };
    return this.#wrongTitle(rival ?? own[0]!);
  }

  #wrongTitle(role: Role): Judgement {
    const { from, to } = this.#office.title;
    const { tokens } = this.#passage;
    const written = tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(" ");
    return { verdict: "contradicted", wrong: "title", instead: [titleLike(role, written)] };
  }

  #isHeld({ during }: Role): boolean {
    return this.#at === undefined || overlap(during, this.#at);
  }

  /** Whose office can be meant: the stated owner's, or else any of those that the person serves. */
  #bodies(): readonly Id[] {
    const { owner } = this.#office;
    if (owner !== undefined) return [...new Set(owner.match.names.map(({ id }) => id))];
    const { roles, country } = this.#person;
    return [...new Set([...roles, ...country].map(({ of }) => of))];
  }

  #isOwner(of: Id): boolean {
    const { owner } = this.#office;
    const questions = questionsOf(this.#knowledge);
    return owner === undefined || owner.match.names.some(({ id }) => id === of || questions.isWithin(id, of));
  }

  #otherHolders(of: Id): readonly Entity[] {
    const tenures = questionsOf(this.#knowledge).holdersOf(this.#title, of, this.#at);
    return [...new Set(tenures.map(({ holder }) => holder))].filter(({ id }) => id !== this.#person.id);
  }
}

function overlap(a: TimeValue | undefined, b: TimeValue | undefined): boolean {
  return a === undefined || b === undefined || (a.start <= b.end && b.start <= a.end);
}

/** Holds the office without dates: always, as far as the knowledge base tells. */
function hasUndated(title: string): (holder: Entity) => boolean {
  return ({ roles }) => roles.some((role) => role.during === undefined && hasTitle(role, title));
}
