import { Command, Option } from "commander";
import { createTwoFilesPatch } from "diff";
import { checkOf } from "../check-ids.ts";
import { DraftChecker } from "../checking/draft-checker.ts";
import { withColours, withDrafts } from "../checking/options.ts";
import { EXIT } from "../exit-status.ts";
import { draftFile } from "../fixing/draft-file.ts";
import { type Mended, mend } from "../fixing/mend.ts";
import type { Colours, Output } from "../output.ts";
import type { Context } from "../program.ts";
import { counted } from "../reports/html-text.ts";
import { Trouble } from "../trouble.ts";
import { printable } from "../width.ts";

interface Options {
  readonly knowledge: readonly string[];
  readonly gitignore: boolean;
  readonly check: readonly string[];
  readonly dryRun?: true;
  readonly color?: boolean;
}

/** `aide-memoire fix`: mends in drafts what can be mended unseen, or all of one check. */
export function fixCommand(context: Context): Command {
  const command = new Command("fix").description("mend in drafts what can be mended unseen");
  withDrafts(command)
    .addOption(
      new Option("-c, --check <check>", "mend all of this check that has just one way out; may be repeated")
        .argParser((id: string, earlier: readonly string[]) => [...earlier, checkOf(id)])
        .default([], "what is safe"),
    )
    .option("-n, --dry-run", "write nothing, and show what would change");
  return withColours(command)
    .addHelpText("after", MORE_HELP)
    .action((paths: readonly string[], options: Options) => {
      if (paths.length === 0)
        command.error("error: missing required argument 'paths': name a draft or a folder");
      return run(paths, options, context);
    });
}

const MORE_HELP = `
What is mended:
  Without --check, a finding that has just one way out, which changes how something
  is written and not what is said. With --check, each finding of that check that has
  just one way out; look at what it did. All others are left to you.

  A draft is replaced in one step or not at all. One that somebody changes meanwhile
  stays as it is, and so does everything in it that is not mended.

Exit status:
  0  everything that could be mended is; with --dry-run, nothing would change
  1  with --dry-run, something would change
  2  the run failed: a file that cannot be read or written; the reason is on
     standard error

Examples:
  aide-memoire fix reports --dry-run
  aide-memoire fix brief.md --check event-date
  aide-memoire fix reports --dry-run > mended.diff && git apply mended.diff`;

async function run(paths: readonly string[], options: Options, context: Context): Promise<void> {
  const errors = context.err(options.color);
  const output = context.out(options.color);
  const trouble = new Trouble(errors);
  const checker = new DraftChecker(options, context, trouble, errors);
  const total = { fixes: 0, drafts: 0, left: 0 };
  for (const path of await checker.find(paths)) {
    const file = draftFile(path, trouble);
    if (file === undefined) continue;
    const mended = await mend(file.text, options.check, (text) => checker.checkAlone(path, text));
    const isDone = mended.fixes.length > 0 && (options.dryRun || file.write(mended.text));
    if (isDone && options.dryRun) output.write(painted(patch(path, file.text, mended.text), output.colours));
    else if (isDone) tell(path, mended, output);
    total.fixes += isDone ? mended.fixes.length : 0;
    total.drafts += isDone ? 1 : 0;
    total.left += mended.left.length;
  }
  (options.dryRun ? errors : output).write(`${summary(total, options.dryRun === true)}\n`);
  const wouldChange = options.dryRun === true && total.fixes > 0;
  context.exit(trouble.failed ? EXIT.failed : wouldChange ? EXIT.findings : EXIT.clean);
}

function tell(path: string, { fixes }: Mended, { colours, write }: Output): void {
  write(`${colours.underline(printable(path))}\n`);
  for (const { finding, before, after } of fixes) {
    const instead = after === "" ? "(left out)" : colours.green(printable(after));
    write(`  ${colours.dim(finding.check)} ${printable(before)} → ${instead}\n`);
  }
}

function summary(total: { fixes: number; drafts: number; left: number }, isDry: boolean): string {
  const left = `${counted(total.left, "finding")} ${isDry ? "would be" : total.left === 1 ? "is" : "are"} left to you.`;
  if (total.fixes === 0) return `Nothing to mend; ${left}`;
  const done = `${counted(total.fixes, "fix", "fixes")} in ${counted(total.drafts, "draft")}`;
  return `${isDry ? `${done} would be made` : done}; ${left}`;
}

/** In the form that `git apply` and `patch -p1` read. */
function patch(path: string, before: string, after: string): string {
  const name = path.replaceAll("\\", "/").replace(/^(?:\.?\/)+/, "");
  const header = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
  });
  return header.replace(/^=+\n/, "");
}

function painted(diff: string, colours: Colours): string {
  const lines = diff.split("\n").map((line) => {
    if (/^(?:---|\+\+\+) /.test(line)) return colours.bold(line);
    if (line.startsWith("@@")) return colours.cyan(line);
    if (line.startsWith("+")) return colours.green(line);
    return line.startsWith("-") ? colours.red(line) : line;
  });
  return lines.join("\n");
}
