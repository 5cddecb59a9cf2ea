import { IGNORE_PREFIX, type IgnoreComment, parseIgnoreComment } from "../../text/ignore-comments.ts";
import { Ignores } from "../../text/ignores.ts";
import { Lines } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { endOfLine } from "./edits.ts";
import type { YamlFile, YamlNode } from "./tree.ts";

/** The ignore comments of a YAML file; undefined where there are none. Linear in the file, if there is one. */
export function ignoresOf(file: YamlFile): Ignores | undefined {
  const comments = ignoreComments(file);
  if (comments.length === 0) return undefined;
  const lines = new Lines(file.text);
  return new Ignores(comments, lines, (line) => /^\s*(?:#|$)/.test(lines.line(line)));
}

/** Where a comment must be to be about an offset: a block of text, in which none can stand, begins at its key's line. */
export function commentableAt(text: string, offset: number): number {
  const isBlock = offset > 0 && /[\n\r]/.test(text[offset - 1]!) && /\s/.test(text[offset] ?? "");
  return isBlock ? offset - 1 : offset;
}

/** In a quoted text or a block of text a `#` begins no comment. */
export function ignoreComments({ text, roots }: YamlFile): IgnoreComment[] {
  if (!text.includes(IGNORE_PREFIX)) return [];
  const scalars: Span[] = [];
  for (const root of roots) collectScalars(root, scalars);
  scalars.sort((a, b) => a.start - b.start);
  const comments: IgnoreComment[] = [];
  const mark = /(?<!\S)#/g;
  let at = 0;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    while (at < scalars.length && scalars[at]!.end <= match.index) at++;
    const scalar = scalars[at];
    if (scalar !== undefined && scalar.start <= match.index) {
      mark.lastIndex = scalar.end;
      continue;
    }
    mark.lastIndex = endOfLine(text, match.index);
    const words = text.slice(match.index + 1, mark.lastIndex);
    const comment = parseIgnoreComment(words, match.index + 1);
    if (comment !== undefined) comments.push(comment);
  }
  return comments;
}

function collectScalars(node: YamlNode, found: Span[]): void {
  if (node.kind === "scalar") {
    found.push(node);
    return;
  }
  if (node.kind === "list") for (const item of node.items) collectScalars(item, found);
  else {
    for (const pair of node.pairs) {
      found.push(pair);
      collectScalars(pair.value, found);
    }
  }
}
