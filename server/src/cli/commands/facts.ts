import { Command, Option } from "commander";
import { factSheet } from "../../features/fact-sheet/fact-sheet.ts";
import { FACT_SHEET_FORMATS } from "../../features/fact-sheet/formats.ts";
import { EXIT } from "../exit-status.ts";
import type { Context } from "../program.ts";
import { formatFor, locator, PAGE_OPTIONS, readOne, writePage } from "../read-one.ts";
import { Trouble } from "../trouble.ts";

interface Options {
  readonly knowledge: readonly string[];
  readonly format?: string;
  readonly output?: string;
}

/** `aide-memoire facts FILE`: every checkable statement of a draft with its verdict, the fact and the source. */
export function factsCommand(context: Context): Command {
  return new Command("facts")
    .description("write the fact sheet of a draft: each statement with its verdict, the fact and the source")
    .argument("<file>", "a draft")
    .addOption(PAGE_OPTIONS.knowledge())
    .addOption(
      new Option("-f, --format <format>", "how to write it").choices(Object.keys(FACT_SHEET_FORMATS)),
    )
    .addOption(PAGE_OPTIONS.output())
    .addHelpText("after", MORE_HELP)
    .action((file: string, options: Options) => run(file, options, context));
}

const MORE_HELP = `
Formats:
  html (a page of its own), markdown, csv, json; Markdown where nothing tells which.

Exit status:
  0  it was written, whatever is in it
  2  the draft, a knowledge base or the output could not be read or written

Examples:
  aide-memoire facts brief.md --output brief.facts.html
  aide-memoire facts brief.md --format csv > facts.csv`;

async function run(file: string, options: Options, context: Context): Promise<void> {
  const trouble = new Trouble(context.err(undefined));
  const format = formatFor(options.format, options.output, FACT_SHEET_FORMATS, "markdown");
  const snapshot = await readOne(file, options.knowledge, context, trouble);
  if (snapshot !== undefined) {
    const text = FACT_SHEET_FORMATS[format]!(factSheet(snapshot, locator()));
    writePage(text, options.output, context, trouble);
  }
  context.exit(trouble.failed ? EXIT.failed : EXIT.clean);
}
