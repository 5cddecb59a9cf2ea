import type { Entity, Role } from "../../knowledge-base/knowledge.ts";
import { disjoint } from "../../time/algebra.ts";
import { endsOf } from "../../time/ends.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import { COURTESY_TITLES, LEADING_TITLES, RULERS } from "../english/offices.ts";
import type { OfficeStatement, Verdict } from "../reading.ts";
import type { OfficePhrase } from "./office-phrases.ts";
import { type AskedOffice, OfficeRecord, overlap } from "./office-record.ts";
import { endsInTitle, hasRank, hasTitle, headOf, titleLike } from "./titles.ts";

export interface Judgement {
  readonly verdict: Verdict;
  /** Which words are wrong, where any are, and what could stand there. */
  readonly wrong?: NonNullable<OfficeStatement["wrong"]>;
  readonly instead?: readonly string[];
  /** The date that is wrong, where one is. */
  readonly time?: TimeMention;
}

const UNVERIFIED: Judgement = { verdict: "unverified" };

/** Whether the person held the office at the time that is told, and if not, what was so instead. */
export class OfficeJudge {
  readonly #asked: AskedOffice;
  readonly #record: OfficeRecord;
  readonly #person: Entity;
  readonly #office: OfficePhrase;
  readonly #title: string;
  readonly #at: TimeValue | undefined;
  readonly #isTitle: boolean;

  constructor(asked: AskedOffice) {
    this.#asked = asked;
    this.#record = new OfficeRecord(asked);
    this.#person = asked.person;
    this.#office = asked.held.office;
    this.#title = asked.title;
    this.#at = asked.time.at;
    this.#isTitle = asked.held.isTitle;
  }

