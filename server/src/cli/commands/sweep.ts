import { Command, Option } from "commander";
import { EXIT } from "../exit-status.ts";
import { KINDS } from "../find-drafts.ts";
import type { Context } from "../program.ts";
import { needsWork } from "../sweeping/result.ts";
import { runSweep } from "../sweeping/run-sweep.ts";
import { SWEEP_REPORTS } from "../sweeping/sweep-reports.ts";
import { Trouble } from "../trouble.ts";

interface Options {
  readonly since: string;
  readonly knowledge: readonly string[];
  readonly format: string;
  readonly color?: boolean;
}

/** `aide-memoire sweep`: which drafts leaned on facts that have changed. */
export function sweepCommand(context: Context): Command {
  return new Command("sweep")
    .description("find the drafts that lean on facts which have changed")
    .argument(
      "[paths...]",
      `drafts, folders of drafts (${KINDS}) or patterns; this folder, where none is named`,
    )
    .addOption(
      new Option(
        "--since <revision>",
        "compare with the knowledge base at this revision of git",
      ).makeOptionMandatory(),
    )
    .addOption(
      new Option("-k, --knowledge <path>", "knowledge base, a file or a folder in git; may be repeated")
        .argParser((path: string, earlier: readonly string[]) => [...earlier, path])
        .default([], "as for check"),
    )
    .addOption(
      new Option("-f, --format <format>", "how to report")
        .choices(Object.keys(SWEEP_REPORTS))
        .default("text"),
    )
    .option("--color", "colour the report, even where it does not go to a terminal")
    .option("--no-color", "do not colour the report")
    .addHelpText("after", MORE_HELP)
    .action((paths: readonly string[], options: Options) => run(paths, options, context));
}

const MORE_HELP = `
The drafts are taken as they are now, and read against what was known at the
revision and against what is known now, committed or not. What is judged
otherwise is told, with the way out:

  wrong now          nothing was said of it, and now it is contradicted
  still wrong        it was wrong, and now for another reason, or with another fix
  right now          it was contradicted, and now a fact bears it out
  no longer wrong    it was contradicted, and nothing speaks against it now
  no longer covered  a fact bore it out that is gone or no longer says so
  covered now        a new fact bears it out

Drafts without a word on what changed are not read. "aide-memoire fix" writes the
fixes into the drafts.

Exit status:
  0  nothing needs work because of the change
  1  something is wrong, or no longer covered, that was not
  2  the run failed: an unknown revision, a file that cannot be read

Examples:
  aide-memoire sweep --since HEAD reports
  aide-memoire sweep --since v1.4 --format markdown > sweep.md`;

async function run(paths: readonly string[], options: Options, context: Context): Promise<void> {
  const trouble = new Trouble(context.err(options.color));
  const { since, knowledge, format, color } = options;
  const order = { paths: paths.length === 0 ? ["."] : paths, since, knowledge };
  const result = await runSweep(order, context, trouble);
  if (result === undefined) return context.exit(EXIT.failed);
  SWEEP_REPORTS[format]!(result, context.out(color));
  context.exit(trouble.failed ? EXIT.failed : result.files.some(needsWork) ? EXIT.findings : EXIT.clean);
}
