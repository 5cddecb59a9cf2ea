import { Command } from "commander";
import { BASELINE_FILE } from "../baseline/baseline-file.ts";
import { findBase } from "../changed/base.ts";
import { runCheck, STDIN } from "../checking/check-run.ts";
import { jobsOf } from "../checking/jobs.ts";
import {
  type CheckOptions,
  withColours,
  withDrafts,
  withReports,
  withThresholds,
} from "../checking/options.ts";
import { kindOf } from "../disk.ts";
import type { Context } from "../program.ts";
import { checkRecords } from "../records/check-records.ts";
import { REPORTS } from "../reports/index.ts";

/** `aide-memoire check`: checks drafts and reports what cannot be right. */
export function checkCommand(context: Context): Command {
  const command = new Command("check").description("check drafts and report what cannot be right in them");
  withReports(withThresholds(withDrafts(command)))
    .option(
      "--stdin-name <path>",
      `check standard input, as a draft of this name; "${STDIN}" among the paths does too`,
    )
    .option(
      "--comments-out <path>",
      "write a copy of the Word document with a comment at each finding, to a file, or of each to a folder",
    )
    .option("--baseline <file>", "report only what this file does not know")
    .option("--write-baseline", `write what is found now to the baseline (${BASELINE_FILE})`)
    .option(
      "--jobs <number>",
      "check so many drafts at one time; as many as there are cores, if they are many",
      jobsOf,
    )
    .option("--changed [base]", "report only what is on lines that changed since the branch left this one");
  return withColours(command)
    .addHelpText("after", MORE_HELP)
    .action((paths: readonly string[], options: CheckOptions) => run(paths, options, context, command));
}

const FORMATS = Object.entries(REPORTS)
  .map(([name, { what }]) => `  ${name.padEnd(11)} ${what}`)
  .join("\n");

const MORE_HELP = `
Formats:
${FORMATS}

  --format says what goes to standard output, or with --output to a file. --report
  adds others: --report sarif=out/findings.sarif --report html=out/findings.html

Knowledge bases:
  Without --knowledge, a draft is checked against those that its front matter or
  the file ".aide-memoire.yaml" name, or else against the folder "knowledge" and
  the files "*.knowledge.yaml" in its own folder and in the folders above, up to
  the root of the repository. Where there is none, the knowledge base that comes
  with Aide-Mémoire is used.

Settings:
  ".aide-memoire.yaml" in the draft's folder or above it says how grave the checks
  are; "aide-memoire init" writes one, "aide-memoire explain-config" tells what
  holds for a draft. What ".aide-memoire-ignore.yaml" names is passed over, and so
  are drafts of a folder that ".gitignore" leaves out.

Only what is new:
  A baseline lists the findings that are there now, by their words and sentence:
  they stay known when other things change, paragraphs move or drafts are renamed.
  --write-baseline writes it, --baseline compares with it.
  --changed asks git which lines changed since the branch left the main one, or
  the one that you name, committed or not. What is said of a changed draft as a
  whole (one name in two spellings) is reported apart, and lets no run fail.

Records:
  --format jsonl without paths reads records from standard input, one JSON object
  a line: {"id": …, "text": …, "language": …}, and writes one a line for each, in
  their order. "language" is "markdown", "latex" … or "en"; each is read alone.

Exit status:
  0  no finding as grave as --fail-on says, and no more warnings than may be
  1  at least one such finding, or more warnings
  2  the run failed: a wrong option, a file that cannot be read, a broken
     knowledge base, not one draft with text in it; the reason is on standard
     error

Examples:
  aide-memoire check brief.md
  aide-memoire check reports --knowledge our-region.knowledge.yaml
  aide-memoire check 'reports/**/*.md' --format json > findings.json
  aide-memoire check . --format github --report sarif=findings.sarif
  aide-memoire check . --changed origin/main --fail-on warning
  aide-memoire check --stdin-name brief.md < brief.md`;

async function run(
  given: readonly string[],
  options: CheckOptions,
  context: Context,
  command: Command,
): Promise<void> {
  const { paths, changed } = await apart(given, options, context);
  const drafts = options.stdinName === undefined || paths.includes(STDIN) ? paths : [STDIN, ...paths];
  const isPipe = context.streams.stdin !== undefined && !(context.streams.stdin as { isTTY?: boolean }).isTTY;
  if (drafts.length === 0 && options.format === "jsonl" && isPipe) {
    const { output, report, baseline, writeBaseline } = options;
    if (output ?? baseline ?? writeBaseline ?? changed ?? report[0])
      command.error(
        "error: records are answered on standard output, each by itself; name drafts for the other options",
      );
    return checkRecords(options, context);
  }
  if (drafts.length === 0)
    command.error("error: missing required argument 'paths': name a draft or a folder (\".\" is this one)");
  const files = [options.output, ...options.report.map(({ file }) => file)].filter(
    (file) => file !== undefined,
  );
  if (new Set(files).size < files.length) command.error("error: two reports would go into the same file");
  const { changed: _, ...rest } = options;
  return runCheck(drafts, changed === undefined ? rest : { ...rest, changed }, context);
}

/** `--changed a.md` means the draft, `--changed main` the branch: whoever writes either must get it. */
async function apart(
  paths: readonly string[],
  { changed }: CheckOptions,
  context: Context,
): Promise<{ readonly paths: readonly string[]; readonly changed: string | true | undefined }> {
  if (typeof changed !== "string" || (kindOf(changed) === undefined && changed !== STDIN))
    return { paths, changed };
  const isBase = paths.length > 0 && typeof (await findBase(".", changed, context.environment)) !== "string";
  return isBase ? { paths, changed } : { paths: [changed, ...paths], changed: true };
}
