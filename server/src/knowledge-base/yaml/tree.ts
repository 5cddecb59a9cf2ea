import { type Span, span } from "../../text/span.ts";
import type { Problem } from "../problems.ts";
import { finish } from "../steps.ts";
import { startOfLine } from "./edits.ts";
import { type Parse, type ParseError, parseInPieces } from "./pieces.ts";
import { brokenPassages, keysIn, passagesFrom } from "./recovery.ts";

/** A value of a YAML file with its place in the text; quotation marks and block indicators lie outside the span. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar extends Span {
  readonly kind: "scalar";
  /** The text as written, decoded: "2025-10-19", "1893", "true" are texts here; empty where nothing is written. */
  readonly text: string;
  /** Neither quoted nor a block: what YAML may take for a number, a truth value or nothing at all. */
  readonly plain: boolean;
  /** Something is written that cannot be read; a syntax problem says so. */
  readonly broken?: true;
}

export interface YamlList extends Span {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
}

export interface YamlMap extends Span {
  readonly kind: "map";
  /** In the order written; a key may occur twice. */
  readonly pairs: readonly YamlPair[];
}

/** YAML's ways to write nothing, and a text without a character; `Null` with a capital may be somebody's name. */
export function isNothing({ text, plain }: YamlScalar): boolean {
  if (text.length > 4 && text.charCodeAt(0) > 32) return false;
  return text.trim() === "" || (plain && (text === "~" || text === "null"));
}

/** The span is that of the key. */
export interface YamlPair extends Span {
  readonly key: string;
  readonly value: YamlNode;
}

export interface YamlFile {
  readonly file: string;
  readonly text: string;
  /** The top-level value of each document of the file. */
  readonly roots: readonly YamlNode[];
  readonly problems: readonly Problem[];
  /** Keys of what a syntax error took away, ids among them: they are declared, but nothing is known of them. */
  readonly lost: readonly string[];
  /** The syntax errors, each with what it took away. */
  readonly damage: readonly Damage[];
}

/** A syntax error that was noticed at an offset, and the whole lines that are lost with it. */
export interface Damage {
  readonly problem: Problem;
  readonly passage: Span;
  readonly offset: number;
  /** The text as it was parsed: without the passages of the errors before. */
  readonly before: string;
}

/** Parses of one file at most, fewer of large files; after them, what is still broken is sought entry by entry. */
const MOST_PARSES = 60;
const MOST_CHARACTERS = 40_000_000;

/**
 * The values of a YAML file with their positions; never throws. A syntax error takes away only the entry
 * that it is in. Linear in the length of the text for each of the first errors, and for all the others together.
 */
export function parseYaml(file: string, text: string): YamlFile {
  return finish(parseYamlInSteps(file, text));
}

/** The same as a generator, so that its driver can pause: of a large file as often as it can be cut. */
export function* parseYamlInSteps(file: string, text: string): Generator<undefined, YamlFile, undefined> {
  const odd = Math.max(text.indexOf("\0"), text.indexOf("\uFFFD"));
  if (odd >= 0 && isBinary(text)) {
    const start = Math.max(0, text.indexOf("\0"));
    const origin = { file, span: span(start, start + 1) };
    const message =
      "This file is not text, or is text in UTF-16: it has characters that no text in UTF-8 has.";
    const problem: Problem = { code: "unreadable-file", severity: "error", message, origin };
    return { file, text, roots: [], problems: [problem], lost: [], damage: [] };
  }
  const losses: Losses = { problems: [], lost: [], damage: [] };
  const { problems, lost, damage } = losses;
  const { roots, found } = yield* soundPart(file, text, losses);
  problems.push(...found);
  if (odd >= 0) problems.push(encodingProblem(file, odd));
  return { file, text, roots, problems, lost, damage };
}

/** Where the first character could not be decoded; the editor that saved the file can save it as UTF-8. */
function encodingProblem(file: string, start: number): Problem {
  const message =
    "This character could not be read, and maybe others: the file is not in UTF-8. Save it in that encoding.";
  return {
    code: "bad-encoding",
    severity: "warning",
    message,
    origin: { file, span: span(start, start + 1) },
  };
}

function isBinary(text: string): boolean {
  return text.includes("\0") || text.startsWith("\uFFFD\uFFFD");
}

/** What is found wrong on the way to a sound text. */
interface Losses {
  readonly problems: Problem[];
  readonly lost: string[];
  readonly damage: Damage[];
}

/** The parse of the text with its broken passages blanked. */
function* soundPart(file: string, text: string, losses: Losses): Generator<undefined, Attempt, undefined> {
  let current: Attempt = { text, passage: span(0, 0), ...(yield* parseInPieces(file, text)) };
  let parses = 1;
  while (current.error !== undefined) {
    const { error, text: before } = current;
    const passages = yield* brokenPassages(before, error.offset);
    if (parses > MOST_PARSES || parses * text.length > MOST_CHARACTERS)
      return yield* withoutBroken(file, text, current, passages[0]!.start, losses);
    let best = yield* without(file, before, passages[0]!);
    for (let i = 1; i < passages.length && best.error !== undefined; i++) {
      const attempt = yield* without(file, before, passages[i]!);
      if (kept(attempt, error.offset) > kept(best, error.offset)) best = attempt;
    }
    parses += passages.length;
    current = reach(best) <= error.offset ? yield* withoutRest(file, before, passages[0]!) : best;
    lose(file, text, { passage: current.passage, before }, error, losses);
  }
  return current;
}

