import type { Span } from "../../text/span.ts";
import { boundWords } from "./bounds.ts";
import type { Fault, KnownNumber } from "./compare.ts";
import { roundingOf } from "./compare.ts";
import { inWords } from "./number-words.ts";
import type { NumberBound, NumeralForm, Quantity } from "./quantity.ts";

/** What to write for a wrong quantity: which words, and what stands there instead, best first. */
export interface Correction {
  readonly span: Span;
  readonly instead: readonly string[];
}

/** The known number in the form in which a wrong one is written: in words or digits, with its scale, as round as it was. */
export function corrected(quantity: Quantity, known: KnownNumber, fault: Fault): Correction {
  const { bound, boundSpan, boundLeads, numeral, compound, tail = "" } = quantity;
  if (fault === "bound" && boundSpan !== undefined)
    return {
      span: boundSpan,
      instead: [cased(rightBound(quantity, known), quantity.boundCapital, boundLeads)],
    };
  const target = known.low;
  if (fault === "both" && boundSpan !== undefined && boundLeads) {
    const written = numberLike(quantity, target, "exact");
    const words = boundWords(known.bound === "exact" ? "exact" : known.bound);
    const instead = [`${words} ${written.text}`.trim()];
    return {
      span: { start: boundSpan.start, end: written.scale === "all" ? quantity.scaled.end : numeral.end },
      instead: instead.map((text) => cased(text, quantity.boundCapital, true)),
    };
  }
  const written =
    quantity.high === undefined && !quantity.vague
      ? numberLike(quantity, target, bound)
      : rangeLike(quantity, known);
  if (compound !== undefined) return { span: compound, instead: [written.text + tail] };
  const sign = target < 0 && quantity.value > 0 ? "minus " : "";
  return { span: written.scale === "all" ? quantity.scaled : numeral, instead: [sign + written.text] };
}

/** The bound that fits: the number itself stays. */
function rightBound({ value, bound }: Quantity, known: KnownNumber): string {
  if (known.bound !== "exact" && known.bound !== "about") return boundWords(known.bound);
  if (known.low < value)
    return boundWords(bound === "lessThan" || bound === "atMost" ? "lessThan" : "nearly");
  return boundWords(known.low > value ? "moreThan" : "exact");
}

function cased(text: string, capital: boolean, leads: boolean): string {
  return capital && leads ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

interface Written {
  readonly text: string;
  /** Whether the scale is written anew as well. */
  readonly scale: "kept" | "all";
}

/** A number as round as the one that it replaces, under the same bound: what is "over" is cut, what is "nearly" rounded up. */
function numberLike({ form, step, value }: Quantity, target: number, bound: NumberBound): Written {
  const size = Math.abs(target);
  const scale = form.scale;
  const mantissa = size / scale;
  const fits = scale === 1 || (mantissa >= 1 && mantissa < 1000 * 100);
  if (!fits) return { text: plain(size, { ...form, scale: 1 }), scale: "all" };
  const up = bound === "nearly" || bound === "lessThan" || bound === "atMost";
  const down = bound === "justOver" || bound === "moreThan" || bound === "atLeast";
  const round = up ? Math.ceil : down ? Math.floor : Math.round;
  // As round as before, if that still tells the known number; else to the digit.
  // Digits without a word that rounds them are exact.
  const isExact = bound === "exact" && form.style === "digits" && scale === 1 && form.decimals === 0;
  // "About 48,000" for 4,800: as many digits that count as before.
  const isShort = size < Math.abs(value) / 5 && (target / (step / 10)) % 1 === 0 && bound === "about";
  for (const by of isExact ? [] : isShort ? [step / 10] : [step, step / 10, step / 100]) {
    const rounded = round(size / by + (up ? -1e-9 : down ? 1e-9 : 0)) * by;
    const isRound = Math.abs(rounded - size) <= roundingOf(size, by) + 1e-9;
    const loose = (up || down) && Math.abs(rounded - size) <= size * 0.15;
    const isNew = Math.abs(rounded - Math.abs(value)) > 1e-9 * size;
    if (rounded > 0 && isNew && (isRound || loose))
      return { text: plain(rounded / scale, form), scale: "kept" };
  }
  return { text: plain(mantissa, form), scale: "kept" };
}

function rangeLike({ form, vague }: Quantity, known: KnownNumber): Written {
  if (vague || known.low === known.high) {
    const one = numberLike({ form, step: 1, value: -1 } as Quantity, known.low, "exact");
    return { text: one.text + (one.scale === "kept" && !vague ? form.scaleText : ""), scale: "all" };
  }
  const ends = [known.low, known.high].map((end) => plain(end / form.scale, form));
  return { text: ends.join(form.style === "digits" ? "–" : " to ") + form.scaleText, scale: "all" };
}

/** A number in words or digits as the form has it; what has no words is written in digits. */
function plain(value: number, { style, group, withAnd, capital }: NumeralForm): string {
  const words = style === "words" ? inWords(Math.round(value * 1e6) / 1e6, withAnd) : undefined;
  if (words !== undefined) return cased(words, capital, true);
  const digits = value.toFixed(decimalsOf(value));
  const [whole = "", fraction] = digits.split(".");
  const separator = group === "" && whole.length > 4 ? "," : group;
  const grouped =
    separator === "" ? whole : separator === "lakh" ? inLakhs(whole) : inThousands(whole, separator);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < 4; decimals++)
    if (Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) < 1e-6) return decimals;
  return 4;
}

function inThousands(whole: string, separator: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
}

function inLakhs(whole: string): string {
  return whole.length <= 3
    ? whole
    : `${whole.slice(0, -3).replace(/\B(?=(?:\d{2})+$)/g, ",")},${whole.slice(-3)}`;
}
