/** What the forms of a word and of those made from it share: "refuse", "refused" and "refusal" (a light Porter 1980). */
export function stemOf(key: string): string {
  let stem = stems.get(key);
  if (stem === undefined) {
    if (stems.size >= MOST) stems.clear();
    stems.set(key, (stem = cut(key)));
  }
  return stem;
}

/** Of the words that were asked for last: texts repeat theirs. */
const stems = new Map<string, string>();
const MOST = 50_000;

function cut(key: string): string {
  const bare = key.replace(ENDING, "");
  if (bare.length < 3) return key;
  return bare.replace(/([bdfgklmnprt])\1$/, "$1");
}

const ENDING =
  /(?:(?<=\w{3})(?:izations?|isations?|ations?|itions?|ions?|ments?|ances?|ences?|als?|ings?|ied|ies|ed|es|ers?|ors?|ly|s|e|y))$/;
