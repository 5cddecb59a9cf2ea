import { ELSEWHERE, measureOf, OTHERS_WORD, PRESENCE, TOTALLING } from "../english/measures.ts";
import type { Passage } from "../grammar/passage.ts";
import type { Quantity } from "../numbers/quantity.ts";
import { isSameUnit } from "../numbers/units.ts";
import { type FigureWords, type Side, sideOf } from "./figure-words.ts";
import type { Segment } from "./segments.ts";

/** What a number's surroundings say is counted. */
export interface Counted {
  /** Sorts of all words of the part. */
  readonly all: ReadonlySet<string>;
  /** Sorts of the nouns right behind the number. */
  readonly nouns: ReadonlySet<string>;
  readonly hasNoun: boolean;
  readonly isPersons: boolean;
  readonly side: Side | undefined;
  /** The second number of "by 103 votes to 88". */
  readonly isScore: boolean;
}

const PERSONS =
  /^(?:people|persons|person|lives|life|dead|deaths|victims|fatalities|souls|human|individuals)$/;
/** Nouns of the whole: "71 percent of the vote" is one of "votes". */
const APPROVING = new Set(
  "pass passed passes got received polled secured adopt adopted approve approved carried ratified endorsed backed elected won".split(
    " ",
  ),
);
const REJECTING = new Set("reject rejected defeated turned threw voted".split(" "));

export function countedIn(passage: Passage, { from, to, nouns, quantity }: Segment): Counted {
  const { keys, tags } = passage;
  const all = new Set<string>(isDuration(passage, quantity) ? ["length"] : []);
  for (let i = from; i < to; i++) {
    if (tags[i] === "name" || tags[i] === "time" || (i >= quantity.from && i < quantity.afterNumber))
      continue;
    const sort = measureOf(keys[i]!);
    if (sort !== undefined) all.add(sort);
  }
  const sorts = nouns.flatMap((at) => measureOf(keys[at]!) ?? []);
  if (quantity.unit.kind === "noun") sorts.push(measureOf(quantity.unit.base) ?? quantity.unit.base);
  if (isPaidFor(passage, from, quantity.from)) all.add("cost");
  const last = nouns.at(-1);
  const part = keys.slice(from, to);
  return {
    all,
    nouns: new Set(sorts),
    hasNoun: nouns.length > 0,
    isPersons: last !== undefined && PERSONS.test(keys[last]!),
    side: sideOf(part) ?? sideOfVerb(part),
    isScore: false,
  };
}

/** "the purchase, for which A paid 20 million": its price. */
function isPaidFor({ keys }: Passage, from: number, number: number): boolean {
  const which = keys.indexOf("which", from);
  return keys[number - 1] === "paid" && which > from && which < number && keys[which - 1] === "for";
}

function sideOfVerb(keys: readonly string[]): Side | undefined {
  if (keys.some((key) => REJECTING.has(key))) return "against";
  return keys.some((key) => APPROVING.has(key)) ? "for" : undefined;
}

export function other(side: Side | undefined): Side | undefined {
  return side === undefined ? undefined : side === "for" ? "against" : "for";
}

/** "by 148 votes to 97", "148–97". */
export function isScore({ keys }: Passage, before: Segment, { quantity }: Segment): boolean {
  const from = Math.max(before.quantity.to, (before.nouns.at(-1) ?? -1) + 1);
  return quantity.from === from + 1 && /^(?:to|-|against)$/.test(keys[from]!);
}

export function hasUnit(
  { unit, isPersons, counted, labels }: FigureWords,
  { unit: stated }: Quantity,
  said: Counted,
): boolean {
  if (stated.kind === "none" || stated.kind === "noun") {
    if (unit.kind !== "noun" && unit.kind !== "none") return false;
    if (!said.hasNoun && stated.kind === "none") return true;
    if (isPersons && said.isPersons) return true;
    if (isPersons && counted === undefined) {
      return labels.some(({ measures }) => [...said.nouns].some((sort) => measures.has(sort)));
    }
    return (counted !== undefined && said.nouns.has(counted)) || unit.kind === "none";
  }
  return isSameUnit(unit, stated);
}

/** "three-decade presence", "for two decades", "lasted 90 minutes". */
function isDuration({ keys }: Passage, { unit, compound, from }: Quantity): boolean {
  const isTime = unit.kind === "measure" && (unit.base === "year" || unit.base === "day");
  return (
    isTime &&
    (compound !== undefined || /^(?:for|lasted|lasting|lasts|took|takes)$/.test(keys[from - 1] ?? ""))
  );
}

