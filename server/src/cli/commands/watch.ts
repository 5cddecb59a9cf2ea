import { Command } from "commander";
import { withColours, withDrafts } from "../checking/options.ts";
import type { Context } from "../program.ts";
import type { WatchOptions } from "../watching/watch-drafts.ts";

/** `aide-memoire watch`: checks drafts again whenever they change. */
export function watchCommand(context: Context): Command {
  const command = withColours(
    withDrafts(new Command("watch").description("check drafts, and again whenever something changes")),
  );
  return command
    .addHelpText("after", MORE_HELP)
    .action(async (paths: readonly string[], options: WatchOptions) => {
      if (paths.length === 0)
        command.error("error: missing required argument 'paths': name a draft or a folder");
      const { watchDrafts } = await import("../watching/watch-drafts.ts");
      return watchDrafts(paths, options, context);
    });
}

const MORE_HELP = `
  The report is printed anew, on a cleared screen, when a draft is saved, added or
  taken away, and when a knowledge base or the settings for the drafts change. Of
  drafts, only those that changed are read again. Ctrl+C ends it, with status 0.

Examples:
  aide-memoire watch brief.md
  aide-memoire watch reports --knowledge our-region.knowledge.yaml`;
