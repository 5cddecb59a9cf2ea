import { Argument, Command } from "commander";
import type { Context } from "../program.ts";
import { completionScript, SHELLS } from "../shell/completions.ts";
import { definitionsOf } from "../shell/definition.ts";

/** `aide-memoire completion`: what a shell needs to complete the command line. */
export function completionCommand(context: Context): Command {
  const command = new Command("completion")
    .description("print what a shell needs to complete commands and options")
    .addArgument(new Argument("<shell>", "your shell").choices([...SHELLS]))
    .addHelpText("after", MORE_HELP)
    .action((shell: (typeof SHELLS)[number]) => {
      const root = command.parent!;
      context.out(undefined).write(completionScript(shell, root.name(), definitionsOf(root)));
    });
  return command;
}

const MORE_HELP = `
Once and for all:
  bash  echo 'source <(aide-memoire completion bash)' >> ~/.bashrc
  zsh   echo 'source <(aide-memoire completion zsh)' >> ~/.zshrc   (behind compinit)
  fish  aide-memoire completion fish > ~/.config/fish/completions/aide-memoire.fish`;
