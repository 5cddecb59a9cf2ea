import type { Span } from "../../text/span.ts";
import type { Token } from "../../text/tokens.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { boundAfter, boundBefore } from "./bounds.ts";
import { SCALES, VAGUE } from "./number-words.ts";
import type { NumberBound, Quantity, Unit } from "./quantity.ts";
import { beginsNumber, type NumberRead, numberAt } from "./read-number.ts";
import { currencyAt, NO_UNIT, singular, unitAt } from "./units.ts";

/** Words before a number that make it a label: "Article 5", "No. 7", "page 12". */
const NUMBERED =
  /^(?:no|nos|number|numbers|article|articles|section|sections|chapter|page|pages|p|pp|paragraph|figure|table|part|volume|vol|room|flight|route|line|version|act|rule|clause|item|footnote|note|step|phase|group|type|class|category|grade|level|age|aged|#|§)$/;

/**
 * The quantities of a sentence, left to right: number, scale, sign, bound, range and unit. What the caller has understood
 * already (dates, names) it passes over. Linear: from each token at most a dozen others are looked at.
 */
export function quantitiesOf(
  tokens: readonly Token[],
  isTaken: (token: number) => boolean = () => false,
): Quantity[] {
  const keys = tokens.map(({ key }) => key);
  const quantities: Quantity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!(beginsNumber(tokens[i]!) || isVague(keys[i]!)) || isTaken(i)) continue;
    const quantity = quantityAt(tokens, keys, i) ?? vagueAt(tokens, keys, i);
    if (quantity === undefined) continue;
    quantities.push(quantity);
    i = Math.max(i, quantity.to - 1);
  }
  return quantities;
}

function quantityAt(tokens: readonly Token[], keys: readonly string[], at: number): Quantity | undefined {
  const number = numberAt(tokens, at);
  if (number === undefined || isNoQuantity(tokens, keys, at, number.to)) return undefined;
  const lead = leadOf(tokens, keys, at);
  const end = rangeEnd(tokens, keys, number, lead.from);
  const last = end ?? number;
  const { unit, to, hyphen } = unitOf(tokens, keys, last, lead.currency);
  const scale = end !== undefined && number.form.scale === 1 ? end.form.scale : 1;
  const { value, step } = asUnit(number, unit);
  const before = boundBefore(keys, lead.from);
  const after = before === undefined ? boundAfter(keys, last.to) : undefined;
  const trailing =
    before === undefined && after === undefined && to > last.to ? boundAfter(keys, to) : undefined;
  const behind = after ?? trailing;
  const bound: NumberBound = before?.bound ?? behind?.bound ?? "exact";
  const start = before?.from ?? lead.from;
  const boundSpan = before
    ? spanOf(tokens, before.from, lead.from)
    : behind && spanOf(tokens, after ? last.to : to, behind.to);
  return {
    from: start,
    to: Math.max(to, behind?.to ?? 0),
    value: lead.sign * value * scale,
    ...(end === undefined ? {} : { high: lead.sign * asUnit(end, unit).value }),
    step: step * scale,
    bound,
    ...(boundSpan === undefined || bound === "exact" ? {} : { boundSpan }),
    boundLeads: before !== undefined,
    boundCapital: /^\p{Lu}/u.test(tokens[start]!.text),
    unit,
    numeral: number.numeral,
    scaled: end === undefined ? number.scaled : { start: number.numeral.start, end: end.scaled.end },
    ...(hyphen ? { compound: spanOf(tokens, at, to), tail: textOf(tokens, last.to, to) } : {}),
    afterNumber: Math.max(last.to, after?.to ?? 0),
    form: scale === 1 ? number.form : { ...number.form, scale, scaleText: end!.form.scaleText },
    vague: false,
  };
}

/** "85m" is 85 million of something counted or of money, and 85 metres otherwise. */
function asUnit(number: NumberRead, unit: Unit): { value: number; step: number } {
  const isMetres = number.suffix?.toLowerCase() === "m" && unit.kind === "measure" && unit.base === "metre";
  const by = isMetres ? 1e-6 : 1;
  return { value: number.value * by, step: number.step * by };
}

/** Sign and currency mark before a number. */
function leadOf(tokens: readonly Token[], keys: readonly string[], at: number) {
  let from = at;
  let sign = 1;
  let currency: Unit | undefined;
  for (const length of [2, 1]) {
    const mark = currencyAt(keys, from - length);
    if (mark === undefined || mark.length !== length) continue;
    currency = mark.unit;
    from -= length;
    break;
  }
  const isMinus =
    keys[from - 1] === "minus" || (/^[-−]$/.test(keys[from - 1] ?? "") && !tokens[from]!.spaced);
  if (isMinus && (keys[from - 1] === "minus" || tokens[from - 1]!.spaced)) {
    sign = -1;
    from--;
  }
  return { from, sign, currency };
}

