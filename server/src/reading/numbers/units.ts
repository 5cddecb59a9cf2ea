import { SCALES } from "./number-words.ts";
import type { Unit } from "./quantity.ts";

const PERCENT: Unit = { kind: "percent", base: "%", factor: 1 };
const POINT: Unit = { kind: "point", base: "point", factor: 1 };
export const NO_UNIT: Unit = { kind: "none", base: "", factor: 1 };

/** Units that are converted: base = factor × unit, by unit in the singular. */
const MEASURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  metre: {
    "metre meter m": 1,
    "kilometre kilometer km": 1000,
    "centimetre centimeter cm": 0.01,
    "millimetre millimeter mm": 0.001,
    mile: 1609.344,
    "foot feet ft": 0.3048,
    yard: 0.9144,
    "inch inches": 0.0254,
    "nautical-mile": 1852,
  },
  year: { "year yr": 1, decade: 10, "century centuries": 100, month: 1 / 12 },
  day: { day: 1, week: 7, fortnight: 14, hour: 1 / 24, minute: 1 / 1440, second: 1 / 86_400 },
  kilogram: {
    "kilogram kilo kg": 1,
    "gram gramme g": 0.001,
    "milligram mg": 1e-6,
    "tonne ton metric-ton t": 1000,
    ounce: 0.0283495,
  },
  "square-metre": {
    "square-metre square-meter sqm": 1,
    "square-kilometre square-kilometer": 1e6,
    "hectare ha": 1e4,
    acre: 4046.86,
    "square-mile": 2.59e6,
  },
  litre: { "litre liter": 1, "millilitre milliliter ml": 0.001, "hectolitre hectoliter": 100, gallon: 3.785 },
  "degree-celsius": { "degree-celsius degree-centigrade": 1 },
  "degree-fahrenheit": { "degree-fahrenheit": 1 },
  degree: { degree: 1 },
  watt: { "watt w": 1, "kilowatt kw": 1e3, "megawatt mw": 1e6, "gigawatt gw": 1e9, "terawatt tw": 1e12 },
  "watt-hour": {
    "kilowatt-hour kwh": 1e3,
    "megawatt-hour mwh": 1e6,
    "gigawatt-hour gwh": 1e9,
    "terawatt-hour twh": 1e12,
  },
};

const CURRENCIES: Readonly<Record<string, string>> = {
  dollar: "USD AUD CAD NZD SGD HKD TWD",
  euro: "EUR",
  pound: "GBP EGP LBP SYP",
  yen: "JPY",
  yuan: "CNY RMB",
  rupee: "INR PKR LKR NPR",
  rouble: "RUB BYN",
  franc: "CHF XAF XOF",
  krona: "SEK ISK",
  krone: "DKK NOK",
  zloty: "PLN",
  lira: "TRY",
  real: "BRL",
  rand: "ZAR",
  won: "KRW KPW",
  peso: "MXN ARS CLP COP PHP",
  dirham: "AED MAD",
  dinar: "KWD IQD JOD DZD TND RSD",
  riyal: "SAR QAR",
  shekel: "ILS",
  baht: "THB",
  ringgit: "MYR",
  rupiah: "IDR",
  forint: "HUF",
  afghani: "AFN",
  hryvnia: "UAH",
  shilling: "KES TZS UGX",
  naira: "NGN",
};

/** Marks of currencies; "$" may be any dollar. */
const SYMBOLS: Readonly<Record<string, string>> = {
  $: "dollar",
  "€": "euro",
  "£": "pound",
  "¥": "yen",
  "₹": "rupee",
  "₽": "rouble",
  "₩": "won",
  "₪": "shekel",
  "₺": "lira",
  "฿": "baht",
  rs: "rupee",
};
/** "US$": which dollar. */
const PREFIXES: Readonly<Record<string, string>> = {
  us: "USD",
  a: "AUD",
  c: "CAD",
  nz: "NZD",
  hk: "HKD",
  s: "SGD",
};

const measures = new Map<string, Unit>();
for (const [base, units] of Object.entries(MEASURES))
  for (const [names, factor] of Object.entries(units))
    for (const name of names.split(" ")) measures.set(name, { kind: "measure", base, factor });