/** The parse of a text without the passages from an offset on that cannot be parsed even by themselves. */
function* withoutBroken(
  file: string,
  text: string,
  { text: before, error }: Attempt,
  from: number,
  losses: Losses,
): Generator<undefined, Attempt, undefined> {
  let blanked = "";
  let at = 0;
  for (const passage of yield* passagesFrom(before, from)) {
    yield;
    const lines = before.slice(passage.start, passage.end);
    const head = /^[ \t]/.test(lines) ? "entries:\n" : "";
    const own = (yield* parseInPieces(file, head + lines)).error;
    if (own === undefined) continue;
    const offset = passage.start + Math.max(0, own.offset - head.length);
    lose(file, text, { passage, before }, { ...own, offset }, losses);
    blanked += before.slice(at, passage.start) + blank(lines);
    at = passage.end;
  }
  const sound = blanked + before.slice(at);
  const attempt = { text: sound, passage: span(0, 0), ...(yield* parseInPieces(file, sound)) };
  if (attempt.error === undefined) return attempt;
  const rest = yield* withoutRest(file, sound, span(from, text.length));
  lose(file, text, { passage: rest.passage, before }, error ?? attempt.error, losses);
  return rest;
}

function lose(
  file: string,
  text: string,
  { passage, before }: Pick<Damage, "passage" | "before">,
  error: ParseError,
  { problems, lost, damage }: Losses,
): void {
  const problem = syntaxProblem(file, text, passage, error);
  damage.push({ problem, passage, offset: error.offset, before });
  problems.push(problem);
  for (const key of keysIn(text, passage)) lost.push(key);
}

/** A parse of the text with some passage blanked. */
interface Attempt extends Parse {
  readonly text: string;
  readonly passage: Span;
}

/** How much of the text can be read up to the next error, if an attempt gets beyond the last one at all. */
function kept(attempt: Attempt, offset: number): number {
  const lost = attempt.passage.end - attempt.passage.start;
  return reach(attempt) > offset ? reach(attempt) - lost : reach(attempt) - attempt.text.length;
}

/** Up to where an attempt is sound; an error that has only moved over what was blanked is the same one still. */
function reach({ error, text, passage }: Attempt): number {
  if (error === undefined) return text.length + 1;
  const moved = error.offset >= passage.end && text.slice(passage.start, error.offset).trim() === "";
  return moved ? passage.start : error.offset;
}

/** All offsets stay as they are. */
function* without(file: string, text: string, passage: Span): Generator<undefined, Attempt, undefined> {
  const { start, end } = passage;
  const blanked = text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);
  return { text: blanked, passage, ...(yield* parseInPieces(file, blanked)) };
}

function blank(lines: string): string {
  return lines.replace(/[^\r\n]+/g, (line) => " ".repeat(line.length));
}

function* withoutRest(file: string, text: string, { start }: Span): Generator<undefined, Attempt, undefined> {
  const rest = yield* without(file, text, span(start, text.length));
  return rest.error === undefined ? rest : yield* without(file, text, span(0, text.length));
}

/** The values of a text, and the offset of its first syntax error. */
export function* parseUpToError(
  text: string,
): Generator<undefined, { readonly roots: readonly YamlNode[]; readonly error?: number }, undefined> {
  const { roots, found, error } = yield* parseInPieces("", text);
  const first = error?.offset ?? found[0]?.origin.span.start;
  return first === undefined ? { roots } : { roots, error: first };
}

/** Points to the guilty place, or to the end of the passage where the parser noticed only afterwards. */
function syntaxProblem(file: string, text: string, passage: Span, { offset, reason }: ParseError): Problem {
  let inside = Math.min(offset, passage.end);
  while (inside > 0 && /\s/.test(text[inside - 1]!)) inside--;
  const start =
    offset < passage.end && /^[ \t]*\S/.test(text.slice(offset)) ? offset : lineStart(text, inside);
  const rest = /[^\r\n]*/y;
  rest.lastIndex = start;
  const end =
    start +
    (rest
      .exec(text)?.[0]
      .replace(/\s+#.*$/, "")
      .trimEnd().length ?? 0);
  const message = `This is not YAML: ${PLAIN_REASONS.find(([key]) => reason.includes(key))?.[1] ?? reason}.`;
  return { code: "yaml-syntax", severity: "error", message, origin: { file, span: span(start, end) } };
}

function lineStart(text: string, offset: number): number {
  const start = startOfLine(text, offset);
  return start + (/^[ \t]*/.exec(text.slice(start, offset))?.[0].length ?? 0);
}

const PLAIN_REASONS: readonly (readonly [string, string])[] = [
  ["non-printable", "a character cannot be printed"],
  ["tab characters", "a tab stands where spaces should indent the line"],
  ["quoted scalar", "a quotation mark is opened and not closed"],
  ["flow collection entries", "a comma is missing in the list or map in brackets"],
  ["flow collection", "a bracket is opened and not closed"],
  ["deficient indentation", "a quotation mark or a bracket is opened and not closed"],
  [
    "bad indentation",
    "the line is indented by too many or too few spaces, or a text with `: ` needs quotation marks",
  ],
  ["multiline key", "a key lacks its colon, or a text with a colon needs quotation marks"],
  ["expected ':'", "a key lacks its colon"],
  ["whitespace character is expected after", "a space is missing after the colon"],
  ["maxDepth", "the values are nested too deeply"],
  [
    "unknown escape",
    "a backslash in double quotation marks begins no known escape; use single ones, or \\\\",
  ],
  ["end of the stream", "this line belongs to no map or list"],
];
