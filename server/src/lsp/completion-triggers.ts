/** The marks that may begin a citation, in one format or another. */
export const MARKS = ["@", "{"];

/**
 * What brings a list without a key for it, where the editor does not ask at every letter of prose: a capital, which
 * may begin a name, the space after the word that calls for a date, and what begins a citation.
 */
export const TRIGGERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ", " ", ...MARKS];
