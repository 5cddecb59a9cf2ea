import type { KnowledgeFile } from "../knowledge-base/loading/load.ts";
import type { Problem } from "../knowledge-base/problems.ts";
import { Lines } from "../text/lines.ts";
import { frame, placeOf } from "./frame.ts";
import type { Output } from "./output.ts";
import type { Trouble } from "./trouble.ts";

const MOST_PROBLEMS = 20;

/** Tells what is wrong with a knowledge base: the first problems, each as file:line:column, code and message, and how many more. */
export function tellProblems(
  base: {
    readonly place: string;
    readonly files: readonly KnowledgeFile[];
    readonly problems: readonly Problem[];
  },
  trouble: Trouble,
  errors: Output,
): void {
  const { place, files, problems } = base;
  for (const { code, severity, message, origin } of problems.slice(0, MOST_PROBLEMS)) {
    const lines = new Lines(files.find(({ file }) => file === origin.file)?.text ?? "");
    const { line, column } = placeOf(lines, origin.span);
    const told = `${origin.file}:${line}:${column} ${code} ${message}`;
    const details = frame(lines, origin.span, errors);
    if (severity === "error") trouble.fail(told, details);
    else trouble.note(told, details);
  }
  const more = problems.length - MOST_PROBLEMS;
  if (more > 0) trouble.fail(`${place}: … and ${more} more problems.`);
}
