import type { Origin } from "../../knowledge-base/knowledge.ts";
import type { Problem, ProblemSeverity } from "../../knowledge-base/problems.ts";
import { Lines } from "../../text/lines.ts";
import { frame, placeOf } from "../frame.ts";
import type { Colours, Output } from "../output.ts";
import { printable } from "../width.ts";
import type { ProblemReport } from "./problems.ts";

/** For people: each problem with its place, the line it is in, the way out and the places that belong to it. */
export const textProblems: ProblemReport = (output) => {
  const counts: Record<ProblemSeverity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const titles: string[] = [];
  let fixed = 0;
  return {
    add(base) {
      titles.push(base.knowledge.bases[0]!.title);
      fixed += base.fixed;
      const lines = new Map([...base.texts].map(([file, text]) => [file, new Lines(text)]));
      for (const problem of base.problems) {
        counts[problem.severity]++;
        output.write(`${describe(problem, lines, output).join("\n")}\n\n`);
      }
    },
    end({ complete }) {
      if (titles.length > 0) output.write(`${summary(titles, counts, fixed, output.colours)}\n`);
      if (!complete) output.write("Not everything could be checked: see the errors above.\n");
    },
  };
};

const INDENT = "      ";

function describe(problem: Problem, lines: ReadonlyMap<string, Lines>, output: Output): string[] {
  const { code, severity, message, origin, related = [], fix } = problem;
  const { colours } = output;
  const paint = painter(severity, colours);
  return [
    `${placed(origin, lines)} ${paint(severity)} ${colours.dim(code)} ${printable(message)}`,
    ...frame(linesOf(origin, lines), origin.span, output, paint),
    ...related.map(
      (each) => `${INDENT}${colours.dim(`${placed(each.origin, lines)}:`)} ${printable(each.message)}`,
    ),
    ...(fix ? [`${INDENT}${fix.unsafe ? "→?" : "→"} ${colours.green(printable(fix.title))}`] : []),
  ];
}

function placed(origin: Origin, lines: ReadonlyMap<string, Lines>): string {
  const { line, column } = placeOf(linesOf(origin, lines), origin.span);
  return `${printable(origin.file)}:${line}:${column}`;
}

function linesOf({ file }: Origin, lines: ReadonlyMap<string, Lines>): Lines {
  return lines.get(file) ?? NOWHERE;
}

const NOWHERE = new Lines("");

function painter(severity: ProblemSeverity, colours: Colours): (text: string) => string {
  if (severity === "error") return colours.red;
  return severity === "warning" ? colours.yellow : colours.cyan;
}

const NAMES: Readonly<Record<ProblemSeverity, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  information: ["remark", "remarks"],
  hint: ["hint", "hints"],
};

function summary(
  titles: readonly string[],
  counts: Readonly<Record<ProblemSeverity, number>>,
  fixed: number,
  colours: Colours,
): string {
  const checked =
    titles.length === 1 ? `${printable(titles[0]!)} checked` : `${titles.length} knowledge bases checked`;
  const found = (Object.keys(counts) as ProblemSeverity[])
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${NAMES[severity][counts[severity] === 1 ? 0 : 1]}`);
  const mended = fixed > 0 ? `, ${fixed} mended` : "";
  return colours.bold(`${checked}: ${found.join(", ") || "no problems"}${mended}.`);
}
