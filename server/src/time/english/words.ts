import type { Unit } from "../time.ts";

/** English names of the calendar, by folded key. Everything here is data; the patterns are in the files beside it. */

export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...names(
    "january february march april may june july august september october november december".split(" "),
  ),
  ...names("jan feb mar apr may jun jul aug sep oct nov dec".split(" ")),
  ["sept", 9],
]);

export const MONTH_NAMES =
  "January February March April May June July August September October November December".split(" ");
export const WEEKDAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
export const SEASON_NAMES = ["spring", "summer", "autumn", "winter"];

export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  names("monday tuesday wednesday thursday friday saturday sunday".split(" ")),
);

/** Only beside a date: alone they are too often something else. */
export const WEEKDAY_ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ...names("mon tue wed thu fri sat sun".split(" ")),
  ["tues", 2],
  ["weds", 3],
  ["thur", 4],
  ["thurs", 4],
]);

/** Month names that are also words or given names: alone, they need a word before them that asks for a date. */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(
  "march april may june august jan mar jun".split(" "),
);
/** In lower case these are hardly ever months. */
export const COMMON_WORDS: ReadonlySet<string> = new Set("march may mar jan sep dec jun".split(" "));

export const SEASONS: ReadonlyMap<string, number> = new Map([
  ["spring", 21],
  ["summer", 22],
  ["autumn", 23],
  ["fall", 23],
  ["winter", 24],
]);

export const QUARTER_CODES: ReadonlyMap<string, number> = new Map([
  ["q1", 33],
  ["q2", 34],
  ["q3", 35],
  ["q4", 36],
  ["h1", 40],
  ["h2", 41],
]);

export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ["day", "day"],
  ["days", "day"],
  ["week", "week"],
  ["weeks", "week"],
  ["month", "month"],
  ["months", "month"],
  ["quarter", "quarter"],
  ["quarters", "quarter"],
  ["year", "year"],
  ["years", "year"],
  ["decade", "decade"],
  ["decades", "decade"],
  ["century", "century"],
  ["centuries", "century"],
]);

export const FORTNIGHTS: ReadonlySet<string> = new Set(["fortnight", "fortnights"]);

export const WEEKENDS: ReadonlySet<string> = new Set(["weekend", "weekends"]);

export const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...names(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
      " ",
    ),
  ),
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...names(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
      " ",
    ),
  ),
  ["twentieth", 20],
  ["thirtieth", 30],
]);

export const DECADE_WORDS: ReadonlyMap<string, number> = new Map([
  ["twenties", 20],
  ["thirties", 30],
  ["forties", 40],
  ["fifties", 50],
  ["sixties", 60],
  ["seventies", 70],
  ["eighties", 80],
  ["nineties", 90],
]);

export const BEFORE_CHRIST: ReadonlySet<string> = new Set(["bc", "bce"]);
export const ANNO_DOMINI: ReadonlySet<string> = new Set(["ad", "ce"]);

function names(list: readonly string[]): [string, number][] {
  return list.map((name, index) => [name, index + 1]);
}
