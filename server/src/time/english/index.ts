import type { Language, Reader } from "../language.ts";
import { DAYS_AROUND } from "./cues.ts";
import { readDates } from "./dates.ts";
import { readDayAround, readUnit } from "./relative.ts";
import {
  CARDINALS,
  DECADE_WORDS,
  FORTNIGHTS,
  MONTHS,
  ORDINALS,
  QUARTER_CODES,
  SEASONS,
  UNITS,
  WEEKDAY_ABBREVIATIONS,
  WEEKDAYS,
  WEEKENDS,
} from "./words.ts";

const DATE_WORDS: readonly string[] = [
  ...[MONTHS, WEEKDAYS, WEEKDAY_ABBREVIATIONS, SEASONS, ORDINALS, QUARTER_CODES, DECADE_WORDS].flatMap(
    (map) => [...map.keys()],
  ),
  ...[...CARDINALS.keys()].filter((word) => CARDINALS.get(word)! >= 11 || CARDINALS.get(word)! <= 2),
  ..."southern austral ad ce latter last final".split(" "),
];

/** English, British and American. */
export const english: Language = {
  number: readDates,
  words: new Map<string, Reader>([
    ...DATE_WORDS.map((word): [string, Reader] => [word, readDates]),
    ...[...UNITS.keys(), ...FORTNIGHTS, ...WEEKENDS].map((word): [string, Reader] => [word, readUnit]),
    ...[...DAYS_AROUND.keys()].map((word): [string, Reader] => [word, readDayAround]),
  ]),
};
