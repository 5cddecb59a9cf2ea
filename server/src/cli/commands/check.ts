import { Command, Option } from "commander";
import type { Finding, Severity } from "../../checks/check.ts";
import { check, DraftSet, finish } from "../../service.ts";
import { readDraft } from "../../text/read-draft.ts";
import { CommentedCopies } from "../documents/comments/copies.ts";
import { kindOfDocument, readDocumentFile } from "../documents/read-document.ts";
import { EXIT } from "../exit-status.ts";
import { findDrafts, formatOf, KINDS } from "../find-drafts.ts";
import { Library } from "../library.ts";
import type { Context } from "../program.ts";
import { Projects } from "../project/projects.ts";
import { readDraftFile } from "../read-draft-file.ts";
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
  readonly commentsOut?: string;
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
      "--comments-out <path>",
      "write a copy of the Word document with a comment at each finding, to a file, or of each to a folder",
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

Examples:
  aide-memoire check brief.md
  aide-memoire check reports --knowledge our-region.knowledge.yaml
  aide-memoire check 'reports/**/*.md' --format json > findings.json`;

async function run(paths: readonly string[], options: Options, context: Context): Promise<void> {
  const errors = context.err(options.color);
  const trouble = new Trouble(errors);
  const projects = new Projects(context.bundledKnowledge, trouble);
  const library = new Library({
    named: options.knowledge,
    bundled: context.bundledKnowledge,
    cache: context.cache,
    projects,
    trouble,
    errors,
  });
  const report = REPORTS[options.format]!(context.out(options.color));
  const drafts = new DraftSet();
  let grave = false;
  let blank = true;
  const found = await findDrafts(paths, trouble);
  const target = options.commentsOut;
  const copies = target === undefined ? undefined : new CommentedCopies(target, trouble);
  copies?.begin(found.map(({ path }) => path));
  for (const { path, named } of found) {
    if (!named && (projects.isExcluded(path) || (await library.liesWithBase(path)))) continue;
    const isDocument = kindOfDocument(path) !== undefined;
    const document = isDocument ? await readDocumentFile(path, trouble) : undefined;
    const text = isDocument ? document?.draft.text : readDraftFile(path, trouble);
    if (text === undefined) continue;
    blank &&= text.trim() === "";
    const { format } = projects.effectiveFor(path);
    const draft = document?.draft ?? readDraft({ uri: path, text, format: format?.value ?? formatOf(path) });
    const knowledge = await library.knowledgeFor(path, draft.frontMatter.knowledge);
    const how = {
      settings: projects.settingsFor(path),
      recorded: projects.recordedFor(path),
    };
    const alone = finish(
      check(draft, knowledge, {
        ...how,
        onCrash: (crashed, error) =>
          trouble.fail(`${path}: the check ${crashed.id} broke off, please report it: ${String(error)}`),
      }),
    );
    const snapshot = drafts.add(alone, how);
    report.add(path, snapshot);
    if (document !== undefined) copies?.add(path, document, snapshot.findings, snapshot);
    grave ||= snapshot.findings.some((finding) => isGrave(finding, options.failOn));
  }
  // A run that read nothing must not pass for a clean one: in CI it is most often a draft that was lost on the way.
  if (blank && !trouble.failed) trouble.fail("No draft holds any text, so nothing was checked.");
  report.end({ knowledge: library.used, complete: !trouble.failed });
  context.exit(trouble.failed ? EXIT.failed : grave ? EXIT.findings : EXIT.clean);
}

function isGrave(finding: Finding, failOn: Severity | "never"): boolean {
  return failOn !== "never" && SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(failOn);
}
