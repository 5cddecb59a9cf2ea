/** A stretch in quotation marks; offsets count from the start of the prose. */
export interface Marked {
  /** With the marks. */
  readonly start: number;
  readonly end: number;
  /** What stands between them. */
  readonly from: number;
  readonly to: number;
}

/** The words of quotations within each other are the outer one's. */
const DEEPEST = 4;

/** So many letters a paragraph must have to go on with a quotation that only a later one closes. */
const SHORTEST_PARAGRAPH = 60;

/**
 * The stretches of a block's prose that stand in quotation marks, outermost only, in the order of the text: straight and
 * typographic, double and single, guillemets either way. A mark without its partner quotes nothing, unless it opens the
 * block: then the quotation goes on in the next paragraph. Linear.
 */
export function quotedStretches(prose: string): Marked[] {
  const { found, open } = scanned(prose);
  return [...found, ...goingOn(prose, open?.at, found)];
}

/** A mark that opens a quotation which is not closed yet, and the one that closes it. */
export interface OpenMark {
  readonly at: number;
  readonly close: string;
}

/** The outermost mark that is still open at the end of some prose. Linear. */
export function openMark(prose: string): OpenMark | undefined {
  return scanned(`${prose}x`).open;
}

function scanned(prose: string): { readonly found: Marked[]; readonly open: OpenMark | undefined } {
  const found: Marked[] = [];
  const open: OpenMark[] = [];
  for (let i = 0; i < prose.length; i++) {
    const c = prose[i]!;
    if (!isMark(c)) continue;
    const level = open.findLastIndex(({ close }) => close === c);
    if (level >= 0 && mayClose(prose, i, c)) {
      const { at } = open[level]!;
      open.length = level;
      if (level === 0 && i > at + 1) found.push({ start: at, end: i + 1, from: at + 1, to: i });
    } else if (open.length < DEEPEST && mayOpen(prose, i, c)) {
      open.push({ at: i, close: CLOSING[c]! });
    }
  }
  return { found, open: open[0] };
}

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "“": "”",
  "‘": "’",
  "„": "“",
  "‚": "‘",
  "«": "»",
  "‹": "›",
  "»": "«",
  "›": "‹",
  "「": "」",
};

const MARKS = new Set([...Object.keys(CLOSING), ...Object.values(CLOSING)]);

function isMark(c: string): boolean {
  return MARKS.has(c);
}

/** Of the marks that could be apostrophes, only one at the end of a word closes. */
function mayClose(prose: string, i: number, c: string): boolean {
  if (c !== "'" && c !== "’" && c !== "‘") return true;
  return !isSpace(prose[i - 1]) && !isLetter(prose[i + 1]);
}

function mayOpen(prose: string, i: number, c: string): boolean {
  if (CLOSING[c] === undefined) return false;
  const next = prose[i + 1];
  if (next === undefined || isSpace(next)) return false;
  if (c === "'") return !isLetter(prose[i - 1]) && isLetter(next) && !isElision(prose, i);
  if (c === "‘") return !isLetter(prose[i - 1]) && !isElision(prose, i);
  return c !== '"' || !isLetter(prose[i - 1]);
}

/** "'90s", "'tis". */
function isElision(prose: string, i: number): boolean {
  return /^['‘](?:\d\ds?\b|t(?:is|was)\b|em\b|til\b)/i.test(prose.slice(i, i + 6));
}

function goingOn(prose: string, at: number | undefined, found: readonly Marked[]): Marked[] {
  if (at === undefined || prose.length - at < SHORTEST_PARAGRAPH) return [];
  if (!/["“«„]/.test(prose[at]!) || isLetter(prose.slice(0, at).trim())) return [];
  const inside = found.some(({ start }) => start > at);
  return inside ? [] : [{ start: at, end: prose.length, from: at + 1, to: prose.length }];
}

function isSpace(c: string | undefined): boolean {
  return c === undefined || /\s/.test(c);
}

function isLetter(c: string | undefined): boolean {
  return c !== undefined && /[\p{L}\p{N}]/u.test(c);
}
