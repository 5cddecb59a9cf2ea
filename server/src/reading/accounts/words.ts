import { speaksOfDates } from "../english/calendar-talk.ts";
import { UNSETTLED } from "../english/once.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";

/** A name's words as they are compared: without possessives and plurals. */
export function subjectKey(keys: readonly string[]): string {
  return keys
    .filter((key) => /[\p{L}\p{N}]/u.test(key) && key !== "'s")
    .map(singular)
    .join(" ");
}

export function singular(key: string): string {
  return key.length > 3 && /[^su]s$/.test(key) ? key.slice(0, -1) : key;
}

const UNSETTLING = wordClass(({ key }) => UNSETTLED.has(key));

/** Whether a sentence tells simply what was, not what was said, planned or put right. */
export function tellsSimply(passage: Passage): boolean {
  return !hasClass(passage, UNSETTLING) && !speaksOfDates(passage);
}