  judge(): Judgement {
    const { roles } = this.#person;
    if (roles.length === 0) return this.#judgeStranger();
    const titled = roles.filter((role) => hasTitle(role, this.#title) || endsInTitle(role, this.#title));
    const owned = titled.filter((role) => this.#record.isOwner(role.of));
    const { past, shifted } = this.#office;
    if (past !== undefined && owned.length > 0) return this.#judgePast(owned);
    const isActing = this.#isActing();
    if (owned.some((role) => this.#record.isHeld(role) && (!isActing || role.acting)))
      return { verdict: "supported" };
    if (shifted) return past === undefined ? UNVERIFIED : this.#judgeFormer();
    if (isActing) return this.#judgeActing(owned);
    if (owned.length > 0) return this.#judgeTime(owned);
    return titled.length > 0 ? this.#judgeOwner(titled[0]!) : this.#judgeTitle();
  }

  /** Nothing is known of the person's offices: this one is another's only if it was so on the very date. */
  #judgeStranger(): Judgement {
    const at = this.#at;
    if (at === undefined || this.#office.shifted || hasRank(this.#title) || this.#isMereGuess())
      return UNVERIFIED;
    // Everybody may be director of something.
    const isAnybodys = !this.#title.includes(" ") && COURTESY_TITLES.has(headOf(this.#title));
    if (this.#asked.owners.length === 0 && isAnybodys) return UNVERIFIED;
    const tenures = this.#record.tenures(this.#asked.owners);
    const bodies = new Set(tenures.map(({ role }) => role.of));
    const then = tenures.filter(
      ({ role }) => role.during !== undefined && role.during.start <= at.start && at.end <= role.during.end,
    );
    if (bodies.size !== 1 || then.length === 0) return UNVERIFIED;
    return wrongPerson(then.map(({ holder }) => holder));
  }

  #isActing(): boolean {
    const { from } = this.#office.title;
    return this.#asked.passage.keys.slice(Math.max(0, from - 1), from + 1).includes("acting");
  }

  /** Anybody may have stood in for an office-holder, unless it is known who did, or when this one did. */
  #judgeActing(owned: readonly Role[]): Judgement {
    if (this.#at === undefined || this.#isMereGuess()) return UNVERIFIED;
    const others = this.#record
      .tenures(this.#asked.owners)
      .filter(
        ({ role, holder }) => role.acting && holder.id !== this.#person.id && this.#record.isHeld(role),
      );
    if (others.length > 0) return wrongPerson(others.map(({ holder }) => holder));
    const own = this.#person.roles.find(
      (role) => !role.acting && this.#record.isHeld(role) && owned.some(({ of }) => of === role.of),
    );
    if (own === undefined || owned.includes(own)) return UNVERIFIED;
    return owned.some(({ acting }) => acting) ? this.#wrongTitle(own) : UNVERIFIED;
  }

  /** "the former director" of one who has not left the office. */
  #judgePast(owned: readonly Role[]): Judgement {
    if (this.#isStillHeld(owned)) return { verdict: "contradicted", wrong: "status", instead: ["current"] };
    const stays = owned.filter(({ during }) => during?.end === Number.POSITIVE_INFINITY);
    const asOf = this.#asked.knowledge.bases.map((base) => base.asOf).at(-1);
    const later = this.#at !== undefined && asOf !== undefined && this.#at.end > asOf.end;
    if (stays.length === 0 || stays.length < owned.length || later) return { verdict: "supported" };
    const isToCome = this.#at !== undefined && stays.every(({ during }) => this.#at!.end < during!.start);
    return { verdict: "contradicted", wrong: "status", instead: [isToCome ? "future" : "current"] };
  }

  /** "X, its former chair, signed last week": the writer's own time, and a tenure that ended only later. */
  #isStillHeld(owned: readonly Role[]): boolean {
    const { time, passage, owners } = this.#asked;
    const isNow = passage.times.every(
      ({ expression: { relative } }) => relative?.from === "draft" && Math.abs(relative.shift) <= 1,
    );
    return (
      owners.length > 0 &&
      passage.times.length > 0 &&
      isNow &&
      time.isStated &&
      this.#at !== undefined &&
      owned.every(({ during }) => during && during.start < this.#at!.start && this.#at!.end < during.end)
    );
  }

  /** "the former envoy of the Community" of another than the only one that there was. */
  #judgeFormer(): Judgement {
    const { definite } = this.#office;
    const tenures = this.#asked.owners.length === 0 ? [] : this.#record.tenures(this.#asked.owners);
    const holders = new Set(tenures.map(({ holder }) => holder));
    const isOver = tenures.every(({ role }) => Number.isFinite(role.during?.end ?? Number.POSITIVE_INFINITY));
    const isElsewhere = this.#person.roles.every(({ of }) => !this.#asked.owners.includes(of));
    if (!definite || holders.size !== 1 || !isOver || !isElsewhere || hasRank(this.#title)) return UNVERIFIED;
    return wrongPerson([...holders]);
  }

  /** The office was the person's, but not at the time that is told: which one was, or whose was it? */
  #judgeTime(owned: readonly Role[]): Judgement {
    const [role] = owned;
    const at = this.#at!;
    const { status, atThatTime } = this.#office;
    const isOver = owned.every(({ during }) => during !== undefined && during.end < at.start);
    if (status !== undefined && isOver && !this.#isNewOf(role!))
      return { verdict: "contradicted", wrong: "status", instead: ["former"] };
    if (this.#isRetrospective(owned) || this.#isChosenSoon(owned) || this.#isJustOver(owned))
      return UNVERIFIED;
    const holders = this.#record.otherHolders([role!.of]);
    if (this.#isMereGuess() && !(holders.length > 0 && (atThatTime || !isOver))) return UNVERIFIED;
    const other = this.#person.roles.find((own) => own.of === role!.of && this.#record.isHeld(own));
    // "X, the president, …": whom the sentence is about is right, and the aside is wrong.
    const isAfter = this.#asked.held.person.to <= this.#office.from && this.#asked.held.verb === undefined;
    const isMistaken = holders.some(({ id }) => this.#person.distinctFrom.includes(id));
    if ((holders.length === 0 || (isAfter && !isMistaken)) && other !== undefined)
      return this.#wrongTitle(other);
    if (holders.length === 0) return { verdict: "contradicted", wrong: "title" };
    return wrongPerson(holders);
  }

  /** "the new director" in the year in which there was one: somebody else is meant, or another office of the person's. */
  #isNewOf({ of }: Role): boolean {
    const { from, to } = this.#office.status!;
    const words = this.#asked.passage.keys.slice(from, to);
    const isFresh = ({ during }: Role) =>
      during !== undefined && during.start <= this.#at!.end && this.#at!.start - during.start < 400;
    const own = this.#person.roles.some((role) => role.of === of && isFresh(role));
    const isNew = words.length === 1 && words[0] === "new";
    return (
      (isNew || words[0] === "newly") &&
      (own || (isNew && this.#record.tenures([of]).some(({ role }) => isFresh(role))))
    );
  }

  /** The time was not stated, and follows from an event or from what was told before. */
  #isMereGuess(): boolean {
    return !this.#asked.time.isStated && !this.#office.atThatTime && this.#asked.time.at !== undefined;
  }

  /** "In 1932 President Roosevelt …": a title before the name is often that of later; only a day is meant strictly. */
  #isRetrospective(owned: readonly Role[]): boolean {
    const at = this.#at!;
    const starts = owned.map(({ during }) => during?.start ?? -Infinity);
    const isBefore = at.end < Math.min(...starts);
    return this.#isTitle && isBefore && (at.precision !== "day" || !this.#asked.time.isStated);
  }

  /** Appointed in May, in office from July: the choice comes before the tenure, by a year at most. */
  #isChosenSoon(owned: readonly Role[]): boolean {
    const at = this.#at!;
    const isChosen = this.#office.chosen || this.#asked.held.manner === "begun";
    return (
      isChosen && owned.some(({ during }) => during && at.end < during.start && during.start - at.end < 400)
    );
  }

  /** "was replaced as director in March": the last day was in February. */
  #isJustOver(owned: readonly Role[]): boolean {
    const at = this.#at!;
    return (
      this.#asked.held.manner === "ended" &&
      owned.some(({ during }) => during && at.start - during.end < 100 && at.start > during.end)
    );
  }

  #judgeOwner(role: Role): Judgement {
    const owner = this.#office.owner;
    const stated = owner && this.#asked.knowledge.entities.get(owner.match.names[0]!.id);
    const known = this.#asked.knowledge.entities.get(role.of);
    if (stated === undefined || known === undefined || stated.type !== known.type) return UNVERIFIED;
    // "the Union minister X" tells of a party, or another body to which X belongs, and not of the ministry.
    if (this.#person.memberOf.length > 0 && owner!.match.to === this.#office.title.from) return UNVERIFIED;
    const last = this.#asked.passage.tokens[owner!.to - 1]!;
    const possessive = last.key === "'s" ? last.text : "";
    const isDemonym = owner!.match.names[0]!.form === "demonym";
    const text = isDemonym ? known.demonyms[0] : known.name + possessive;
    return { verdict: "contradicted", wrong: "owner", instead: text === undefined ? [] : [text] };
  }

  /** The office was never the person's: is it another's, or one that the person's own rules out? */
  #judgeTitle(): Judgement {
    if (this.#office.indefinite && this.#asked.owners.length === 0) return UNVERIFIED;
    // "Conductor X" of a deputy conductor: a calling, and no office.
    const isCalling = ({ title }: Role) => headOf(title) === headOf(this.#title);
    if (this.#isTitle && !this.#title.includes(" ") && this.#person.roles.some(isCalling)) return UNVERIFIED;
    const all = this.#record.bodies();
    const holders = this.#record.otherHolders(all);
    const bodies =
      holders.length === 0 ? all : all.filter((body) => this.#record.otherHolders([body]).length > 0);
    const appointed = holders.filter((holder) => this.#isTakenUpBy(holder));
    if (appointed.length === 1) return wrongPerson(appointed);
    const own = this.#person.roles.filter((role) => bodies.includes(role.of) && this.#record.isHeld(role));
    if (own.length === 0) return this.#judgeOther(holders);
    const rival = own.find((role) => headOf(role.title) === headOf(this.#title));
    const taken = holders.some((holder) =>
      holder.roles.some(
        (role) => hasTitle(role, this.#title) && own.some((o) => overlap(o.during, role.during)),
      ),
    );
    if (!taken && !this.#isRuledOut(own) && (rival === undefined || hasRank(this.#title))) return UNVERIFIED;
    return this.#wrongTitle(rival ?? own[0]!);
  }

  /** "was appointed in January": the one whose tenure began then. */
  #isTakenUpBy({ roles }: Entity): boolean {
    const isBegun = this.#asked.held.manner === "begun" || this.#office.chosen;
    return (
      isBegun &&
      this.#at !== undefined &&
      roles.some(
        (role) =>
          hasTitle(role, this.#title) &&
          !role.acting &&
          role.during !== undefined &&
          !disjoint(endsOf(role.during).begin, this.#at!),
      )
    );
  }

  /** Another office of the leadership of the very body that the person is known to lead, or to serve at its head. */
  #isRuledOut(own: readonly Role[]): boolean {
    if (this.#asked.owners.length === 0 || hasRank(this.#title)) return false;
    const types = own.map(({ of }) => this.#asked.knowledge.entities.get(of)?.type);
    if (types.includes("country"))
      return RULERS.has(headOf(this.#title)) && own.some(({ title }) => RULERS.has(headOf(title)));
    const isOne = ({ title }: Role) => !hasRank(title) && LEADING_TITLES.has(headOf(title));
    return LEADING_TITLES.has(headOf(this.#title)) && own.every(isOne) && !this.#saysBefore();
  }

  /** "treasurer of the Union before she led it": another time. */
  #saysBefore(): boolean {
    const after = this.#asked.passage.keys[this.#office.to] ?? "";
    return /^(?:before|until|till|after|from|turned)$/.test(after);
  }

  /** The person serves none of the bodies that are meant. */
  #judgeOther(holders: readonly Entity[]): Judgement {
    const { owners, held } = this.#asked;
    const isSure =
      owners.length > 0 ||
      (this.#at !== undefined && !this.#isMereGuess()) ||
      holders.every(hasUndated(this.#title)) ||
      (this.#isTitle && this.#at === undefined && this.#areInOffice(holders));
    if (holders.length === 0 || !isSure || held.manner === "ended") return UNVERIFIED;
    const [first] = this.#person.roles.filter((role) => this.#record.isHeld(role));
    if (this.#isTitle && first !== undefined) return this.#wrongTitle(first);
    return wrongPerson(holders);
  }

  /** Both who has the title and the person, in another office, are in office still. */
  #areInOffice(holders: readonly Entity[]): boolean {
    const lasts = ({ during }: Role) => during !== undefined && during.end === Number.POSITIVE_INFINITY;
    return (
      this.#person.roles.some(lasts) &&
      holders.every(({ roles }) => roles.some((role) => hasTitle(role, this.#title) && lasts(role)))
    );
  }

  #wrongTitle(role: Role): Judgement {
    return { verdict: "contradicted", wrong: "title", instead: [titleLike(role, this.#asked.written)] };
  }
}

function wrongPerson(holders: readonly Entity[]): Judgement {
  return { verdict: "contradicted", wrong: "person", instead: [...new Set(holders.map(({ name }) => name))] };
}

/** Holds the office without dates: always, as far as the knowledge base tells. */
function hasUndated(title: string): (holder: Entity) => boolean {
  return ({ roles }) => roles.some((role) => role.during === undefined && hasTitle(role, title));
}
