import { classAt, DIGIT } from "../../text/characters.ts";
import type { Span } from "../../text/span.ts";
import type { Token } from "../../text/tokens.ts";
import { INNER_SCALES, SCALES, SMALL, SUFFIXES } from "./number-words.ts";
import type { NumeralForm } from "./quantity.ts";

/** A number as it stands in a sentence, without unit, sign and bound. */
export interface NumberRead {
  readonly value: number;
  readonly step: number;
  /** One past the last token, scale included. */
  readonly to: number;
  readonly numeral: Span;
  readonly scaled: Span;
  readonly form: NumeralForm;
  /** What hangs on digits without a space: "%" is left to the unit. "85m" may be metres. */
  readonly suffix?: string;
}

/** The number that begins at a token, in digits or in words; undefined where there is none. At most 18 tokens are looked at. */
export function numberAt(tokens: readonly Token[], at: number): NumberRead | undefined {
  const first = tokens[at];
  if (first === undefined || !beginsNumber(first)) return undefined;
  return classAt(first.text, 0) & DIGIT ? digitsAt(tokens, at) : wordsAt(tokens, at);
}

/** Whether a number can begin with a word. */
export function beginsNumber({ text, key }: Pick<Token, "text" | "key">): boolean {
  return (classAt(text, 0) & DIGIT) > 0 || FIRST_WORDS.has(key);
}

const FIRST_WORDS: ReadonlySet<string> = new Set([...SMALL.keys(), "a", "an", "half"]);

const DIGITS =
  /^(?<whole>\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?<fraction>\.\d+)?(?<suffix>[a-z]{1,7})?$/i;

function digitsAt(tokens: readonly Token[], at: number): NumberRead | undefined {
  let to = at + 1;
  let text = tokens[at]!.text;
  while (to < at + 8 && to < tokens.length && !tokens[to]!.spaced && joinsDigits(tokens, to)) {
    text += tokens[to]!.text;
    to++;
  }
  const { start, end } = { start: tokens[at]!.start, end: tokens[to - 1]!.end };
  const match = DIGITS.exec(text);
  // Offsets inside a token are only sure where nothing is hidden in it.
  if (match === null || end - start !== text.length) return undefined;
  const { whole = "", fraction = "", suffix } = match.groups!;
  let numeralEnd = start + whole.length + fraction.length;
  let digits = whole.replaceAll(",", "");
  let group: NumeralForm["group"] = /,\d\d,/.test(whole) ? "lakh" : whole.includes(",") ? "," : "";
  if (suffix === undefined && fraction === "" && group === "" && whole.length <= 3)
    while (isGroup(tokens, to)) {
      digits += tokens[to]!.text;
      numeralEnd = tokens[to]!.end;
      group = " ";
      to++;
    }
  const multiplier = suffix === undefined ? undefined : SUFFIXES.get(suffix.toLowerCase());
  const power = suffix === undefined ? powerAt(tokens, to) : undefined;
  const spaced = power ?? scaleAt(tokens, to, suffix !== undefined);
  const scale = multiplier ?? spaced?.scale ?? 1;
  const scaledTo = spaced?.to ?? to;
  const scaledEnd =
    spaced === undefined ? (multiplier === undefined ? numeralEnd : end) : tokens[scaledTo - 1]!.end;
  const decimals = Math.max(0, fraction.length - 1);
  const number = Number(digits + fraction);
  return {
    value: number * scale,
    step: (decimals > 0 ? 10 ** -decimals : trailingStep(number)) * scale,
    to: scaledTo,
    numeral: { start, end: numeralEnd },
    scaled: { start, end: scaledEnd },
    form: {
      style: "digits",
      decimals,
      group,
      scale,
      scaleText: multiplier === undefined ? scaleText(tokens, to, spaced?.to) : suffix!,
      withAnd: true,
      capital: false,
    },
    ...(suffix === undefined ? {} : { suffix }),
  };
}

/** Parts of "1.2bn", "1,200,000m": digits, points and commas before digits, letters behind digits. */
function joinsDigits(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (/^\p{Nd}/u.test(token.text)) return true;
  return /^[.,]$/.test(token.text) && next !== undefined && !next.spaced && /^\p{Nd}/u.test(next.text);
}

/** "10 000": three more digits after a space. */
function isGroup(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === "number" && /^\d{3}$/.test(token.text) && token.start === tokens[at - 1]!.end + 1;
}

