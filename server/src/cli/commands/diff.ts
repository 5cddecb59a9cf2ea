import { Command, Option } from "commander";
import { diffOf, isSame } from "../../features/diff/diff.ts";
import { check, finish } from "../../service.ts";
import { readDraft } from "../../text/read-draft.ts";
import { DIFF_REPORTS } from "../comparing/diff-reports.ts";
import { type Version, versionsOf, wantedOf } from "../comparing/versions.ts";
import { EXIT } from "../exit-status.ts";
import { formatOf } from "../find-drafts.ts";
import { Library } from "../library.ts";
import type { Context } from "../program.ts";
import { Projects } from "../project/projects.ts";
import { Trouble } from "../trouble.ts";

interface Options {
  readonly knowledge: readonly string[];
  readonly format: string;
  readonly from?: string;
  readonly to?: string;
  readonly color?: boolean;
}

/** `aide-memoire diff`: two versions of a draft, compared by what they state. */
export function diffCommand(context: Context): Command {
  const command = new Command("diff")
    .description("compare two versions of a draft by what they state, not by their words")
    .argument("<versions...>", "two files; or one file with --from; or REV1..REV2 and a file")
    .addOption(new Option("--from <revision>", "the old version is the file at this revision of git"))
    .addOption(
      new Option("--to <revision>", "the new version is the file at this revision; else as it is now"),
    )
    .addOption(
      new Option("-k, --knowledge <path>", "knowledge base to read both against; may be repeated")
        .argParser((path: string, earlier: readonly string[]) => [...earlier, path])
        .default([], "as for check"),
    )
    .addOption(
      new Option("-f, --format <format>", "how to report").choices(Object.keys(DIFF_REPORTS)).default("text"),
    )
    .option("--color", "colour the report, even where it does not go to a terminal")
    .option("--no-color", "do not colour the report")
    .addHelpText("after", MORE_HELP);
  return command.action((operands: readonly string[], options: Options) => {
    if (operands.length > 2) command.error("error: two versions are compared, and no more");
    return run(operands, options, context, command);
  });
}

const MORE_HELP = `
Both versions are read against the knowledge of the new one. What was moved, or
put in other words that state the same, is no difference; a file that was renamed
in git is followed.

Exit status:
  0  both state the same, of the same actors and dates
  1  something is stated otherwise
  2  the run failed: a wrong option, a file or revision that cannot be read

Examples:
  aide-memoire diff brief-old.md brief.md
  aide-memoire diff --from HEAD brief.md
  aide-memoire diff --format markdown main...my-branch -- brief.md`;

async function run(
  operands: readonly string[],
  options: Options,
  context: Context,
  command: Command,
): Promise<void> {
  const errors = context.err(options.color);
  const trouble = new Trouble(errors);
  const wanted = wantedOf(operands, options);
  if (typeof wanted === "string") return command.error(`error: ${wanted}`);
  const versions = await versionsOf(wanted, trouble);
  if (versions === undefined) return context.exit(EXIT.failed);
  const { before, after, place } = versions;
  const { cache, bundledKnowledge: bundled } = context;
  const projects = new Projects(bundled, trouble);
  const library = new Library({ named: options.knowledge, bundled, cache, projects, trouble, errors });
  const draftOf = ({ path, content }: Version) => {
    if (typeof content !== "string") return content;
    const { format } = projects.effectiveFor(place);
    return readDraft({ uri: path, text: content, format: format?.value ?? formatOf(path) });
  };
  const [old, now] = [draftOf(before), draftOf(after)];
  const knowledge = await library.knowledgeFor(place, now.frontMatter.knowledge);
  const settings = projects.settingsFor(place);
  const read = (draft: typeof old) => finish(check(draft, knowledge, { settings }));
  const diff = diffOf(read(old), read(now));
  DIFF_REPORTS[options.format]!(diff, versions, context.out(options.color));
  context.exit(trouble.failed ? EXIT.failed : isSame(diff) ? EXIT.clean : EXIT.findings);
}
