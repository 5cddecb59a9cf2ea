/** One character as a reader sees it. */
export interface Cell {
  /** What to print: tabs as spaces, nothing that steers a terminal. */
  readonly text: string;
  /** In columns of a terminal. */
  readonly width: number;
  /** Its place in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** The characters of a line with the columns they take: two for wide ones, none for lone combining marks. */
export function cellsOf(line: string): Cell[] {
  // Made when it is first needed, for that takes longer than most lines do.
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(graphemes.segment(line), ({ segment, index }) => {
    const text = printable(segment);
    return { text, width: widthOf(text), start: index, end: index + segment.length };
  });
}

/** A text that is safe to print: control characters and overrides of the writing direction become visible. */
export function printable(text: string): string {
  return text
    .replaceAll("\t", "  ")
    .replace(CONTROL, (c) => (c < " " ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : "\uFFFD"));
}

let graphemes: Intl.Segmenter | undefined;
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;
const INVISIBLE = /^[\p{M}\p{Cf}]+$/u;
// East Asian Wide and Fullwidth (UAX #11), as far as scripts and blocks tell.
const WIDE =
  /^(?:\p{Emoji_Presentation}|.\uFE0F|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6])/u;

function widthOf(text: string): number {
  if (text.length === 1 && text >= " " && text <= "~") return 1;
  if (INVISIBLE.test(text)) return 0;
  if (WIDE.test(text)) return 2;
  return /^ +$/.test(text) ? text.length : 1;
}
