import { fold } from "../../text/tokens.ts";

/** What a country is called in English. */
export interface CountryNames {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly abbreviations: readonly string[];
}

/**
 * The English names of a country by its ISO 3166-1 code of two letters, or of four for one that is no more (ISO 3166-3,
 * as FollowTheMoney has them). Undefined for codes of anything else: unions of states, regions, nowhere.
 */
export function countryNames(code: string): CountryNames | undefined {
  const key = code.toLowerCase();
  if (Object.hasOwn(NAMED_HERE, key)) {
    const [name, ...aliases] = NAMED_HERE[key]!;
    return { name: name!, aliases, abbreviations: [] };
  }
  if (!isCurrent(key.toUpperCase())) return undefined;
  const long = LONG().of(key.toUpperCase());
  if (long === undefined) return undefined;
  const short = SHORT().of(key.toUpperCase())!;
  const [name, ...aliases] = plainNames(long, short);
  const isAbbreviation = (form: string) => /^\p{Lu}+$/u.test(form);
  return {
    name: name!,
    aliases: aliases.filter((form) => !isAbbreviation(form)),
    abbreviations: aliases.filter(isAbbreviation),
  };
}

/** The code of the country that one of the names is known for, the first that is; in small letters. */
export function countryCode(names: Iterable<string>): string | undefined {
  codes ??= codesByName();
  for (const name of names) {
    const code = codes.get(comparable(name));
    if (code !== undefined) return code;
  }
  return undefined;
}

/** "Myanmar (Burma)" is two names, "Bosnia & Herzegovina" is written out; the short form counts too. */
function plainNames(long: string, short: string): string[] {
  const bracket = /^(.+) \((.+)\)$/.exec(long);
  const suffix = /^(.+) SAR China$/.exec(long);
  const forms = bracket !== null ? [bracket[1]!, bracket[2]!] : suffix !== null ? [suffix[1]!] : [long];
  return [...new Set([...forms, short].map((form) => form.replaceAll(" & ", " and ")))];
}

let codes: Map<string, string> | undefined;

function codesByName(): Map<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, code: string) => {
    if (!found.has(comparable(name))) found.set(comparable(name), code);
  };
  for (const code of allCodes()) {
    const names = countryNames(code);
    if (names === undefined) continue;
    for (const name of [names.name, ...names.aliases]) add(name, code);
  }
  for (const [code, names] of Object.entries(ALSO)) for (const name of names) add(name, code);
  return found;
}

function* allCodes(): Generator<string> {
  for (let a = 97; a <= 122; a++) for (let b = 97; b <= 122; b++) yield String.fromCharCode(a, b);
}

function comparable(name: string): string {
  return fold(name)
    .replace(/\bsaint\b/g, "st")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "");
}

let long: Intl.DisplayNames | undefined;
let short: Intl.DisplayNames | undefined;
const LONG = () => (long ??= new Intl.DisplayNames("en", { type: "region", fallback: "none" }));
const SHORT = () =>
  (short ??= new Intl.DisplayNames("en", { type: "region", style: "short", fallback: "none" }));

/** Two letters that stand for themselves: withdrawn codes are put into those that followed. */
function isCurrent(code: string): boolean {
  return (
    /^[A-Z]{2}$/.test(code) &&
    !NO_COUNTRY.has(code) &&
    new Intl.Locale(`und-${code}`).maximize().region === code
  );
}

/** Codes of CLDR for what is no country: outlying islands, unions, tests, nowhere. */
const NO_COUNTRY = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" "));

/** Names that CLDR writes in a way that nobody else does, and countries that are no more. */
const NAMED_HERE: Readonly<Record<string, readonly string[]>> = {
  cd: ["Democratic Republic of the Congo", "DR Congo"],
  cg: ["Republic of the Congo", "Congo-Brazzaville"],
  cshh: ["Czechoslovakia"],
  csxx: ["Serbia and Montenegro"],
  dd: ["East Germany", "German Democratic Republic"],
  suhh: ["Soviet Union", "Union of Soviet Socialist Republics"],
  yucs: ["Yugoslavia"],
  zr: ["Zaire"],
};

/** Further names by which a country's code is found. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  ae: ["UAE"],
  ba: ["Bosnia"],
  ci: ["Ivory Coast"],
  cv: ["Cabo Verde"],
  cz: ["Czech Republic"],
  gb: ["Great Britain", "United Kingdom of Great Britain and Northern Ireland", "UK"],
  ir: ["Islamic Republic of Iran"],
  kp: ["Democratic People's Republic of Korea"],
  kr: ["Republic of Korea"],
  la: ["Lao People's Democratic Republic"],
  mk: ["Macedonia"],
  ps: ["State of Palestine"],
  ru: ["Russian Federation"],
  sy: ["Syrian Arab Republic"],
  sz: ["Swaziland"],
  tl: ["East Timor"],
  tr: ["Turkey", "Türkiye"],
  us: ["United States of America", "USA", "US"],
  va: ["Holy See"],
  vn: ["Viet Nam"],
};
