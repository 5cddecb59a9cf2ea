import { Command, Option } from "commander";
import { applyFixes } from "../../../knowledge-base/fixes.ts";
import { lintKnowledge } from "../../../knowledge-base/lint/run.ts";
import type { Problem, ProblemSeverity } from "../../../knowledge-base/problems.ts";
import { EXIT } from "../../exit-status.ts";
import type { Context } from "../../program.ts";
import { jsonProblems } from "../../reports/json-problems.ts";
import type { CheckedBase } from "../../reports/problems.ts";
import { textProblems } from "../../reports/text-problems.ts";
import { Trouble } from "../../trouble.ts";
import { reasonNotWritten, replaceFile } from "../../write-file.ts";
import { type OpenBase, openBase, openBases, PATHS_HELP, WHICH_BASES } from "./bases.ts";

const REPORTS = { text: textProblems, json: jsonProblems };
const SEVERITIES: readonly ProblemSeverity[] = ["error", "warning", "information", "hint"];

interface Options {
  readonly format: keyof typeof REPORTS;
  readonly failOn: ProblemSeverity | "never";
  readonly fix?: true;
  readonly color?: boolean;
}

/** `aide-memoire knowledge check`: reports what is wrong with knowledge bases themselves. */
export function checkKnowledgeCommand(context: Context): Command {
  return new Command("check")
    .description("report what is wrong with knowledge bases themselves")
    .argument("[paths...]", PATHS_HELP)
    .addOption(
      new Option("-f, --format <format>", "how to report").choices(Object.keys(REPORTS)).default("text"),
    )
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this severity of problem on")
        .choices([...SEVERITIES, "never"])
        .default("error"),
    )
    .option("--fix", "mend in the files what can be mended, and report the rest")
    .option("--color", "colour the report, even where it does not go to a terminal")
    .option("--no-color", "do not colour the report")
    .addHelpText("after", MORE_HELP)
    .action((paths: readonly string[], options: Options) => run(paths, options, context));
}

const MORE_HELP = `${WHICH_BASES}

Fixes:
  A line with an arrow says how a problem can be mended. --fix does so in the
  files, problem by problem until none is left that can be; comments and
  formatting around them stay. What is right only if you mean it so (→?) is left
  to you. A file is replaced in one step or not at all. The knowledge base that
  comes with Aide-Mémoire is never changed.

Exit status:
  0  no problem as grave as --fail-on says
  1  at least one such problem
  2  the run failed: a wrong option, a file that cannot be read or written; the
     reason is on standard error

Examples:
  aide-memoire knowledge check
  aide-memoire knowledge check our-region.knowledge.yaml --fail-on warning
  aide-memoire knowledge check knowledge --fix
  aide-memoire knowledge check knowledge --format json > problems.json`;

async function run(paths: readonly string[], options: Options, context: Context): Promise<void> {
  const trouble = new Trouble(context.err(options.color));
  const report = REPORTS[options.format](context.out(options.color));
  let grave = false;
  for (const opened of await openBases(paths, context, trouble)) {
    const ours = opened.place !== context.bundledKnowledge;
    const checked = options.fix && ours ? fixed(opened, trouble) : judged(opened, trouble);
    report.add(checked);
    grave ||= checked.problems.some((problem) => isGrave(problem, options.failOn));
  }
  report.end({ complete: !trouble.failed });
  context.exit(trouble.failed ? EXIT.failed : grave ? EXIT.findings : EXIT.clean);
}

/** All problems of a knowledge base, by file and by place, whoever finds them. */
function judged(base: OpenBase, trouble: Trouble): CheckedBase {
  const lint = lintKnowledge(base, (rule, error) =>
    trouble.fail(`${base.place}: the rule ${rule} broke off, please report it: ${String(error)}`),
  );
  const rank = new Map([...base.texts.keys()].map((file, i) => [file, i]));
  const rankOf = ({ origin }: Problem) => rank.get(origin.file) ?? rank.size;
  const problems = [...base.problems, ...lint].sort(
    (a, b) => rankOf(a) - rankOf(b) || a.origin.span.start - b.origin.span.start,
  );
  return { ...base, problems, fixed: 0 };
}

/** A fix can bring another problem to light, so fixing goes on while it gets anywhere, within reason. */
const MOST_ROUNDS = 10;

function fixed(opened: OpenBase, trouble: Trouble): CheckedBase {
  let checked = judged(opened, trouble);
  const changed = new Map<string, string>();
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const texts = new Map(checked.texts);
    const before = count;
    for (const [file, text] of texts) {
      const after = applyFixes(file, text, checked.problems);
      if (after.count === 0 || after.text === text || isDamaged(text)) continue;
      count += after.count;
      texts.set(file, after.text);
      changed.set(file, after.text);
    }
    if (count === before) break;
    const files = [...texts].map(([file, text]) => ({ file, text }));
    checked = judged(openBase(opened.place, files, opened.before), trouble);
  }
  for (const [file, text] of changed) {
    if (!written(file, text, trouble)) return judged(opened, trouble);
  }
  return { ...checked, fixed: count };
}

/** Bytes that are no UTF-8 are gone from the text, so that writing it back would lose them. */
function isDamaged(text: string): boolean {
  return text.includes("\uFFFD");
}

function written(file: string, text: string, trouble: Trouble): boolean {
  try {
    replaceFile(file, text);
    return true;
  } catch (error) {
    trouble.fail(`${file}: ${reasonNotWritten(error)}`);
    return false;
  }
}

function isGrave({ severity }: Problem, failOn: ProblemSeverity | "never"): boolean {
  return failOn !== "never" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