function scaleAt(tokens: readonly Token[], at: number, hasSuffix: boolean) {
  const scale = hasSuffix ? undefined : SCALES.get(tokens[at]?.key ?? "");
  if (scale === undefined || !tokens[at]!.spaced) return undefined;
  const second = SCALES.get(tokens[at + 1]?.key ?? "");
  // "lakh crore", "thousand million"
  return second === undefined ? { scale, to: at + 1 } : { scale: scale * second, to: at + 2 };
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** "× 10^6", "x 10⁶". */
function powerAt(tokens: readonly Token[], at: number) {
  if (!/^[×x*·]$/.test(tokens[at]?.key ?? "") || tokens[at + 1]?.text !== "10") return undefined;
  let exponent = "";
  let to = at + 2;
  if (tokens[to]?.text === "^") exponent = tokens[++to]?.text ?? "";
  else
    while (SUPERSCRIPTS.includes(tokens[to]?.text ?? "-"))
      exponent += SUPERSCRIPTS.indexOf(tokens[to++]!.text);
  if (!/^\d{1,2}$/.test(exponent)) return undefined;
  return { scale: 10 ** Number(exponent), to: tokens[at + 2]?.text === "^" ? to + 1 : to };
}

function scaleText(tokens: readonly Token[], at: number, to: number | undefined): string {
  if (to === undefined) return "";
  return tokens
    .slice(at, to)
    .map(({ text, spaced }) => (spaced ? " " : "") + text)
    .join("");
}

/** 10 of 150, 1000 of 28,000, 1 of 157; what the zeros at the end of a number leave open. */
function trailingStep(value: number): number {
  let step = 1;
  while (value !== 0 && value % (step * 10) === 0) step *= 10;
  return step;
}

function wordsAt(tokens: readonly Token[], at: number): NumberRead | undefined {
  const words = new WordNumber(tokens, at).read();
  if (words === undefined) return undefined;
  const { value, to, step, withAnd } = words;
  const scaled = scaleAt(tokens, to, false);
  const half = scaled === undefined ? 0 : halfOf(tokens, at, to);
  const numeral = { start: tokens[at]!.start, end: tokens[to - 1]!.end };
  const scale = scaled?.scale ?? 1;
  return {
    value: (half === 0 ? value : half) * scale,
    step: (half === 0 ? step : 0.5) * scale,
    to: scaled?.to ?? to,
    numeral,
    scaled: { start: numeral.start, end: tokens[(scaled?.to ?? to) - 1]!.end },
    form: {
      style: "words",
      decimals: 0,
      group: "",
      scale,
      scaleText: scaleText(tokens, to, scaled?.to),
      withAnd,
      capital: /^\p{Lu}/u.test(tokens[at]!.text),
    },
  };
}

/** "half a million", "two and a half million": the number before the scale. */
function halfOf(tokens: readonly Token[], at: number, to: number): number {
  const keys = tokens.slice(at, to).map(({ key }) => key);
  if (keys[0] === "half") return 0.5;
  return keys.slice(-3).join(" ") === "and a half" ? (SMALL.get(keys[0]!) ?? 0) + 0.5 : 0;
}

/** Tokens of "two hundred and twenty-one thousand one hundred and twenty-one", and more. */
const LONGEST = 18;

/** Number words from left to right: tens and ones, "hundred" and "thousand" as multipliers, "and" between them. */
class WordNumber {
  readonly #tokens: readonly Token[];
  readonly #from: number;

  constructor(tokens: readonly Token[], from: number) {
    this.#tokens = tokens;
    this.#from = from;
  }

  read(): { value: number; to: number; step: number; withAnd: boolean } | undefined {
    const key = this.#key(this.#from);
    if (key === "half" && this.#key(this.#from + 1) === "a" && SCALES.has(this.#key(this.#from + 2)))
      return { value: 0.5, to: this.#from + 2, step: 0.5, withAnd: true };
    let at = this.#from;
    let total = 0;
    let current: number | undefined;
    let withAnd: boolean | undefined;
    if (/^an?$/.test(key)) {
      if (!INNER_SCALES.has(this.#key(at + 1)) && !SCALES.has(this.#key(at + 1))) return undefined;
      current = 1;
      at++;
    }
    for (; at < this.#from + LONGEST; at++) {
      const word = this.#key(at);
      const small = SMALL.get(word);
      const scale = INNER_SCALES.get(word);
      if (small !== undefined && this.#fits(current, small)) current = (current ?? 0) + small;
      else if (scale === 100 && current !== undefined && current < 100) current *= 100;
      else if (scale === 1000 && current !== undefined && total === 0) {
        total = current * 1000;
        current = undefined;
      } else if (
        word === "-" &&
        !this.#tokens[at]!.spaced &&
        this.#isTens(at - 1) &&
        SMALL.has(this.#key(at + 1))
      )
        continue;
      else if (word === "and" && this.#isScale(at - 1) && SMALL.has(this.#key(at + 1))) withAnd = true;
      else break;
    }
    if (current === undefined && total === 0) return undefined;
    const value = total + (current ?? 0);
    // "one" alone is more often a pronoun.
    if (value === 1 && !SCALES.has(this.#key(at)) && this.#key(at) !== "-") return undefined;
    if (this.#isHalf(at)) return { value, to: at + 3, step: 0.5, withAnd: true };
    return { value, to: at, step: trailingStep(value), withAnd: withAnd ?? true };
  }

  #key(at: number): string {
    return this.#tokens[at]?.key ?? "";
  }

  #fits(current: number | undefined, small: number): boolean {
    if (current === undefined) return true;
    return current % 100 === 0 ? current >= 100 : small < 10 && current % 100 >= 20 && current % 10 === 0;
  }

  #isTens(at: number): boolean {
    return (SMALL.get(this.#key(at)) ?? 0) >= 20;
  }

  #isScale(at: number): boolean {
    return INNER_SCALES.has(this.#key(at));
  }

  /** "two and a half million" */
  #isHalf(at: number): boolean {
    const next = [0, 1, 2].map((k) => this.#key(at + k)).join(" ");
    return next === "and a half" && SCALES.has(this.#key(at + 3));
  }
}
