import type { CommandDefinition } from "./definition.ts";

/** The manual page, in the man macros that every system reads (groff_man(7)). */
export function manPage(program: string, version: string, definitions: readonly CommandDefinition[]): string {
  const [root, ...commands] = definitions;
  return `${[
    `.TH ${program.toUpperCase()} 1 "" "${program} ${version}" "User Commands"`,
    ".SH NAME",
    `${roff(program)} \\- check drafts against a knowledge base of facts`,
    ".SH SYNOPSIS",
    `.B ${roff(program)}`,
    "\\fIcommand\\fR [\\fIoptions\\fR] [\\fIpaths\\fR...]",
    ".SH DESCRIPTION",
    roff(root!.about),
    ".SH COMMANDS",
    ...commands.flatMap((command) => commandLines(program, command)),
    ".SH OPTIONS",
    ...optionLines(root!),
    ".SH ENVIRONMENT",
    ...ENVIRONMENT.flatMap(([name, about]) => [".TP", `.B ${name}`, roff(about)]),
    ".SH FILES",
    ...FILES.flatMap(([name, about]) => [".TP", `.I ${roff(name)}`, roff(about)]),
  ].join("\n")}\n`;
}

const ENVIRONMENT = [
  ["AIDE_MEMOIRE_CACHE", "The folder where large knowledge bases are kept compiled, or “off”."],
  ["NO_COLOR", "Where it is set, nothing is coloured."],
  ["FORCE_COLOR", "Where it is set, reports are coloured even if they go to no terminal."],
  [
    "FORCE_HYPERLINK",
    "Where it is set, checks and drafts are links even if the terminal is not known to show them.",
  ],
] as const;

const FILES = [
  [".aide-memoire.yaml", "What holds for the drafts around it."],
  [".aide-memoire-ignore.yaml", "Findings that are known and stay."],
  [".aide-memoire-baseline.json", "The findings that --baseline passes over."],
  ["knowledge/, *.knowledge.yaml", "Knowledge bases."],
] as const;

function commandLines(program: string, command: CommandDefinition): string[] {
  return [
    `.SS "${roff(`${program} ${command.path}`)}"`,
    ".PP",
    `${roff(sentence(command.about))}`,
    ".PP",
    `.B ${roff(command.usage)}`,
    ...operandLines(command),
    ...optionLines(command),
    ...(command.more === "" ? [] : [".PP", ".nf", ...command.more.split("\n").map(roff), ".fi"]),
  ];
}

function operandLines({ operands }: CommandDefinition): string[] {
  return operands.flatMap(({ name, about }) => [".TP", `.I ${roff(name)}`, roff(about)]);
}

function optionLines({ options }: CommandDefinition): string[] {
  return options.flatMap(({ flags, about }) => [".TP", `.B ${roff(flags)}`, roff(about)]);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
}

/** A line in which nothing is taken for a request, and a hyphen can be copied. */
function roff(text: string): string {
  const plain = text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replaceAll('"', "\\(dq");
  return /^[.']/.test(plain) ? `\\&${plain}` : plain;
}
