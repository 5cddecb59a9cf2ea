/** The form under which two spellings count as the same letters: NFKD without marks, lower case, plain marks. */
export function fold(text: string): string {
  if (ASCII_LOWER.test(text)) return text;
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’ʼ‘ʻ`´]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‐-―−]/gu, "-")
    .replace(/[ıøłđßæœðþ]/gu, (letter) => FOLDED[letter] ?? letter);
}

const ASCII_LOWER = /^[a-z0-9]*$/;
/** But for the grave accent, which may stand for an apostrophe. */
const ASCII = /^[\0-_a-~]*$/;
const FOLDED: Record<string, string> = {
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ð: "d",
  þ: "th",
};