const codes = new Map<string, Unit>();
for (const [base, list] of Object.entries(CURRENCIES))
  for (const code of list.split(" "))
    codes.set(code.toLowerCase(), { kind: "currency", base, code, factor: 1 });

/** The singular of a folded noun, by its ending; irregular ones that are often counted are listed. */
export function singular(key: string): string {
  const irregular = IRREGULAR[key];
  if (irregular !== undefined) return irregular;
  if (/(?:ss|us|is)$/.test(key) || key.length < 4) return key;
  if (key.endsWith("ies") && key.length > 4) return `${key.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(key)) return key.slice(0, -2);
  return key.endsWith("s") ? key.slice(0, -1) : key;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  people: "person",
  persons: "person",
  men: "man",
  women: "woman",
  children: "child",
  lives: "life",
  feet: "foot",
  centuries: "century",
  crises: "crisis",
  wives: "wife",
  wolves: "wolf",
  km: "km",
};

/** The currency whose mark or code stands at a token, and how many tokens it takes: "$", "US$", "EUR", "Rs.". */
export function currencyAt(keys: readonly string[], at: number): { unit: Unit; length: number } | undefined {
  const key = keys[at] ?? "";
  const code = codes.get(key);
  if (code !== undefined) return { unit: code, length: 1 };
  const symbol = SYMBOLS[key];
  if (symbol !== undefined)
    return {
      unit: { kind: "currency", base: symbol, factor: 1 },
      length: key === "rs" && keys[at + 1] === "." ? 2 : 1,
    };
  const prefix = PREFIXES[key];
  if (prefix !== undefined && keys[at + 1] === "$")
    return { unit: { kind: "currency", base: "dollar", code: prefix, factor: 1 }, length: 2 };
  return undefined;
}

/**
 * The unit of measurement or currency that stands at a token ("per cent", "nautical miles", "US dollars"), and how many
 * tokens it takes; undefined for any other noun.
 */
export function unitAt(keys: readonly string[], at: number): { unit: Unit; length: number } | undefined {
  const key = keys[at] ?? "";
  if (key === "%" || key === "percent" || key === "pc" || key === "pct") return { unit: PERCENT, length: 1 };
  if (key === "per" && keys[at + 1] === "cent") return { unit: PERCENT, length: 2 };
  if (key === "percentage" && /^points?$/.test(keys[at + 1] ?? "")) return { unit: POINT, length: 2 };
  if (key === "°")
    return { unit: measures.get(keys[at + 1] === "f" ? "degree-fahrenheit" : "degree-celsius")!, length: 2 };
  const pair = measures.get(`${singular(key)}-${singular(keys[at + 1] ?? "")}`);
  if (pair !== undefined) return { unit: pair, length: 2 };
  const one = measures.get(singular(key)) ?? measures.get(key);
  if (one !== undefined) return { unit: one, length: 1 };
  const which = /^(?:us|american|canadian|australian)$/.test(key) ? 1 : 0;
  const money = singular(keys[at + which] ?? "");
  if (Object.hasOwn(CURRENCIES, money))
    return { unit: { kind: "currency", base: money, factor: 1 }, length: 1 + which };
  return currencyAt(keys, at);
}

/** The unit of a known figure, as its knowledge base writes it: "percent", "EUR", "nautical mile", "vote". */
export function unitNamed(keys: readonly string[]): Unit {
  // "million crowns", "thousand": the known number is written without its scale.
  const scale = SCALES.get(singular(keys[0] ?? ""));
  if (scale !== undefined) {
    const rest = unitNamed(keys[1] === "of" ? keys.slice(2) : keys.slice(1));
    return { ...rest, factor: rest.factor * scale };
  }
  const found = unitAt(keys, 0);
  if (found !== undefined && found.length >= keys.length) return found.unit;
  return keys.length === 0 ? NO_UNIT : { kind: "noun", base: singular(keys.at(-1)!), factor: 1 };
}

/** Whether two units measure the same, so that their numbers can be compared. */
export function isSameUnit(a: Unit, b: Unit): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === "currency") return a.base === b.base && (!a.code || !b.code || a.code === b.code);
  if (a.base === b.base) return true;
  return a.kind === "measure" && a.base.startsWith("degree") && (a.base === "degree" || b.base === "degree");
}
