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
  const cells: Cell[] = [];
  for (const { index, 0: odd } of line.matchAll(NOT_PLAIN)) {
    addPlain(line, index, cells);
    addCharacters(odd, index, cells);
  }
  addPlain(line, line.length, cells);
  return cells;
}

/** What is not ASCII that can be printed, with a character on either side that may belong to it. */
const NOT_PLAIN = /[ -~]?[^ -~]+(?:[ -~][^ -~]+)*[ -~]?/g;

/** Each unit is a character, from the last cell on. */
function addPlain(line: string, to: number, cells: Cell[]): void {
  for (let at = cells.at(-1)?.end ?? 0; at < to; at++)
    cells.push({ text: line[at]!, width: 1, start: at, end: at + 1 });
}

function addCharacters(text: string, start: number, cells: Cell[]): void {
  // Made when it is first needed, for that takes longer than most lines do.
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { segment, index } of graphemes.segment(text)) {
    const shown = printable(segment);
    const at = start + index;
    cells.push({ text: shown, width: widthOf(shown), start: at, end: at + segment.length });
  }
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
