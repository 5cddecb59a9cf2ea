import { closedMark, keyAt, type Tokens } from "./atoms.ts";
import { MONTHS } from "./words.ts";

/**
 * The index after a date of another calendar that begins at a token (its day, its year, or the month of the Gregorian
 * calendar in an Old Style date); undefined where there is none. Such dates are not converted: calendars differ by
 * country and by sighting of the moon, and what a writer converted may have been converted otherwise.
 */
export function pastOtherCalendar(tokens: Tokens, index: number): number | undefined {
  const token = tokens[index]!;
  const number = token.kind === "number" || token.kind === "ordinal";
  const named = number ? pastForeignMonth(tokens, index) : undefined;
  if (named !== undefined) return named;
  const month = number ? undefined : MONTHS.get(token.key);
  if (!number && month === undefined) return undefined;
  if (number) {
    const era = pastEraYear(tokens, index);
    if (era !== undefined) return era;
  }
  return pastOldStyle(tokens, index);
}

/** "12 Ramadan 1446", "the 15th of Mehr 1402", "Meskerem 1, 2016", "Tishrei 5784". */
function pastForeignMonth(tokens: Tokens, index: number): number | undefined {
  const of = keyAt(tokens, index + 1) === "of" ? index + 2 : index + 1;
  if (MONTHS.has(keyAt(tokens, of))) return undefined;
  const { text } = tokens[index]!;
  // Names of months are names of people too: "In 2013 Asad said".
  const month = text.length < 4 || Number(text) < 1500 ? monthName(tokens, of) : undefined;
  if (month !== undefined) return pastForeignYear(tokens, month);
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const end = monthName(tokens, at);
    if (end !== index) continue;
    // "Ramadan 2024" is the month of a common year.
    const common = text.length === 4 && isCommonYear(keyAt(tokens, at), text);
    return common ? undefined : pastForeignYear(tokens, index + 1);
  }
  return undefined;
}

function isCommonYear(month: string, year: string): boolean {
  return !SIMILAR_YEARS.has(month) && Number(year) > 1500;
}

function pastForeignYear(tokens: Tokens, index: number): number {
  const at = keyAt(tokens, index) === "," ? index + 1 : index;
  const year = tokens[at];
  const end = year?.kind === "number" && year.text.length === 4 ? at + 1 : index;
  return isEra(tokens, end, end > index ? Number(year!.text) : 0) ? end + 1 : end;
}

/** The index after the name of a month of another calendar, of one word or more. */
function monthName(tokens: Tokens, index: number): number | undefined {
  const token = tokens[index];
  if (token?.kind !== "word") return undefined;
  if (FOREIGN_MONTHS.has(token.key)) return index + 1;
  if (!FOREIGN_FIRST.has(token.key)) return undefined;
  let at = index + 1;
  while (
    at < index + 5 &&
    (keyAt(tokens, at) === "-" || keyAt(tokens, at) === "'" || FOREIGN_REST.has(keyAt(tokens, at)))
  )
    at++;
  return at > index + 1 ? at : undefined;
}

/** "1404 AH", "AH 1404", "2567 BE", "1402 SH", "1446 Hijri", "2016 E.C.". */
function pastEraYear(tokens: Tokens, index: number): number | undefined {
  const { kind, text } = tokens[index]!;
  if (kind !== "number" || text.length > 4 || text.length < 3) return undefined;
  const second =
    closedMark(tokens, index + 1, "-") || closedMark(tokens, index + 1, "/") ? index + 3 : index + 1;
  if (isEra(tokens, second, Number(text))) return second + 1;
  return keyAt(tokens, index - 1) === "ah" && isEra(tokens, index - 1, Number(text)) ? second : undefined;
}

/** Letters count in capitals only ("be" is a word), and only beside a year that their calendar has reached. */
function isEra(tokens: Tokens, index: number, year: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "word") return false;
  if (ERAS.has(token.key)) return true;
  const years = ERA_LETTERS.get(token.key);
  if (years === undefined || token.text !== token.text.toUpperCase()) return false;
  return (year >= years.from && year <= years.to) || (token.text.includes(".") && years.dotted === true);
}

