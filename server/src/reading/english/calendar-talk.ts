import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";

/** Words of a sentence that speaks of a date as such: as a mistake, an invention, or one of another calendar. */
const TALK =
  /^(?:sic|misdated?|mistaken(?:ly)?|mistakes?|erroneous(?:ly)?|errors?|wrong(?:ly)?|misprint(?:ed|s)?|typos?|slips?|corrected|corrigendum|correction|nonexistent|exists?|existed|impossible|imaginary|invented|fictional|fiction|novels?|julian|gregorian|leap|o\.s\.|n\.s\.)$/;
const STYLES = /^(?:old|new) (?:style|calendar)$/;
const TALKING = wordClass(({ key }) => TALK.test(key));
const STYLE = wordClass(({ key }) => key === "style" || key === "calendar");

/** Whether a sentence speaks about a date rather than with it: nothing in it is held against the calendar. */
export function speaksOfDates(passage: Passage): boolean {
  if (hasClass(passage, TALKING)) return true;
  return (
    hasClass(passage, STYLE) && passage.keys.some((key, i, keys) => STYLES.test(`${key} ${keys[i + 1]}`))
  );
}

/** "31 March 2020 (a Tuesday)", "…, which was a Tuesday", "… fell on a Tuesday": between a date and its weekday. */
export const BEFORE_WEEKDAY =
  /^(?:, (?:which (?:is|was|fell on|falls on) )?an? |\( (?:an? )?|(?:is|was|fell on|falls on) an? )$/;

/** "Friday evening, 10 April", "Friday (10 April)", "Friday, 9 and Saturday, 10 April": between a weekday and its date. */
export const AFTER_WEEKDAY = /^(?:(?:morning|afternoon|evening|night) )?(?:(?:,|\() )?(?:the )?$/;

/** "Saturday and Sunday", "Saturday–Sunday". */
export const BETWEEN_WEEKDAYS = /^(?:and|to|or|through|until|-|\/|&) $/;

/** What numbers are counted by, before "31 April". */
export const NUMBERED =
  /^(?:pages?|pp?|sections?|articles?|chapters?|nos?|numbers?|items?|rooms?|volumes?|vol)$/;

/** Before a range of years that is told backwards on purpose: "back from 2020 to 1990". */
export const BACKWARDS = /^(?:back|backwards?|reverse|reversed|compared|relative|down)$/;
