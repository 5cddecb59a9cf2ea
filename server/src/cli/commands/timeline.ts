import { Command, Option } from "commander";
import { TIMELINE_FORMATS } from "../../features/timeline/formats.ts";
import { timeline } from "../../features/timeline/items.ts";
import { EXIT } from "../exit-status.ts";
import type { Context } from "../program.ts";
import { formatFor, locator, PAGE_OPTIONS, readOne, writePage } from "../read-one.ts";
import { Trouble } from "../trouble.ts";

interface Options {
  readonly knowledge: readonly string[];
  readonly format?: string;
  readonly output?: string;
}

/** `aide-memoire timeline FILE`: the known events and the dated statements of a draft on one axis. */
export function timelineCommand(context: Context): Command {
  return new Command("timeline")
    .description("draw the known events and the dated statements of a draft on one axis")
    .argument("<file>", "a draft")
    .addOption(PAGE_OPTIONS.knowledge())
    .addOption(new Option("-f, --format <format>", "how to write it").choices(Object.keys(TIMELINE_FORMATS)))
    .addOption(PAGE_OPTIONS.output())
    .addHelpText("after", MORE_HELP)
    .action((file: string, options: Options) => run(file, options, context));
}

const MORE_HELP = `
Formats:
  svg, html (a page with the drawing and a table), json; SVG where nothing tells which.

Exit status:
  0  it was written, whatever is in it
  2  the draft, a knowledge base or the output could not be read or written

Examples:
  aide-memoire timeline brief.md --output brief.timeline.html
  aide-memoire timeline brief.md > timeline.svg`;

async function run(file: string, options: Options, context: Context): Promise<void> {
  const trouble = new Trouble(context.err(undefined));
  const format = formatFor(options.format, options.output, TIMELINE_FORMATS, "svg");
  const snapshot = await readOne(file, options.knowledge, context, trouble);
  if (snapshot !== undefined) {
    const text = TIMELINE_FORMATS[format]!(timeline(snapshot, locator()));
    writePage(text, options.output, context, trouble);
  }
  context.exit(trouble.failed ? EXIT.failed : EXIT.clean);
}
