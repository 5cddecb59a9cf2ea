import type { Verdict } from "../../reading/reading.ts";

/** The verdicts in the order in which a reader wants them. */
export const VERDICTS: readonly Verdict[] = ["contradicted", "unverified", "supported"];

/** Each verdict by a word and by a shape, so that no colour has to tell it. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  contradicted: "Contradicted",
  unverified: "Unverified",
  supported: "Supported",
};

/** A verdict's sign for pages: a cross in a diamond, a question mark in a ring, a tick in a disc. */
export function verdictIcon(verdict: Verdict): string {
  return `<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${SHAPES[verdict]}</svg>`;
}

const SHAPES: Readonly<Record<Verdict, string>> = {
  contradicted:
    '<path class="fill" d="M8 .6 15.4 8 8 15.4.6 8Z"/><path class="mark" d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8"/>',
  unverified:
    '<circle class="ring" cx="8" cy="8" r="6.5"/><path class="ring" d="M6 6.3c0-1.2.9-2 2-2s2 .8 2 1.8c0 1.6-2 1.5-2 3.1m0 2.3v.1"/>',
  supported: '<circle class="fill" cx="8" cy="8" r="7.2"/><path class="mark" d="m4.9 8.3 2.2 2.2 4.1-4.6"/>',
};
