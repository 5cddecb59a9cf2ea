import { Command, Option } from "commander";
import type { Finding, Severity } from "../../checks/check.ts";
import { DraftSet } from "../../service.ts";
import { AloneChecker } from "../check-run/alone-checker.ts";
import { checkDrafts, usualJobs } from "../check-run/check-drafts.ts";
import { interruptedText, interruptible, until } from "../check-run/interruption.ts";
import { jobsOf } from "../check-run/jobs.ts";
import { EXIT } from "../exit-status.ts";
import { findDrafts, KINDS } from "../find-drafts.ts";
import type { Context } from "../program.ts";
import { jsonReport } from "../reports/json.ts";
import type { Report } from "../reports/report.ts";
import { textReport } from "../reports/text.ts";
import { Trouble } from "../trouble.ts";

const REPORTS: Readonly<Record<string, Report>> = { text: textReport, json: jsonReport };
const SEVERITIES: readonly Severity[] = ["error", "warning", "information", "hint"];

interface Options {
  readonly knowledge: readonly string[];
  readonly format: string;
  readonly failOn: Severity | "never";
  readonly jobs?: number;
  readonly color?: boolean;
}

/** `aide-memoire check`: checks drafts and reports what cannot be right. */
export function checkCommand(context: Context): Command {
  return new Command("check")
    .description("check drafts and report what cannot be right in them")
    .argument("<paths...>", `drafts, folders of drafts (${KINDS}) or patterns such as 'reports/**/*.md'`)
    .addOption(
      new Option(
        "-k, --knowledge <path>",
        "knowledge base to check against, a file or a folder; may be repeated",
      )
        .argParser((path: string, earlier: readonly string[]) => [...earlier, path])
        .default([], "see below"),
    )
    .addOption(
      new Option("-f, --format <format>", "how to report").choices(Object.keys(REPORTS)).default("text"),
    )
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this severity of finding on")
        .choices([...SEVERITIES, "never"])
        .default("error"),
    )
    .option(
      "--jobs <number>",
      "check so many drafts at one time; as many as there are cores, if they are many",
      jobsOf,
    )
    .option("--color", "colour the report, even where it does not go to a terminal")
    .option("--no-color", "do not colour the report")
    .addHelpText("after", MORE_HELP)
    .action((paths: readonly string[], options: Options) => run(paths, options, context));
}

const MORE_HELP = `
Knowledge bases:
  Without --knowledge, a draft is checked against those that its front matter or
  the file ".aide-memoire.yaml" name, or else against the folder "knowledge" and
  the files "*.knowledge.yaml" in its own folder and in the folders above, up to
  the root of the repository. Where there is none, the knowledge base that comes
  with Aide-Mémoire is used.

Settings:
  ".aide-memoire.yaml" in the draft's folder or above it says how grave the checks
  are; "aide-memoire init" writes one, "aide-memoire explain-config" tells what
  holds for a draft. What ".aide-memoire-ignore.yaml" names is passed over.

Exit status:
  0  no finding as grave as --fail-on says
  1  at least one such finding
  2  the run failed: a wrong option, a file that cannot be read, a broken
     knowledge base, not one draft with text in it; the reason is on standard
     error
  130  the run was interrupted (Ctrl-C); what was found so far is on standard error

Examples:
  aide-memoire check brief.md
  aide-memoire check reports --knowledge our-region.knowledge.yaml
  aide-memoire check 'reports/**/*.md' --format json > findings.json`;

async function run(paths: readonly string[], options: Options, context: Context): Promise<void> {
  const errors = context.err(options.color);
  const trouble = new Trouble(errors);
  const { bundledKnowledge, cache, environment } = context;
  const { knowledge: named } = options;
  const base = { knowledge: named, bundled: bundledKnowledge, cache };
  const checker = new AloneChecker({ ...base, around: trouble, drafts: trouble, errors });
  const report = REPORTS[options.format]!(context.out(options.color));
  const drafts = new DraftSet();
  const found: string[] = [];
  for (const { path, named: isNamed } of await findDrafts(paths, trouble))
    if (isNamed || !(checker.projects.isExcluded(path) || (await checker.library.liesWithBase(path))))
      found.push(path);
  const order = { knowledge: named, bundledKnowledge, environment };
  const spread = { jobs: options.jobs ?? usualJobs(found.length), program: __filename, order };
  const interruption = interruptible();
  let grave = false;
  let blank = true;
  let done = 0;
  let findings = 0;
  for await (const { path, checked } of until(interruption, checkDrafts(found, checker, spread, trouble))) {
    done++;
    if (checked === undefined) continue;
    blank &&= checked.text.trim() === "";
    const snapshot = drafts.add(checked.snapshot, checker.howFor(path));
    report.add(path, snapshot);
    findings += snapshot.findings.length;
    grave ||= snapshot.findings.some((finding) => isGrave(finding, options.failOn));
  }
  interruption.end();
  if (interruption.happened) {
    trouble.fail(interruptedText({ done, of: found.length, findings }));
    return context.exit(interruption.status);
  }
  // A run that read nothing must not pass for a clean one: in CI it is most often a draft that was lost on the way.
  if (blank && !trouble.failed) trouble.fail("No draft holds any text, so nothing was checked.");
  report.end({ knowledge: checker.library.used, complete: !trouble.failed });
  context.exit(trouble.failed ? EXIT.failed : grave ? EXIT.findings : EXIT.clean);
}

function isGrave(finding: Finding, failOn: Severity | "never"): boolean {
  return failOn !== "never" && SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(failOn);
}
