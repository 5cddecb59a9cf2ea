import { intersects } from "../../time/compare.ts";
import type { Entity, Event, Id, Knowledge } from "../knowledge.ts";
import type { Places } from "../loading/places.ts";
import type { ProblemFix, Trouble } from "../problems.ts";
import { addItem, addKey, type TextEdit } from "../yaml/edits.ts";
import { type StrongName, strongNames } from "./names.ts";
import type { LintBase, LintRule } from "./rule.ts";
import { called, listed } from "./wording.ts";

type Fact = Entity | Event;

export const sharedName: LintRule<"shared-name"> = {
  id: "shared-name",
  title: "A name that two actors or two events share, without `distinctFrom` on either side",
  severity: "warning",
  *run(base) {
    yield* sharedAmong(base.knowledge.entities.values(), base);
    yield* sharedAmong(base.knowledge.events.values(), base);
  },
};

interface Bearer {
  readonly fact: Fact;
  readonly name: StrongName;
}

/** Of very many with one name, a later one is compared with so many of the earlier ones. */
const MOST_COMPARED = 100;

/** Each fact is compared with those before it, so that each pair is told once, at the later one. */
function* sharedAmong(
  facts: Iterable<Fact>,
  { knowledge, places }: LintBase,
): Generator<Trouble | undefined> {
  const bearers = new Map<string, Bearer[]>();
  for (const fact of facts) {
    yield undefined;
    const told = new Set<Fact>([fact]);
    for (const name of strongNames(fact)) {
      const key = name.keys.join(" ");
      const before = bearers.get(key) ?? [];
      const sharers = before
        .slice(0, MOST_COMPARED)
        .filter((other) => !told.has(other.fact) && mayBeMixedUp({ fact, name }, other));
      for (const sharer of sharers) told.add(sharer.fact);
      if (sharers.length > 0) yield trouble({ fact, name }, sharers, knowledge, places);
      before.push({ fact, name });
      bearers.set(key, before);
    }
  }
}

/** So many of those who share a name are told by theirs. */
const MOST_TOLD = 5;

function trouble(
  { fact, name }: Bearer,
  sharers: readonly Bearer[],
  knowledge: Knowledge,
  places: Places,
): Trouble {
  const told = sharers.slice(0, MOST_TOLD);
  const more = sharers.length - told.length;
  const all = [
    ...told.map((each) => nameAndId(each.fact)),
    ...(more > 0 ? [`${more} others`] : []),
    nameAndId(fact),
  ];
  const others = sharers.map((each) => each.fact.id);
  const fix = more > 0 ? undefined : fixFor(fact.id, others, places);
  return {
    message: `“${name.text}” is a name of ${listed(all)}, and nothing says that they are distinct.`,
    origin: places.origin(fact.id, name.path) ?? fact.origin,
    related: told.map((other) => ({
      origin: places.origin(other.fact.id, other.name.path) ?? other.fact.origin,
      message: `A name of ${called(other.fact.id, knowledge)} as well`,
    })),
    ...(fix && { fix }),
  };
}

function nameAndId({ name, id }: Fact): string {
  return `${name} (\`${id}\`)`;
}

function mayBeMixedUp(one: Bearer, other: Bearer): boolean {
  // "TIP" and "Tip" are told apart by their letters.
  if (one.name.capitals !== other.name.capitals) return false;
  const [a, b] = [one.fact, other.fact];
  if (a.distinctFrom.includes(b.id) || b.distinctFrom.includes(a.id)) return false;
  if (a.partOf === b.id || b.partOf === a.id) return false;
  if (a.kind === "event" || b.kind === "event") return !areDifferentTimes(dateOf(a), dateOf(b));
  if (a.formerly === b.id || b.formerly === a.id || areDifferentTimes(a.exists, b.exists)) return false;
  return !(liesIn(a, b) || liesIn(b, a));
}

function dateOf(fact: Fact) {
  return fact.kind === "event" ? fact.date : undefined;
}

/** What is not at the same time is told apart by the dates beside it: next year's congress, the ministry's successor. */
function areDifferentTimes(a: Entity["exists"], b: Entity["exists"]): boolean {
  return a !== undefined && b !== undefined && intersects(a, b) === "no";
}

/** The city of Luxembourg, in Luxembourg. */
function liesIn(inner: Entity, outer: Entity): boolean {
  return LOCATIONS.has(inner.type) && inner.country.some(({ of }) => of === outer.id);
}

const LOCATIONS: ReadonlySet<string> = new Set(["place", "facility", "boundary"]);

/** What comes after `distinctFrom` in an entry, as a rule. */
const AFTER = [
  ...["country", "memberOf", "partOf", "formerly", "exists", "roles"],
  ...["date", "stages", "place", "participants", "openRoles", "about", "follows", "outcome"],
  ...["description", "sameAs", "evidence"],
];

function fixFor(id: Id, others: readonly Id[], places: Places): ProblemFix | undefined {
  const entry = places.entry(id);
  const map = entry?.pair.value;
  if (entry === undefined || map?.kind !== "map") return undefined;
  const { text } = entry.file;
  const old = places.at(id, ["distinctFrom"])?.node;
  const ids = others.join(", ");
  let edit: TextEdit | undefined;
  if (old === undefined) edit = addKey(text, map, "distinctFrom", `[${ids}]`, AFTER);
  else if (old.kind === "list" && others.length === 1) edit = addItem(text, old, ids);
  return edit && { title: `Add \`distinctFrom: [${ids}]\``, edits: [edit], unsafe: true };
}
