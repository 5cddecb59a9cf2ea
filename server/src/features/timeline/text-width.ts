/**
 * About how wide a text is in a sans-serif of some size, in pixels: rather too wide than too narrow. What draws in Node
 * cannot ask a font, and what draws in a browser should not have to.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += emsOf(letter);
  return ems * size * 1.04;
}

/** A text that takes no more than so many pixels, cut at its end, between two words where it can. */
export function fitted(text: string, size: number, longest: number): string {
  if (textWidth(text, size) <= longest) return text;
  const letters = [...text];
  let width = textWidth("…", size);
  let at = 0;
  while (at < letters.length && width + textWidth(letters[at]!, size) <= longest) {
    width += textWidth(letters[at]!, size);
    at++;
  }
  const cut = letters.slice(0, at).join("");
  const space = letters[at] === " " ? cut.length : cut.lastIndexOf(" ");
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

function emsOf(letter: string): number {
  if (/[iljtfrI.,:;'’|!()[\]\s-]/.test(letter)) return 0.34;
  if (/[mwMW@%…—]/.test(letter)) return 0.92;
  if (/\p{Lu}/u.test(letter)) return 0.7;
  return letter.charCodeAt(0) < 0x1100 ? 0.56 : 1.02;
}
