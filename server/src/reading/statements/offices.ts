import type { Entity, Id, Knowledge, Role } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { Block } from "../../text/draft.ts";
import { fold } from "../../text/tokens.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import { isCapitalized, nameTokens } from "../name-index.ts";
import type { OfficeHeld, OfficePhrase } from "../offices.ts";
import type { Passage } from "../passage.ts";
import type { OfficeStatement, Verdict } from "../reading.ts";
import { spanOf } from "../spoken.ts";

interface Judgement {
  readonly verdict: Verdict;
  /** Which words are wrong, where any are, and what could stand there. */
  readonly wrong?: "title" | "owner" | "person";
  readonly instead?: readonly string[];
}

/** What a passage says of a person's office, judged at the time that it tells of. */
export function officeStatement(
  held: OfficeHeld,
  block: Block,
  passage: Passage,
  at: TimeMention | undefined,
  knowledge: Knowledge,
): OfficeStatement | undefined {
  const { person: match, office } = held;
  if (passage.scopes[office.title.from] !== undefined) return undefined;
  const ids = new Set(match.names.map(({ id }) => id));
  const person = ids.size === 1 ? knowledge.entities.get([...ids][0]!) : undefined;
  if (person === undefined) return undefined;
  const title = passage.keys
    .slice(office.title.from, office.title.to)
    .filter((key) => key !== "-")
    .join(" ");
  const value = at?.boundary === undefined ? at?.value : undefined;
  const judgement = new OfficeJudge(knowledge, passage, person, office, title, value).judge();
  const owner = office.owner?.match.names[0]?.id;
  return {
    kind: "office",
    person: person.id,
    personSpan: spanOf(block, passage, match),
    title,
    ...(owner === undefined ? {} : { of: owner }),
    ...(value === undefined ? {} : { at: value }),
    verdict: judgement.verdict,
    span: spanOf(block, passage, wrongWords(judgement, held)),
    instead: judgement.instead ?? [],
  };
}

function wrongWords({ wrong }: Judgement, { person, office }: OfficeHeld) {
  if (wrong === "person") return person;
  return wrong === "owner" ? office.owner! : office.title;
}

class OfficeJudge {
  readonly #knowledge: Knowledge;
  readonly #passage: Passage;
  readonly #person: Entity;
  readonly #office: OfficePhrase;
  readonly #title: string;
  readonly #at: TimeValue | undefined;

  constructor(
    knowledge: Knowledge,
    passage: Passage,
    person: Entity,
    office: OfficePhrase,
    title: string,
    at: TimeValue | undefined,
  ) {
    this.#knowledge = knowledge;
    this.#passage = passage;
    this.#person = person;
    this.#office = office;
    this.#title = title;
    this.#at = at;
  }

