/** A place at which a text may be cut in two: the beginning of a line, and the column of what stands there. */
export interface Cut {
  readonly at: number;
  readonly column: number;
}

/** How far the entries of the first map in a text are indented, whose keys stand at the margin; 0 where none are. */
export function indentOf(text: string): number {
  const [, indent = ""] = /^( +)[\p{L}\p{N}_"']/mu.exec(text) ?? [];
  return indent.length;
}

/**
 * The first line behind an offset that stands at the margin or at the given column, and begins like a key; undefined where
 * there is none.
 */
export function nextCut(text: string, from: number, column: number): Cut | undefined {
  for (let end = text.indexOf("\n", from); end >= 0; end = text.indexOf("\n", end + 1)) {
    const at = end + 1;
    let first = at;
    while (text.charCodeAt(first) === SPACE) first++;
    const found = first - at;
    if ((found === 0 || found === column) && beginsKey(text.charCodeAt(first))) return { at, column: found };
  }
  return undefined;
}

const SPACE = 32;

/** Letters, digits and quotation marks; no sign with a meaning of its own, such as `-`, `?` or `#`. */
function beginsKey(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 34 ||
    code === 39 ||
    code === 95 ||
    (code >= 0xc0 && code < 0x2000)
  );
}

/**
 * What opens, at the beginning of a text, the map at a column, and around it the one at the margin: what comes behind it is
 * parsed as behind a cut, errors included.
 */
export function openingOf({ column }: Cut): string {
  return column === 0 ? "x:\n" : `x:\n${" ".repeat(column)}x:\n`;
}
