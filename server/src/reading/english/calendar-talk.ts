/** Words of a sentence that speaks of a date as such: as a mistake, an invention, or one of another calendar. */
const TALK =
  /^(?:sic|misdated?|mistaken(?:ly)?|mistakes?|erroneous(?:ly)?|errors?|wrong(?:ly)?|misprint(?:ed|s)?|typos?|slips?|corrected|corrigendum|correction|nonexistent|exists?|existed|impossible|imaginary|invented|fictional|fiction|novels?|julian|gregorian|leap|o\.s\.|n\.s\.)$/;
const STYLES = /^(?:old|new) (?:style|calendar)$/;

/** Whether a sentence speaks about a date rather than with it: nothing in it is held against the calendar. */
export function speaksOfDates(keys: readonly string[]): boolean {
  return keys.some((key, i) => TALK.test(key) || STYLES.test(`${key} ${keys[i + 1] ?? ""}`));
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
