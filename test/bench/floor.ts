/** The least that any reader of words must do: a plain loop over the characters that hashes words. */
export function hashOfWords(text: string): number {
  let hash = 0;
  let all = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 64) hash = Math.imul(hash ^ code, 0x01000193);
    else {
      all ^= hash;
      hash = 0;
    }
  }
  return all ^ hash;
}

export function wordsIn(text: string): number {
  let words = 0;
  for (const _ of text.matchAll(/\S+/g)) words++;
  return words;
}