  judge(): Judgement {
    if (this.#person.roles.length === 0) return { verdict: "unverified" };
    const titled = this.#person.roles.filter((role) => hasTitle(role, this.#title));
    const owned = titled.filter((role) => this.#isOwner(role.of));
    if (owned.length > 0) return this.#judgeTime(owned);
    if (titled.length > 0) return this.#judgeOwner(titled[0]!);
    return this.#judgeTitle();
  }

  /** The office is the person's: at the time that is told? */
  #judgeTime(roles: readonly Role[]): Judgement {
    const at = this.#at;
    const inTime =
      at === undefined || roles.some(({ during }) => during === undefined || overlap(during, at));
    if (inTime) return { verdict: "supported" };
    if (this.#office.shifted) return { verdict: "unverified" };
    const others = this.#otherHolders(roles[0]!.of, at);
    return {
      verdict: "contradicted",
      wrong: others.length > 0 ? "person" : "title",
      instead: others.map(({ name }) => name),
    };
  }

  #judgeOwner(role: Role): Judgement {
    const owner = this.#office.owner;
    const stated = owner && this.#knowledge.entities.get(owner.match.names[0]!.id);
    const known = this.#knowledge.entities.get(role.of);
    if (stated === undefined || known === undefined || stated.type !== known.type)
      return { verdict: "unverified" };
    const form = owner!.match.names[0]!.form;
    const last = this.#passage.tokens[owner!.to - 1]!;
    const possessive = last.key === "'s" ? last.text : "";
    const text = form === "demonym" ? known.demonyms[0] : known.name + possessive;
    return { verdict: "contradicted", wrong: "owner", instead: text === undefined ? [] : [text] };
  }

  /** The office is not the person's: is it another's, or one that the person's own rules out? */
  #judgeTitle(): Judgement {
    const bodies = this.#bodies();
    const own = this.#person.roles.filter(
      (role) =>
        bodies.includes(role.of) &&
        (this.#at === undefined || role.during === undefined || overlap(role.during, this.#at)),
    );
    const holders = bodies.flatMap((body) => this.#otherHolders(body, this.#at));
    if (own.length === 0) {
      const isAnothers = holders.length > 0 && this.#office.owner !== undefined && !this.#office.shifted;
      if (!isAnothers && !(holders.length > 0 && this.#office.owner !== undefined))
        return { verdict: "unverified" };
      return { verdict: "contradicted", wrong: "person", instead: holders.map(({ name }) => name) };
    }
    if (this.#office.shifted) return { verdict: "unverified" };
    const rival = own.find((role) => headOf(fold(role.title)) === headOf(this.#title));
    const taken = holders.some((holder) =>
      holder.roles.some(
        (role) => hasTitle(role, this.#title) && own.some((o) => overlap(o.during, role.during)),
      ),
    );
    if (rival === undefined && !taken) return { verdict: "unverified" };
    const best = rival ?? own[0]!;
    return { verdict: "contradicted", wrong: "title", instead: [this.#inForm(best.title)] };
  }

  /** Whose office can be meant: the stated owner's, or else any of those that the person serves. */
  #bodies(): readonly Id[] {
    const owner = this.#office.owner;
    if (owner !== undefined) return [...new Set(owner.match.names.map(({ id }) => id))];
    return [
      ...new Set([...this.#person.roles.map(({ of }) => of), ...this.#person.country.map(({ of }) => of)]),
    ];
  }

  #isOwner(of: Id): boolean {
    const { owner } = this.#office;
    return (
      owner === undefined ||
      owner.match.names.some(({ id }) => id === of || questionsOf(this.#knowledge).isWithin(id, of))
    );
  }

  #otherHolders(of: Id, at: TimeValue | undefined): readonly Entity[] {
    const tenures = questionsOf(this.#knowledge).holdersOf(this.#title, of, at);
    return [...new Set(tenures.map(({ holder }) => holder))].filter(({ id }) => id !== this.#person.id);
  }

  /** A title in the draft's way of writing: capitals where the replaced words have them. */
  #inForm(title: string): string {
    const { from, to } = this.#office.title;
    const written = this.#passage.tokens.slice(from, to);
    const capitals = written.every(
      (token) => token.kind === "mark" || isCapitalized(token.text) || /^(?:of|for|and|the)$/.test(token.key),
    );
    if (capitals) return title;
    return title.replace(/\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
  }
}

/** The title itself, or a shorter form of it ("governor" for "Governor of Hong Kong"). */
function hasTitle({ title, aliases }: Role, stated: string): boolean {
  return [title, ...aliases].some((form) => {
    const known = nameTokens(form)
      .map(({ key }) => key)
      .join(" ");
    return (
      known === stated ||
      stated === `acting ${known}` ||
      known.startsWith(`${stated} `) ||
      known.endsWith(` ${stated}`)
    );
  });
}

function headOf(title: string): string {
  const words = title.split(" ");
  const of = words.findIndex((word) => word === "of" || word === "for");
  return words[of > 0 ? of - 1 : words.length - 1]!;
}

function overlap(a: TimeValue | undefined, b: TimeValue | undefined): boolean {
  return a === undefined || b === undefined || (a.start <= b.end && b.start <= a.end);
}
