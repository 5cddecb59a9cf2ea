import type { Entity, Event, Id, Knowledge } from "../knowledge.ts";
import { removeItem, removePair } from "../yaml/edits.ts";
import type { YamlMap } from "../yaml/tree.ts";
import { fixOf, type Inspection, quoted } from "./inspection.ts";
import type { Entry } from "./top-level.ts";

/** The references along which nothing may come back to where it began. */
type Relation = "partOf" | "follows" | "formerly";

interface Linked extends Readonly<Partial<Record<Relation, Id | readonly Id[] | undefined>>> {
  readonly id: Id;
}

/** One reference from a fact to another. */
interface Step {
  readonly from: Id;
  readonly to: Id;
}

/**
 * Reports each cycle once, at the reference that closes it, and takes that reference out of its fact; the facts stay.
 * `before` holds what earlier knowledge bases say of other ids, through which a cycle may lead. Linear in the facts.
 */
export function* cutCycles(
  { entities, events }: { readonly entities: Map<Id, Entity>; readonly events: Map<Id, Event> },
  entries: { readonly entities: readonly Entry[]; readonly events: readonly Entry[] },
  inspection: Inspection,
  before: Knowledge | undefined,
): Generator<undefined, void, undefined> {
  function* cut<T extends Linked>(
    facts: Map<Id, T>,
    earlier: ReadonlyMap<Id, T> | undefined,
    written: readonly Entry[],
    relation: Relation,
  ) {
    const find = (id: Id) => facts.get(id) ?? (inspection.declared.has(id) ? undefined : earlier?.get(id));
    const cycles = yield* cyclesOf(facts, find, relation);
    const places = new Map(cycles.length === 0 ? [] : written.map((entry) => [entry.pair.key, entry]));
    for (const cycle of cycles) {
      report(cycle, relation, places, inspection);
      const { from, to } = cycle[0]!;
      facts.set(from, without(facts.get(from)!, relation, to));
    }
  }
  yield* cut(entities, before?.entities, entries.entities, "partOf");
  yield* cut(entities, before?.entities, entries.entities, "formerly");
  yield* cut(events, before?.events, entries.events, "partOf");
  yield* cut(events, before?.events, entries.events, "follows");
}

/** Facts between two pauses. */
const PACE = 4096;
/** Steps of a cycle that are told, after the one that closes it. */
const MOST_TOLD = 10;

/** The cycles through some facts: of each the step that closes it, which one of these facts makes, then the others. */
function* cyclesOf<T extends Linked>(
  facts: ReadonlyMap<Id, T>,
  find: (id: Id) => T | undefined,
  relation: Relation,
): Generator<undefined, Step[][], undefined> {
  const cycles: Step[][] = [];
  const done = new Set<Id>();
  let passed = 0;
  for (const fact of facts.values()) {
    if (++passed % PACE === 0) yield;
    if (fact[relation] === undefined || fact[relation].length === 0 || done.has(fact.id)) continue;
    const path = [{ id: fact.id, targets: targetsOf(fact, relation), next: 0 }];
    const open = new Map([[fact.id, 0]]);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const target = top.targets[top.next++];
      const start = target === undefined ? undefined : open.get(target);
      if (target === undefined) {
        done.add(top.id);
        open.delete(top.id);
        path.pop();
      } else if (start !== undefined) {
        cycles.push(stepsFrom(path, start, facts));
      } else if (!done.has(target)) {
        const next = find(target);
        if (next === undefined) continue;
        open.set(target, path.length);
        path.push({ id: target, targets: targetsOf(next, relation), next: 0 });
      }
    }
  }
  return cycles;
}

function stepsFrom(
  path: readonly { readonly id: Id }[],
  start: number,
  facts: ReadonlyMap<Id, unknown>,
): Step[] {
  const length = path.length - start;
  const step = (i: number) => ({ from: path[start + i]!.id, to: path[start + ((i + 1) % length)]!.id });
  let closing = length - 1;
  while (closing > 0 && !facts.has(path[start + closing]!.id)) closing--;
  const told = Math.min(length - 1, MOST_TOLD);
  return [step(closing), ...Array.from({ length: told }, (_, i) => step((closing + 1 + i) % length))];
}

function targetsOf(fact: Linked, relation: Relation): readonly Id[] {
  const targets = fact[relation];
  return targets === undefined ? [] : typeof targets === "string" ? [targets] : targets;
}

function without<T extends Linked>(fact: T, relation: Relation, target: Id): T {
  const targets = fact[relation];
  return { ...fact, [relation]: Array.isArray(targets) ? targets.filter((id) => id !== target) : undefined };
}

function report(
  [closing, ...others]: readonly Step[],
  relation: Relation,
  places: ReadonlyMap<Id, Entry>,
  inspection: Inspection,
): void {
  const { from, to } = closing!;
  const told = others.flatMap((step) => {
    const entry = places.get(step.from);
    if (entry === undefined) return [];
    inspection.enter(entry.tree, entry.pair);
    const origin = inspection.originOf(referenceOf(entry, relation, step.to).node);
    return [{ origin, message: `${quoted(step.from)} ${SAYS[relation]} ${quoted(step.to)}.` }];
  });
  const entry = places.get(from)!;
  const { node, edit } = referenceOf(entry, relation, to);
  inspection.enter(entry.tree, entry.pair);
  const way = others.map((step) => step.to).slice(0, 4);
  const around = [from, to, ...way, ...(others.length > way.length ? ["…"] : [])].join(" → ");
  const message =
    from === to
      ? `${quoted(from)} ${SAYS[relation]} itself.`
      : `${quoted(from)} ${SAYS[relation]} ${quoted(to)}, which leads back to it: ${around}.`;
  inspection.report("cycle", node, message, () => {
    return { fix: fixOf(`Remove this \`${relation}\``, edit && [edit], false), related: told };
  });
}

const SAYS: Record<Relation, string> = {
  partOf: "is part of",
  follows: "follows",
  formerly: "was formerly",
};

/** Where a fact names another, and the edit that takes that out. */
function referenceOf({ tree, pair }: Entry, relation: Relation, to: Id) {
  const map = pair.value as YamlMap;
  const within = map.pairs.find(({ key }) => key === relation)!;
  const { value } = within;
  const whole = removePair(tree.text, map, map.pairs.indexOf(within));
  if (value.kind !== "list") return { node: value, edit: whole };
  const node = value.items.find((item) => item.kind === "scalar" && item.text === to)!;
  return {
    node,
    edit: value.items.length > 1 ? removeItem(tree.text, value, value.items.indexOf(node)) : whole,
  };
}
