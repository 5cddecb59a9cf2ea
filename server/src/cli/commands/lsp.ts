import { Command } from "commander";
import type { Context } from "../program.ts";

/** `aide-memoire lsp`: the language server, over the streams of this process. */
export function lspCommand(context: Context): Command {
  return new Command("lsp")
    .description("start the language server, for an editor to speak with")
    .option("--stdio", "over standard input and output, as always")
    .addHelpText("after", "\nAn editor starts it; docs/editors.md says how, editor by editor.")
    .action(() => {
      const { stdin, stderr } = context.streams;
      if ((stdin as Partial<NodeJS.ReadStream>).isTTY === true)
        stderr.write("This is a language server, for an editor to start. Ctrl+C ends it.\n");
      context.serve();
    });
}
