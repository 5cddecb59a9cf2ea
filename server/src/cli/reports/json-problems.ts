import type { Origin } from "../../knowledge-base/knowledge.ts";
import type { Problem } from "../../knowledge-base/problems.ts";
import { Lines } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import type { CheckedBase, ProblemReport } from "./problems.ts";

/**
 * One JSON object, for programs: zero-based lines and UTF-16 characters, as in the Language Server Protocol. Its form is
 * in test/cli/problems.schema.json.
 */
export const jsonProblems: ProblemReport = (output) => {
  const knowledgeBases: object[] = [];
  return {
    add: (base) => void knowledgeBases.push(baseOf(base)),
    end: () => output.write(`${JSON.stringify({ version: 1, knowledgeBases }, null, 2)}\n`),
  };
};

function baseOf({ place, knowledge, problems, texts, fixed }: CheckedBase) {
  const { title, counts } = knowledge.bases[0]!;
  const { entities, events, claims, figures } = counts;
  const lines = new Map([...texts].map(([file, text]) => [file, new Lines(text)]));
  const rangeOf = (file: string, span: Span) => {
    const at = lines.get(file) ?? NOWHERE;
    return { start: at.positionAt(span.start), end: at.positionAt(span.end) };
  };
  const placed = ({ file, span }: Origin) => ({ file, range: rangeOf(file, span) });
  return {
    path: place,
    title,
    ...{ entities, events, claims, figures, fixed },
    problems: problems.map((problem) => problemOf(problem, placed, rangeOf)),
  };
}

const NOWHERE = new Lines("");

function problemOf(
  { code, severity, message, origin, related = [], fix }: Problem,
  placed: (origin: Origin) => object,
  rangeOf: (file: string, span: Span) => object,
) {
  return {
    code,
    severity,
    message,
    ...placed(origin),
    related: related.map((each) => ({ message: each.message, ...placed(each.origin) })),
    ...(fix && {
      fix: {
        title: fix.title,
        safe: fix.unsafe !== true,
        edits: fix.edits.map(({ span, newText }) => ({ range: rangeOf(origin.file, span), newText })),
      },
    }),
  };
}
