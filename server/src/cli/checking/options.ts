import { type Command, InvalidArgumentError, Option } from "commander";
import type { Finding, Severity } from "../../checks/check.ts";
import { KINDS } from "../find-drafts.ts";
import { REPORTS } from "../reports/index.ts";
import type { Wanted } from "./report-files.ts";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "information", "hint"];

/** What `check` and `watch` are told. */
export interface CheckOptions {
  readonly knowledge: readonly string[];
  readonly format: string;
  readonly output?: string;
  readonly report: readonly Wanted[];
  readonly stdinName?: string;
  readonly commentsOut?: string;
  readonly failOn: Severity | "never";
  readonly maxWarnings?: number;
  readonly quiet?: true;
  readonly baseline?: string;
  readonly writeBaseline?: true;
  /** `true` stands for the usual base. */
  readonly changed?: string | true;
  readonly gitignore: boolean;
  /** How many drafts are checked at one time. */
  readonly jobs?: number;
  readonly progress: boolean;
  readonly color?: boolean;
}

/** The options by which every command that reads drafts finds them and their knowledge. */
export function withDrafts(command: Command): Command {
  return command
    .argument("[paths...]", `drafts, folders of drafts (${KINDS}) or patterns such as 'reports/**/*.md'`)
    .addOption(
      new Option(
        "-k, --knowledge <path>",
        "knowledge base to check against, a file or a folder; may be repeated",
      )
        .argParser((path: string, earlier: readonly string[]) => [...earlier, path])
        .default([], "see below"),
    )
    .option("--no-gitignore", "check also what .gitignore leaves out");
}

export function withColours(command: Command): Command {
  return command
    .option("--color", "colour the report, even where it does not go to a terminal")
    .option("--no-color", "do not colour the report");
}

export function withThresholds(command: Command): Command {
  return command
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this severity of finding on")
        .choices([...SEVERITIES, "never"])
        .default("error"),
    )
    .option("--max-warnings <number>", "exit with 1 where there are more warnings than this", countOf);
}

export function withReports(command: Command): Command {
  const names = Object.keys(REPORTS);
  return command
    .addOption(new Option("-f, --format <format>", "how to report").choices(names).default("text"))
    .option("-o, --output <file>", "write the report to a file")
    .addOption(
      new Option("--report <format=file>", "write one more report, to a file; may be repeated")
        .argParser((value: string, earlier: readonly Wanted[]) => [...earlier, wantedOf(value)])
        .default([], "none"),
    )
    .option("-q, --quiet", "report only what makes the run fail, without a summary, notes or progress")
    .option("--no-progress", "show no progress on the terminal");
}

export function isAsGraveAs({ severity }: Finding, failOn: Severity | "never"): boolean {
  return failOn !== "never" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

function wantedOf(value: string): Wanted {
  const [, format = "", file = ""] = /^([^=]*)=(.*)$/.exec(value) ?? [];
  const names = Object.keys(REPORTS);
  if (file === "" || !names.includes(format))
    throw new InvalidArgumentError(
      `Write FORMAT=FILE, as in sarif=findings.sarif; formats are ${names.join(", ")}.`,
    );
  return { format, file };
}

function countOf(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("It must be a number, 0 or more.");
  return Number(value);
}
