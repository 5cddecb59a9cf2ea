import { endsOf, overlapForSure } from "../../time/ends.ts";
import { describeTime } from "../../time/write.ts";
import type { Claim, Entity, Id, Knowledge, PredicateWords } from "../knowledge.ts";
import type { LintRule } from "./rule.ts";

export const contradictingClaims: LintRule<"contradicting-claims"> = {
  id: "contradicting-claims",
  title: "Two established claims that cannot both be true",
  severity: "warning",
  *run(base) {
    const { knowledge, places } = base;
    for (const [earlier, later] of pairs(knowledge)) {
      const contradiction = contradictionOf(earlier, later, knowledge);
      if (contradiction === undefined) continue;
      yield {
        message: `${contradiction} \`${earlier.id}\`${timeOf(earlier)}: “${earlier.statement}”`,
        origin: places.origin(later.id, [later.holds ? "predicate" : "holds"]) ?? later.origin,
        related: [{ origin: earlier.origin, message: `The other claim: “${earlier.statement}”` }],
      };
    }
  },
};

/** Of very many claims about one thing, a later one is compared with so many of the earlier ones. */
const MOST_COMPARED = 300;

/** Established claims with a subject, or else an object, in common; each pair once, in the order of the knowledge base. */
function* pairs({ claims }: Knowledge): Generator<[Claim, Claim]> {
  const about = new Map<string, Claim[]>();
  for (const claim of claims.values()) {
    if (claim.status !== "established") continue;
    const sides = new Set([
      ...claim.subject.map((id) => `subject ${id}`),
      ...claim.object.map((id) => `object ${id}`),
    ]);
    const others = new Set([...sides].flatMap((side) => about.get(side)?.slice(-MOST_COMPARED) ?? []));
    for (const other of others) yield [other, claim];
    for (const side of sides) {
      const list = about.get(side);
      if (list === undefined) about.set(side, [claim]);
      else list.push(claim);
    }
  }
}

/** The first half of a message, which the other claim completes; undefined where both can be true. */
function contradictionOf(a: Claim, b: Claim, knowledge: Knowledge): string | undefined {
  const { predicates } = knowledge.vocabulary;
  const [first, second] = [predicates[a.predicate], predicates[b.predicate]];
  if (a.predicate === b.predicate) {
    if (a.holds !== b.holds) {
      const [said, denied] = a.holds ? [a, b] : [b, a];
      return isOfSame(denied, said, first) && areAtOnce(a, b)
        ? "This denies what is established by"
        : undefined;
    }
    if (first !== undefined && a.holds && isExclusive(a, b, first, knowledge) && areAtOnce(a, b, true))
      return "This can hold of one only, and it is established of another by";
    return undefined;
  }
  if (!a.holds || !b.holds || first === undefined || second === undefined) return undefined;
  if (!areOpposite(first, second) || !(isOfSame(a, b, first) || isOfSame(b, a, second))) return undefined;
  return areAtOnce(a, b) ? "This is the opposite of what is established by" : undefined;
}

/**
 * Whether all that the one is about is among what the other is about. Who controls something together with others need
 * not do so alone, so for what one only can do the sides must be the same.
 */
function isOfSame(one: Claim, other: Claim, words: PredicateWords | undefined): boolean {
  return isSide(one.subject, other.subject) && isSide(one.object, other.object);

  function isSide(inner: readonly Id[], outer: readonly Id[]): boolean {
    if (inner.length === 0 || (words?.exclusive ?? "none") !== "none") return areSame(inner, outer);
    return inner.every((id) => outer.includes(id));
  }
}

function areSame(a: readonly Id[], b: readonly Id[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** Each one's own word is an antonym of the other: "support" and "oppose". */
function areOpposite(a: PredicateWords, b: PredicateWords): boolean {
  const [one, other] = [a.verbs[0], b.verbs[0]];
  return one !== undefined && other !== undefined && a.antonyms.includes(other) && b.antonyms.includes(one);
}

/** The same is said of two that have nothing to do with each other, where it can hold of one only. */
function isExclusive(a: Claim, b: Claim, { exclusive }: PredicateWords, knowledge: Knowledge): boolean {
  const ofOneSubject = exclusive === "subject" || exclusive === "both";
  const ofOneObject = exclusive === "object" || exclusive === "both";
  const subjects = ofOneSubject && areSame(a.object, b.object) && a.object.length > 0;
  const objects = ofOneObject && areSame(a.subject, b.subject);
  return (
    (subjects && areStrangers(a.subject, b.subject, knowledge)) ||
    (objects && areStrangers(a.object, b.object, knowledge))
  );
}

/** A party governs for its state, a province lies in one: what holds of the one can hold of the other as well. */
function areStrangers(a: readonly Id[], b: readonly Id[], knowledge: Knowledge): boolean {
  return a.length > 0 && b.length > 0 && a.every((one) => b.every((other) => !areRelated(one, other)));

  function areRelated(one: Id, other: Id): boolean {
    return one === other || kinOf(one).has(other) || kinOf(other).has(one);
  }

  function kinOf(id: Id): ReadonlySet<Id> {
    const kin = new Set([id]);
    for (const each of kin) for (const next of tiesOf(knowledge.entities.get(each))) kin.add(next);
    return kin;
  }
}

function tiesOf(entity: Entity | undefined): Id[] {
  if (entity === undefined) return [];
  const { partOf, formerly, country, memberOf, roles } = entity;
  const single = [partOf, formerly].filter((id) => id !== undefined);
  return [...single, ...[...country, ...memberOf, ...roles].map(({ of }) => of)];
}

/**
 * Whether two claims certainly speak of one time. Two without a time are both of now, unless that would need more
 * certainty; one with a time may be the exception to one without.
 */
function areAtOnce(a: Claim, b: Claim, needsDates = false): boolean {
  const [first, second] = [a.during ?? a.date, b.during ?? b.date];
  if (first === undefined || second === undefined) return !needsDates && first === second;
  return overlapForSure(endsOf(first), endsOf(second));
}

function timeOf({ during, date }: Claim): string {
  const time = during ?? date;
  return time === undefined ? "" : ` (${describeTime(time)})`;
}
