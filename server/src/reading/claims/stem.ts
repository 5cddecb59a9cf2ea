import { remembered } from "../../text/remembered.ts";

/** What the forms of a word and of those made from it share: "refuse", "refused" and "refusal" (a light Porter 1980). */
export const stemOf = remembered((key: string): string => {
  const bare = key.replace(ENDING, "");
  if (bare.length < 3) return key;
  return bare.replace(/([bdfgklmnprt])\1$/, "$1");
});

const ENDING =
  /(?:(?<=\w{3})(?:izations?|isations?|ations?|itions?|ions?|ments?|ances?|ences?|als?|ings?|ied|ies|ed|es|ers?|ors?|ly|s|e|y))$/;
