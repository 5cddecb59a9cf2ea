import { digitsAt, keyAt, ordinalAt, type Tokens, yearAt } from "./atoms.ts";
import type { Point } from "./point.ts";
import type { Item } from "./sharing.ts";
import { BEFORE_CHRIST } from "./words.ts";

/** Two years or centuries of which only the second says what they are: "499–493 BC", "the 17th to 19th centuries". */
export function readJointEra(tokens: Tokens, index: number): readonly Item[] | undefined {
  const { kind } = tokens[index]!;
  return (kind === "number" ? readEraRange(tokens, index) : undefined) ?? readCenturies(tokens, index);
}

/** "499–493 BC", "264 to 241 BC": the era of the second year is that of the first. */
function readEraRange(tokens: Tokens, index: number): readonly Item[] | undefined {
  const first = digitsAt(tokens, index);
  if (first === undefined || first.value === 0) return undefined;
  const joint = keyAt(tokens, first.next);
  if (!JOINTS.has(joint)) return undefined;
  const second = yearAt(tokens, first.next + 1);
  if (second === undefined || second.value > 0 || !BEFORE_CHRIST.has(keyAt(tokens, second.next - 1)))
    return undefined;
  if (1 - first.value >= second.value) return undefined;
  const from: Point = { first: index, next: first.next, parts: { year: 1 - first.value } };
  const to: Point = { first: first.next + 1, next: second.next, parts: { year: second.value } };
  return [{ point: from }, { point: to, link: joint === "and" ? "list" : "range" }];
}

const JOINTS: ReadonlySet<string> = new Set(["-", "to", "and", "until"]);

/** "the 18th and 19th centuries", "from the seventh to the fifth century BC". */
function readCenturies(tokens: Tokens, index: number): readonly Item[] | undefined {
  const first = centuryNumber(tokens, index);
  if (first === undefined) return undefined;
  const joint = keyAt(tokens, first.next);
  if (!CENTURY_JOINTS.has(joint)) return undefined;
  const at = keyAt(tokens, first.next + 1) === "the" ? first.next + 2 : first.next + 1;
  const second = tokens[at]?.kind === "number" ? undefined : ordinalAt(tokens, at);
  if (second === undefined) return undefined;
  const unit = keyAt(tokens, second.next);
  if (unit !== "century" && unit !== "centuries") return undefined;
  const before = BEFORE_CHRIST.has(keyAt(tokens, second.next + 1));
  if (before ? first.value <= second.value : first.value >= second.value) return undefined;
  const from: Point = { first: index, next: first.next, parts: { years: century(first.value, before) } };
  const next = second.next + (before ? 2 : 1);
  const to: Point = { first: at, next, parts: { years: century(second.value, before) } };
  return [{ point: from }, { point: to, link: joint === "and" || joint === "or" ? "list" : "range" }];
}

const CENTURY_JOINTS: ReadonlySet<string> = new Set(["-", "to", "and", "or", "through"]);

/** "17th", or "17" where the ordinal follows. */
function centuryNumber(tokens: Tokens, index: number) {
  if (tokens[index]!.kind !== "number") return ordinalAt(tokens, index);
  const digits = keyAt(tokens, index + 1) === "-" ? digitsAt(tokens, index) : undefined;
  return digits !== undefined && digits.value > 0 && digits.value < 22 ? digits : undefined;
}

function century(ordinal: number, before: boolean): { first: number; last: number } {
  const first = before ? 1 - ordinal * 100 : (ordinal - 1) * 100;
  return { first, last: first + 99 };
}
