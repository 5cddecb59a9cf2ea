import type { Told } from "./told.ts";

/** A statement before and after; one side is absent where it was added or removed. */
export interface Pair {
  readonly before?: Told;
  readonly after?: Told;
}

/** Of more than this many statements on one thing the places alone decide, as comparing each with each would take long. */
const MOST_COMPARED = 60;

/**
 * Which statement of the new draft stands for which of the old one. Those of one topic belong together: first the ones
 * that say the same, wherever they stand now, then those in the most similar sentences. The same two drafts always give
 * the same pairs. What is only repeated once more, or once less, is no difference.
 */
export function pairsOf(before: readonly Told[], after: readonly Told[]): Pair[] {
  const old = byKey(before);
  const now = byKey(after);
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].flatMap((key) => pairsOnTopic(old.get(key) ?? [], now.get(key) ?? []));
}

function pairsOnTopic(before: readonly Told[], after: readonly Told[]): Pair[] {
  const values = (all: readonly Told[]) => new Set(all.map(({ topic }) => topic.value));
  const [valuesBefore, valuesAfter] = [values(before), values(after)];
  const pairs: Pair[] = [];
  const [oldLeft, newLeft] = takeEqual(before, after, pairs);
  const [removed, added] = takeSimilar(oldLeft, newLeft, pairs);
  for (const told of removed) if (!valuesAfter.has(told.topic.value)) pairs.push({ before: told });
  for (const told of added) if (!valuesBefore.has(told.topic.value)) pairs.push({ after: told });
  return pairs;
}

/** Takes those that say the same: of several, first those with the same verdict, in the order of the text. */
function takeEqual(before: readonly Told[], after: readonly Told[], pairs: Pair[]): [Told[], Told[]] {
  const left = new Set(after);
  const unmatched: Told[] = [];
  for (const one of before) {
    const equal = [...left].filter(({ topic }) => topic.value === one.topic.value);
    const other = equal.find(({ statement }) => statement.verdict === one.statement.verdict) ?? equal[0];
    if (other === undefined) unmatched.push(one);
    else {
      left.delete(other);
      pairs.push({ before: one, after: other });
    }
  }
  return [unmatched, [...left]];
}

/** Takes pairs of different value, the likeliest first. */
function takeSimilar(before: readonly Told[], after: readonly Told[], pairs: Pair[]): [Told[], Told[]] {
  const isMuch = before.length * after.length > MOST_COMPARED ** 2;
  const costs = isMuch
    ? before.slice(0, after.length).map((one, i) => ({ one, other: after[i]!, cost: 0 }))
    : before.flatMap((one) => after.map((other) => ({ one, other, cost: distance(one, other) })));
  // Sorting is stable: of equal costs the earlier in the text come first.
  costs.sort((a, b) => a.cost - b.cost);
  const left = [new Set(before), new Set(after)] as const;
  for (const { one, other } of costs) {
    if (!left[0].has(one) || !left[1].has(other)) continue;
    left[0].delete(one);
    left[1].delete(other);
    pairs.push({ before: one, after: other });
  }
  return [[...left[0]], [...left[1]]];
}

/** 0 for the same sentence in the same place, to 2. */
function distance(one: Told, other: Told): number {
  const shared = [...one.around].filter((word) => other.around.has(word)).length;
  const all = one.around.size + other.around.size - shared;
  return 1 - (all === 0 ? 1 : shared / all) + Math.abs(one.at - other.at);
}

function byKey(all: readonly Told[]): Map<string, Told[]> {
  const groups = new Map<string, Told[]>();
  for (const told of all) {
    const { key } = told.topic;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [told]);
    else group.push(told);
  }
  return groups;
}
