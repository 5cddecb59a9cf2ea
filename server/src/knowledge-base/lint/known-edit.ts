import { IGNORE_PREFIX } from "../../text/ignore-comments.ts";
import { type Span, span } from "../../text/span.ts";
import type { Problem, ProblemFix } from "../problems.ts";
import { commentableAt } from "../yaml/comments.ts";
import { newlineOf, startOfLine } from "../yaml/edits.ts";
import type { YamlFile, YamlNode } from "../yaml/tree.ts";
import { LINT_RULES } from "./index.ts";

/**
 * Writes above a problem's line that it is known; undefined for an error of the format, which cannot be, and where no
 * comment can stand.
 */
export function knownEdit({ code, origin }: Problem, { text, roots }: YamlFile): ProblemFix | undefined {
  if (code === "unused-ignore" || !LINT_RULES.some(({ id }) => id === code)) return undefined;
  const at = commentableAt(text, origin.span.start);
  const start = Math.max(startOfLine(text, at), text.startsWith("\uFEFF") ? 1 : 0);
  if (roots.some((root) => isInsideText(root, start, text))) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(start, at))![0];
  const comment = `${indent}# ${IGNORE_PREFIX}disable-next-line ${code}${newlineOf(text)}`;
  return {
    title: "Say in a comment that this is known",
    edits: [{ span: span(start, start), newText: comment }],
    unsafe: true,
  };
}

/** Whether an offset is inside a text of several lines, its closing quotation mark included. */
function isInsideText(node: YamlNode, at: number, text: string): boolean {
  if (node.kind === "list") return node.items.some((item) => isInsideText(item, at, text));
  if (node.kind === "map")
    return node.pairs.some((pair) => isIn(pair, at) || isInsideText(pair.value, at, text));
  return isIn(node, at) || (at === node.end && !node.plain && /["']/.test(text[at] ?? ""));
}

function isIn({ start, end }: Span, at: number): boolean {
  return start < at && at < end;
}
