import type { Argument, Command, Option } from "commander";
import { CHECK_IDS } from "../check-ids.ts";

/** A command as its help tells it: what shells complete and the manual page describe. */
export interface CommandDefinition {
  /** What is typed behind the program's name: "" for the program itself, "knowledge check". */
  readonly path: string;
  readonly about: string;
  /** As in "check [options] [paths...]". */
  readonly usage: string;
  readonly subcommands: readonly { readonly name: string; readonly about: string }[];
  readonly options: readonly OptionDefinition[];
  readonly operands: readonly Operand[];
  /** What the help says behind all this. */
  readonly more: string;
}

export interface OptionDefinition {
  /** "-f" and "--format", or one of them. */
  readonly names: readonly string[];
  /** As in "-f, --format <format>". */
  readonly flags: string;
  readonly about: string;
  /** What comes behind it; undefined for a switch. */
  readonly value: Operand | undefined;
}

export interface Operand {
  readonly name: string;
  readonly about: string;
  readonly choices: readonly string[];
  readonly isFile: boolean;
}

/** All commands below one, and itself, from the one definition that the help is made of. */
export function definitionsOf(command: Command, path = ""): CommandDefinition[] {
  const helper = command.createHelp();
  const below = helper.visibleCommands(command);
  return [
    {
      path,
      about: command.description(),
      usage: helper.commandUsage(command),
      subcommands: below.map((each) => ({ name: each.name(), about: each.summary() || each.description() })),
      options: helper
        .visibleOptions(command)
        .map((option) => optionOf(option, helper.optionDescription(option))),
      operands: command.registeredArguments.map((each) => operandOf(each.name(), each)),
      more: moreOf(command),
    },
    ...below
      .filter((each) => each.name() !== "help")
      .flatMap((each) => definitionsOf(each, `${path} ${each.name()}`.trim())),
  ];
}

function optionOf(option: Option, about: string): OptionDefinition {
  const { short, long, flags } = option;
  const name = /[<[](.*?)(?:\.\.\.)?[>\]]/.exec(flags)?.[1];
  return {
    names: [short, long].filter((each) => each !== undefined),
    flags,
    about,
    value: name === undefined ? undefined : operandOf(name, option),
  };
}

function operandOf(
  name: string,
  { argChoices, description }: Pick<Argument | Option, "argChoices" | "description">,
): Operand {
  return {
    name,
    about: description,
    choices: argChoices ?? (name === "check" ? CHECK_IDS : []),
    isFile: /path|file|folder|draft|output/i.test(name),
  };
}

/** What was added to the help itself is known only by writing it. */
function moreOf(command: Command): string {
  const { writeOut } = command.configureOutput();
  let all = "";
  command.configureOutput({ writeOut: (text) => void (all += text) });
  command.outputHelp();
  command.configureOutput({ writeOut: writeOut! });
  const itself = command.helpInformation();
  return all.startsWith(itself) ? all.slice(itself.length).trim() : "";
}