/** Whether the number tells all there are: "its 157", "the 38", "there were 38", "with 412", "by 148 votes". */
export function isTotal({ keys, tags }: Passage, { quantity, nouns }: Segment): boolean {
  if (quantity.compound !== undefined) return true;
  const first = keys[quantity.from - 1] ?? "";
  if (/^(?:the|its|their|his|her|our|these|those|'s|by|with|of|all)$/.test(first)) return true;
  const after = (nouns.at(-1) ?? quantity.to - 1) + 1;
  // "23,000 spectators came", "48 crews took part".
  if (
    PRESENCE.has(keys[after] ?? "") ||
    (/^(?:took|take|were)$/.test(keys[after] ?? "") && /^(?:part|present|there)$/.test(keys[after + 1] ?? ""))
  )
    return true;
  // "38 members took part" is of some; "took part" has no number behind it.
  let at = quantity.from - 1;
  while (at >= 0 && (tags[at] === "adverb" || tags[at] === "aux" || keys[at] === "a" || keys[at] === "-")) {
    if (tags[at] === "aux") return true;
    at--;
  }
  return TOTALLING.has(keys[at] ?? "") && after > 0;
}

/** "in the first week": of a part of the time. */
const PERIOD =
  /^(?:hours?|days?|weeks?|months?|years?|nights?|morning|evening|minutes?|quarter|half|phase|round|stage|season)$/;

const CHANGED =
  /^(?:by|another|extra|further|up|down|below|additional|every|each|per|than|versus|half|other)$/;

/** Whether the words around say that it is another number: of a part, a change, a plan, an earlier state. */
export function isElsewhere(
  { keys, tags }: Passage,
  { quantity, nouns, from, to }: Segment,
  inLabel: ReadonlySet<number>,
): boolean {
  // "Of those killed 12 were children."
  if (/^(?:of|among|amongst)$/.test(keys[from]!) && quantity.from > from) return true;
  const before = keys[quantity.from - 1] ?? "";
  if (quantity.unit.kind !== "none" && before === "by") return true;
  // "won by 145 votes": the difference, where no other number follows.
  const counted = keys[nouns.at(-1) ?? -1] ?? "";
  const isMargin = nouns.length === 0 || /^(?:votes?|points?|goals?|runs?|lengths?|seats?)$/.test(counted);
  if (
    before === "by" &&
    isMargin &&
    !/^(?:to|against|-)$/.test(keys[(nouns.at(-1) ?? quantity.to - 1) + 1] ?? "")
  )
    return true;
  if (before !== "by" && CHANGED.test(before)) return true;
  const isBare = quantity.unit.kind === "none";
  if (isBare && keys[quantity.afterNumber] === "of" && quantity.compound === undefined && !quantity.vague)
    return true;
  const end = Math.max(quantity.to, (nouns.at(-1) ?? -1) + 1);
  if (
    /^(?:more|fewer|less|extra|additional|further|others?|apiece|each|respectively)$/.test(
      keys[quantity.afterNumber] ?? "",
    )
  )
    return true;
  if (/^(?:each|apiece|more|fewer|per|earlier|later|respectively)$/.test(keys[end] ?? "")) return true;
  const start = Math.max(from, quantity.from - 5);
  if (keys.slice(from, quantity.from).some((key, k) => OTHERS_WORD.has(key) && tags[from + k] !== "name"))
    return true;
  for (let i = start; i < Math.min(to, end + 3); i++) {
    if ((i >= quantity.from && i < quantity.to) || inLabel.has(i)) continue;
    if (/^(?:up|down|below|per|fall|still|yet|most|half)$/.test(keys[i]!)) continue;
    if (tags[i] !== "name" && ELSEWHERE.has(keys[i]!)) return true;
    // "by a margin of 15 votes", but "a profit margin of 15 per cent".
    if (/^(?:margin|lead)$/.test(keys[i]!) && /^(?:a|the|by|narrow|wide)$/.test(keys[i - 1] ?? ""))
      return true;
  }
  const part = keys.slice(from, to);
  if (
    part.some(
      (key, k) =>
        /^(?:first|second|third|last|final|opening|early|next)$/.test(key) && PERIOD.test(part[k + 1] ?? ""),
    )
  )
    return true;
  return part.includes("respectively");
}
