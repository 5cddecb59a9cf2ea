import { type Span, span } from "../../text/span.ts";
import type { Problem } from "../problems.ts";
import type { YamlNode, YamlScalar } from "./tree.ts";

// What is wrong with a file that the parser takes: signs of the language's own, mostly such as nobody meant.

/** The file that they are in. */
interface Source {
  readonly file: string;
  readonly text: string;
}

const NOT_YAML = "This is not YAML:";

/** A tag before a value, or what seems to be one. */
export function tagProblem(source: Source, scalar: YamlScalar, start: number): Problem {
  const at = span(start, scalar.end);
  const message = "A text that begins with `!` needs quotation marks.";
  // One word alone may as well be a word with a sign too much.
  const isText = scalar.plain && /\s/.test(source.text.slice(at.start, at.end));
  return problemAt(source, at, message, isText ? at : undefined);
}

/** An anchor that no alias refers to; undefined where nobody can have meant anything else. */
export function unusedProblem(source: Source, node: YamlNode, at: Span): Problem | undefined {
  if (node.kind !== "scalar" || !node.plain || node.broken === true) return undefined;
  const message = `Nothing refers to \`${source.text.slice(at.start, at.end)}\`; a text that begins with \`&\` needs quotation marks.`;
  // Of a mark that stands alone, it may be the sign that is too much.
  const text = node.end > node.start ? span(at.start, node.end) : undefined;
  return { ...problemAt(source, at, message, text), severity: "warning" };
}

/** An alias of nothing, or of too much. */
export function aliasProblem(source: Source, at: Span, isOfNothing: boolean): Problem {
  const what = isOfNothing
    ? "no value before it is marked with this anchor; a text that begins with `*` needs quotation marks."
    : "too many aliases.";
  return problemAt(source, at, `${NOT_YAML} ${what}`);
}

export function keyProblem(source: Source, key: YamlNode): Problem {
  return problemAt(source, key, `${NOT_YAML} a key must be a single word or text.`);
}

/** With the way out to quote what is meant as a text. */
function problemAt(source: Source, { start, end }: Span, message: string, text?: Span): Problem {
  const origin = { file: source.file, span: span(start, end) };
  const problem: Problem = { code: "yaml-syntax", severity: "error", message, origin };
  if (text === undefined) return problem;
  const newText = JSON.stringify(source.text.slice(text.start, text.end).replace(/\s+/g, " "));
  return {
    ...problem,
    fix: { title: "Put the text into quotation marks", edits: [{ span: text, newText }], unsafe: true },
  };
}