/** "25 October 1917 (O.S.)", "25 October [Old Style] 1917", "O.S. 25 October 1917", "11 February 1731/32". */
function pastOldStyle(tokens: Tokens, index: number): number | undefined {
  let end = index;
  let month = false;
  for (; end < index + 5 && end < tokens.length; end++) {
    const { kind, key } = tokens[end]!;
    if (kind === "word" && MONTHS.has(key)) month = true;
    else if (kind !== "number" && kind !== "ordinal" && key !== "of" && key !== "," && key !== "the") break;
  }
  if (!month) return undefined;
  const dual = closedMark(tokens, end, "/") && tokens[end + 1]?.kind === "number";
  const second = Number(keyAt(tokens, end + 1));
  const next = Number(keyAt(tokens, end - 1)) + 1;
  if (
    dual &&
    (second === next % 100 || second === next % 10) &&
    tokens[end - 1]!.text.length === 4 &&
    end - index >= 3 &&
    tokens[end + 1]!.text.length <= 2
  )
    return end + 2;
  const open = keyAt(tokens, end) === "(" || keyAt(tokens, end) === "[" || keyAt(tokens, end) === ",";
  const after = styleAt(tokens, open ? end + 1 : end);
  if (after !== undefined) return pastYear(tokens, after);
  return styleBefore(tokens, index) ? end : undefined;
}

/** The index after words that name the Julian calendar. */
function styleAt(tokens: Tokens, index: number): number | undefined {
  const token = tokens[index];
  if (token?.kind !== "word") return undefined;
  if (token.key === "os" && token.text !== "os") return index + 1;
  if (token.key === "old" && keyAt(tokens, index + 1) === "style") return index + 2;
  for (let at = index; at < index + 6; at++) {
    const key = keyAt(tokens, at);
    if (key === "julian" && keyAt(tokens, at + 1) === "calendar") return at + 2;
    if (key === "julian" && at === index) return at + 1;
    if (!STYLE_WORDS.has(key)) return undefined;
  }
  return undefined;
}

const STYLE_WORDS: ReadonlySet<string> = new Set([
  "in",
  "by",
  "on",
  "of",
  "according",
  "to",
  "under",
  "the",
  "old",
]);

function styleBefore(tokens: Tokens, index: number): boolean {
  const the = keyAt(tokens, index - 1) === "the" ? index - 2 : index - 1;
  const key = keyAt(tokens, the);
  return (
    (key === "os" && tokens[the]!.text !== "os") ||
    (key === "style" && keyAt(tokens, the - 1) === "old") ||
    key === "julian" ||
    (key === "calendar" && keyAt(tokens, the - 1) === "julian")
  );
}

/** "] 1917" after the style. */
function pastYear(tokens: Tokens, index: number): number {
  const closed = keyAt(tokens, index) === ")" || keyAt(tokens, index) === "]" ? index + 1 : index;
  const year = tokens[closed];
  return closed > index && year?.kind === "number" && year.text.length === 4 ? closed + 1 : index;
}

const ERAS: ReadonlySet<string> = new Set("hijri hijra hegira hegirae shamsi solar-hijri".split(" "));
/** "AD" and "CE" are ours. */
const ERA_LETTERS: ReadonlyMap<string, { from: number; to: number; dotted?: boolean }> = new Map([
  ["ah", { from: 1, to: 1600 }],
  ["sh", { from: 1, to: 1600 }],
  ["ap", { from: 1, to: 1500 }],
  ["be", { from: 2300, to: 2999, dotted: true }],
  ["ec", { from: 9999, to: 0, dotted: true }],
]);

/** Years of these calendars look like our own ones. */
const SIMILAR_YEARS: ReadonlySet<string> = new Set(
  "meskerem tikimt hidar tahsas tir yekatit megabit miazia ginbot sene hamle nehase pagume thout paopi hathor koiak tobi meshir paremhat parmouti pashons paoni epip mesori".split(
    " ",
  ),
);

const FOREIGN_MONTHS: ReadonlySet<string> = new Set([
  ...SIMILAR_YEARS,
  // Islamic.
  ..."muharram safar rajab sha'ban shaban shaaban ramadan ramadhan ramazan shawwal dhulhijja".split(" "),
  // Solar Hijri, and its Afghan and Kurdish names that are no words of English.
  ..."farvardin ordibehesht khordad mordad shahrivar mehr aban azar bahman esfand hamal sawr jawza saratan asad sonbola mizan aqrab qaws jadi dalw hut".split(
    " ",
  ),
  // Hebrew.
  ..."nisan iyar sivan tammuz av elul tishrei tishri cheshvan heshvan kislev tevet shevat adar".split(" "),
  // French Republican.
  ..."vendemiaire brumaire frimaire nivose pluviose ventose germinal floreal prairial messidor thermidor fructidor".split(
    " ",
  ),
]);

/** The first words of months of more than one. */
const FOREIGN_FIRST: ReadonlySet<string> = new Set("rabi rabi' jumada jumadi dhu dhul dhi zul".split(" "));
const FOREIGN_REST: ReadonlySet<string> = new Set(
  "al ul el awwal awal thani thaniyah akhir akhira ula hijjah hijja hijjat qidah qi'dah qadah qa'dah i ii".split(
    " ",
  ),
);