/** "30–40", "30 to 40", "between 30 and 40": the other end; "from 30 to 40" may be a change, and is none. */
function rangeEnd(
  tokens: readonly Token[],
  keys: readonly string[],
  number: NumberRead,
  first: number,
): NumberRead | undefined {
  let at = number.to;
  const leads = keys[first - 1] === "between" ? "and" : "to";
  const isDash = keys[at] === "-" && !tokens[at]!.spaced && !tokens[at + 1]?.spaced;
  if (!isDash && (keys[at] !== leads || keys[first - 1] === "from")) return undefined;
  at++;
  for (const length of [2, 1]) if (currencyAt(keys, at)?.length === length) at += length;
  const end = numberAt(tokens, at);
  const high = end?.value ?? 0;
  const low = number.value * (number.form.scale === 1 ? (end?.form.scale ?? 1) : 1);
  return end !== undefined && high > low && high <= low * 10 ? end : undefined;
}

function unitOf(
  tokens: readonly Token[],
  keys: readonly string[],
  number: NumberRead,
  currency: Unit | undefined,
): { unit: Unit; to: number; hyphen: boolean } {
  let at = number.to;
  if (currency !== undefined) return { unit: currency, to: at, hyphen: false };
  if (number.suffix !== undefined && !isScaleSuffix(number.suffix, keys, at)) {
    const own = unitAt([number.suffix.toLowerCase()], 0);
    return { unit: own?.unit ?? NO_UNIT, to: at, hyphen: false };
  }
  const hyphen = keys[at] === "-" && !tokens[at]!.spaced && tokens[at + 1]?.spaced === false;
  if (hyphen) at++;
  const measure = unitAt(keys, at);
  if (measure !== undefined && !(measure.unit.kind === "currency" && keys[at] === "real"))
    return { unit: measure.unit, to: at + measure.length, hyphen };
  const noun = tokens[at];
  if (noun?.kind !== "word" || (hyphen && /^(?:and|to)$/.test(noun.key)))
    return { unit: NO_UNIT, to: number.to, hyphen: false };
  if (hyphen) return { unit: { kind: "noun", base: singular(noun.key), factor: 1 }, to: at + 1, hyphen };
  return { unit: NO_UNIT, to: number.to, hyphen: false };
}

function isScaleSuffix(suffix: string, keys: readonly string[], at: number): boolean {
  const key = suffix.toLowerCase();
  if (key === "m") return /^[a-z]{2,}s$|^(?:people|men|women|children)$/.test(keys[at] ?? "");
  return /^(?:k|b|bn|bln|mn|mln|tn|trn|million|billion|trillion|crore|lakh)$/.test(key);
}

/** A time of day, a ratio, a version, a list's number, an article's number. */
function isNoQuantity(tokens: readonly Token[], keys: readonly string[], at: number, to: number): boolean {
  const before = keys[at - 1] ?? "";
  const after = keys[to] ?? "";
  if (/^[:/.#§]$/.test(before) && !tokens[at]!.spaced) return true;
  if (/^[:/]$/.test(after) && !tokens[to]!.spaced && tokens[to + 1]?.spaced === false) return true;
  if (NUMBERED.test(before) || (before === "." && /^(?:no|nos|art|p|pp|vol|fig)$/.test(keys[at - 2] ?? "")))
    return true;
  return (
    before === "-" &&
    !tokens[at]!.spaced &&
    tokens[at - 1]?.spaced === false &&
    at >= 2 &&
    /\p{L}$/u.test(keys[at - 2]!)
  );
}

const isVague = (key: string) => VAGUE.has(key) || key === "tens";

/** Words of which one at least is in every quantity: "a" and "one" are none of them by themselves. */
const COUNTING = wordClass(
  ({ text, key }) =>
    isVague(key) || SCALES.has(key) || (beginsNumber({ text, key }) && !/^(?:an?|half|one)$/.test(key)),
);
const ONE = wordClass(({ key }) => key === "one");
const HYPHEN = wordClass(({ key }) => key === "-");

/** Whether a sentence has the words of a quantity; "one-third" is one as well. */
export function mayHoldQuantity(passage: Passage): boolean {
  return hasClass(passage, COUNTING) || (hasClass(passage, ONE) && hasClass(passage, HYPHEN));
}

/** "dozens of", "hundreds", "tens of thousands". */
function vagueAt(tokens: readonly Token[], keys: readonly string[], at: number): Quantity | undefined {
  const tens =
    /^(?:tens|hundreds)$/.test(keys[at]!) && keys[at + 1] === "of"
      ? VAGUE.get(keys[at + 2] ?? "")
      : undefined;
  const by = keys[at] === "tens" ? 10 : 100;
  const range = tens?.map((end) => end * by) ?? VAGUE.get(keys[at]!);
  if (range === undefined) return undefined;
  const to = at + (tens === undefined ? 1 : 3);
  const after = keys[to] === "of" ? to + 1 : to;
  const span: Span = spanOf(tokens, at, after);
  return {
    from: at,
    to,
    value: range[0]!,
    high: range[1]!,
    step: range[0]!,
    bound: "exact",
    boundLeads: false,
    boundCapital: false,
    unit: NO_UNIT,
    numeral: span,
    scaled: span,
    afterNumber: after,
    form: {
      style: "words",
      decimals: 0,
      group: "",
      scale: 1,
      scaleText: "",
      withAnd: true,
      capital: /^\p{Lu}/u.test(tokens[at]!.text),
    },
    vague: true,
  };
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join("");
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}
