import { type Span, span } from "../../text/span.ts";
import { FORMAT_KEYS } from "../format/schema.ts";
import type { ProblemFix } from "../problems.ts";
import { endOfLine, startOfLine, type TextEdit } from "./edits.ts";
import { yamlText } from "./text.ts";

/** Lines of a passage that are looked at. */
const MOST_LINES = 12;

/**
 * What might mend a syntax error that was noticed at an offset and lies in a passage (whole lines, mostly one entry):
 * the usual repairs, tried from the offset outwards. Whether one does, only a parse can tell.
 */
export function* repairsOf(text: string, passage: Span, offset: number): Generator<ProblemFix> {
  const lines = linesOf(text, passage);
  for (const edits of spacesForTabs(lines)) yield { title: "Indent by spaces", edits, unsafe: true };
  for (const line of nearest(lines, startOfLine(text, Math.min(offset, passage.end)))) {
    for (const { title, unsafe, edits } of REPAIRS) {
      for (const edit of edits(line, lines)) yield { title, edits: [edit], ...(unsafe && { unsafe }) };
    }
  }
}

/** A line without its break. */
interface Line extends Span {
  readonly indent: string;
  /** What is on it behind the indentation and the dashes of items. */
  readonly content: string;
  /** Where that begins. */
  readonly at: number;
}

/** The lines of a passage that hold anything but comments. */
function linesOf(text: string, passage: Span): Line[] {
  const lines: Line[] = [];
  for (let at = passage.start; at < passage.end; ) {
    const end = endOfLine(text, at);
    const whole = text.slice(at, end);
    const [head = "", indent = ""] = /^([ \t]*)(?:-[ \t]+)*/.exec(whole) ?? [];
    const content = whole.slice(head.length).trimEnd();
    if (content !== "" && !content.startsWith("#")) {
      lines.push({ ...span(at, at + whole.trimEnd().length), indent, content, at: at + head.length });
    }
    at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
  return lines;
}

/** What is noticed late has its cause before it. */
function nearest(lines: readonly Line[], here: number): Line[] {
  const distance = (line: Line) => Math.abs(line.start - here) * (line.start > here ? 4 : 1);
  return [...lines].sort((a, b) => distance(a) - distance(b)).slice(0, MOST_LINES);
}

interface Repair {
  readonly title: string;
  /** Where it could also be mended in another way. */
  readonly unsafe?: true;
  /** Edits that might mend one of the lines, each by itself. */
  readonly edits: (line: Line, lines: readonly Line[]) => readonly TextEdit[];
}

const REPAIRS: readonly Repair[] = [
  { title: "Remove what cannot be printed", edits: dropUnprintable, unsafe: true },
  { title: "Write a space after the colon", edits: spaceAfterColon },
  { title: "Write a colon after the key", edits: colonAfterKey },
  { title: "Close the bracket", edits: closeBracket, unsafe: true },
  { title: "Remove the bracket", edits: dropBracket, unsafe: true },
  { title: "Close the quotation mark", edits: closeQuote, unsafe: true },
  { title: "Write the backslash twice", edits: doubleBackslash },
  { title: "Write a comma between them", edits: missingComma },
  { title: "Put the text into quotation marks", edits: quoteText },
  { title: "Indent the line like the others", edits: indentAlike, unsafe: true },
];

function put(at: number, newText: string): TextEdit {
  return { span: span(at, at), newText };
}

function replace(start: number, end: number, newText: string): TextEdit {
  return { span: span(start, end), newText };
}

/** For all lines alike, as deep as makes sense. */
function spacesForTabs(lines: readonly Line[]): TextEdit[][] {
  const tabbed = lines.filter(({ indent }) => indent.includes("\t"));
  if (tabbed.length === 0) return [];
  return [4, 2, 8, 0].map((width) =>
    tabbed.map(({ start, indent }) => {
      return replace(start, start + indent.length, indent.replaceAll("\t", " ".repeat(width)));
    }),
  );
}

function dropUnprintable({ content, at }: Line): TextEdit[] {
  const odd = content.search(/[^\t\n\r -~\x85\xA0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  return odd < 0 ? [] : [replace(at + odd, at + odd + 1, "")];
}

function spaceAfterColon({ content, at }: Line): TextEdit[] {
  return Array.from(content.matchAll(/(?<=^|[{,]\s*)(\w+):(?=[^\s:/])/g))
    .filter(([, key]) => FORMAT_KEYS.has(key!))
    .map((match) => put(at + match.index + match[0].length, " "));
}

function colonAfterKey({ content, at }: Line): TextEdit[] {
  const match = /^(\w+)(\s*=\s*|\s+)\S/.exec(content) ?? /^(\w+)()$/.exec(content);
  if (match === null || !FORMAT_KEYS.has(match[1]!)) return [];
  const [, key, gap] = match as unknown as [string, string, string];
  return [replace(at + key.length, at + key.length + gap.length, gap === "" ? ":" : ": ")];
}

function closeBracket({ content, at }: Line): TextEdit[] {
  const open: string[] = [];
  for (const { 0: sign, index } of bare(content).matchAll(/[[\]{}]/g)) {
    const due = open.at(-1);
    if (sign === "[") open.push("]");
    else if (sign === "{") open.push(" }");
    else if (due?.trim() === sign) open.pop();
    else if (due !== undefined) return [put(at + content.slice(0, index).trimEnd().length, due)];
  }
  const end = at + withoutComment(content).length;
  return open.length === 0 ? [] : [put(end, open.reverse().join(""))];
}

function withoutComment(content: string): string {
  return content.replace(/\s+#.*$/, "");
}

function dropBracket({ content, at }: Line): TextEdit[] {
  const depth = { "]": 0, "}": 0 };
  for (const { 0: sign, index } of bare(content).matchAll(/[[\]{}]/g)) {
    if (sign === "[") depth["]"]++;
    else if (sign === "{") depth["}"]++;
    else if (--depth[sign as "]" | "}"] < 0) return [replace(at + index, at + index + 1, "")];
  }
  return [];
}

/** The line with what stands in quotation marks blanked. */
function bare(content: string): string {
  return content.replace(/"(?:[^"\\]|\\.)*"|(?<=^|[\s[{,:])'(?:[^']|'')*'/g, (quoted) =>
    " ".repeat(quoted.length),
  );
}

function closeQuote({ content, at }: Line): TextEdit[] {
  const mark = /^(?:[^"']|(?<=\w)')*?(?:^|[\s[{,:])(["'])/.exec(content)?.[1];
  if (mark === undefined || bare(content).includes(mark) === false) return [];
  const ends = [content.length, ...Array.from(content.matchAll(/\s*[\]},]/g), ({ index }) => index)];
  return [...new Set(ends)].sort((a, b) => b - a).map((end) => put(at + end, mark));
}

function doubleBackslash({ content, at }: Line): TextEdit[] {
  const mended = content.replace(/\\(?!["\\/abefnrtv0_NLP ]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})/gi, "\\\\");
  const all = content.replace(/\\(?!")/g, "\\\\");
  return [mended, all]
    .filter((each) => each !== content)
    .map((each) => replace(at, at + content.length, each));
}

function missingComma({ content, at }: Line): TextEdit[] {
  const gaps = Array.from(content.matchAll(/(?<=[^\s,[{:])\s+(?=(\w+):(?:\s|$)|["'])/g))
    .filter(([, key]) => key === undefined || FORMAT_KEYS.has(key))
    .map(({ index }) => put(at + index, ","));
  return bare(content).search(/[[{]/) < 0 ? [] : gaps;
}

/** A value with a colon, a sign that means something, or quotation marks inside it. */
function quoteText({ content, at }: Line): TextEdit[] {
  const edits: TextEdit[] = [];
  const plain = /^(?:(?:"[^"]*"|[\w-]+):\s+)?/.exec(content)![0].length;
  const value = withoutComment(content.slice(plain));
  if (value !== "" && !/^[[{]/.test(value)) {
    const text = /^'.*'$/.test(value) || /^".*"$/.test(value) ? value.slice(1, -1) : value;
    edits.push(replace(at + plain, at + plain + value.length, quoted(text)));
  }
  for (const match of content.matchAll(/(?<=[{,]\s*)(\w+):\s+([^"'[\]{}]+?)(?=\s*(?:,\s*\w+:\s|\}))/g)) {
    const [whole, key, text] = match as unknown as [string, string, string];
    const start = at + match.index + whole.length - text.length;
    if (FORMAT_KEYS.has(key)) edits.push(replace(start, start + text.length, quoted(text)));
  }
  return edits;
}

function quoted(text: string): string {
  const safe = yamlText(text);
  return safe === text ? JSON.stringify(text) : safe;
}

/** As another line of the entry is, the nearest such place first. */
function indentAlike({ start, indent }: Line, lines: readonly Line[]): TextEdit[] {
  const [first] = lines;
  if (first === undefined || start === first.start) return [];
  const own = indent.length;
  const others = new Set(lines.map((line) => line.indent.length));
  const near = [...others].filter((other) => other !== own && Math.abs(other - own) <= 3);
  return near
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own))
    .map((other) => replace(start, start + own, " ".repeat(other)));
}
