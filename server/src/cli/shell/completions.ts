import type { CommandDefinition, Operand, OptionDefinition } from "./definition.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;

/** The script by which a shell completes the program's commands, options and what comes behind them. */
export function completionScript(
  shell: (typeof SHELLS)[number],
  program: string,
  definitions: readonly CommandDefinition[],
): string {
  return SCRIPTS[shell](program, definitions);
}

type Script = (program: string, definitions: readonly CommandDefinition[]) => string;

/** Each finds the command that is meant in the words so far, then offers what may stand there. */
const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], Script>> = {
  bash: (
    program,
    definitions,
  ) => `# bash completion for ${program}; load it with: source <(${program} completion bash)
_${identifier(program)}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" path="" word i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "\${path:+$path }$word" in
${paths(definitions)
  .map((path) => `      ${quoted(path)}) path=${quoted(path)} ;;`)
  .join("\n")}
    esac
  done
  case "$path $before" in
${definitions.flatMap((each) => each.options.flatMap((option) => bashValue(each.path, option))).join("\n")}
  esac
  case "$path" in
${definitions.map((each) => `    ${quoted(each.path)}) ${bashWords(each)} ;;`).join("\n")}
  esac
}
complete -F _${identifier(program)} ${program}
`,

  zsh: (program, definitions) => `#compdef ${program}
# zsh completion for ${program}; load it with: source <(${program} completion zsh)
_${identifier(program)}() {
  local path_="" word before="\${words[CURRENT-1]}" i
  for ((i = 2; i < CURRENT; i++)); do
    word="\${words[i]}"
    case "\${path_:+$path_ }$word" in
${paths(definitions)
  .map((path) => `      ${quoted(path)}) path_=${quoted(path)} ;;`)
  .join("\n")}
    esac
  done
  case "$path_ $before" in
${definitions.flatMap((each) => each.options.flatMap((option) => zshValue(each.path, option))).join("\n")}
  esac
  local -a names
  case "$path_" in
${definitions.map((each) => `    ${quoted(each.path)})\n${zshWords(each)}\n      ;;`).join("\n")}
  esac
}
compdef _${identifier(program)} ${program}
`,

  fish: (
    program,
    definitions,
  ) => `# fish completion for ${program}; load it with: ${program} completion fish | source
function __${identifier(program)}_path
  set -l path
  for word in (commandline -opc)[2..]
    switch (string join -- ' ' $path $word)
      case ${paths(definitions).map(quoted).join(" ")}
        set path $path $word
    end
  end
  string join -- ' ' $path
end
function __${identifier(program)}_is
  set -l path (__${identifier(program)}_path)
  test "$path" = "$argv[1]"
end
complete -c ${program} -f
${definitions.flatMap((each) => fishLines(program, each)).join("\n")}
`,
};

function paths(definitions: readonly CommandDefinition[]): string[] {
  return definitions.map(({ path }) => path).filter((path) => path !== "");
}

function bashValue(path: string, { names, value }: OptionDefinition): string[] {
  if (value === undefined) return [];
  const offered =
    value.choices.length > 0
      ? `COMPREPLY=($(compgen -W ${quoted(value.choices.join(" "))} -- "$current"))`
      : value.isFile
        ? 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current"))'
        : ":";
  return [`    ${names.map((name) => quoted(`${path} ${name}`)).join("|")}) ${offered}; return ;;`];
}

function bashWords(definition: CommandDefinition): string {
  const words = wordsOf(definition);
  const files = definition.operands.some(({ isFile }) => isFile)
    ? ' compopt -o filenames 2>/dev/null; [[ "$current" == -* ]] || COMPREPLY+=($(compgen -f -- "$current"))'
    : "";
  return `COMPREPLY=($(compgen -W ${quoted(words.join(" "))} -- "$current"))${files === "" ? "" : `;${files}`}`;
}

/** Everything that may stand behind a command, but for files. */
function wordsOf({ subcommands, options, operands }: CommandDefinition): string[] {
  return [
    ...subcommands.map(({ name }) => name),
    ...operands.flatMap(({ choices }) => choices),
    ...options.flatMap(({ names }) => names),
  ];
}

function zshValue(path: string, { names, value }: OptionDefinition): string[] {
  if (value === undefined) return [];
  const offered =
    value.choices.length > 0
      ? `compadd -- ${value.choices.map(quoted).join(" ")}`
      : value.isFile
        ? "_files"
        : `_message ${quoted(value.name)}`;
  return [`    ${names.map((name) => quoted(`${path} ${name}`)).join("|")}) ${offered}; return ;;`];
}

function zshWords({ subcommands, options, operands }: CommandDefinition): string {
  const described = (name: string, about: string) => quoted(`${name}:${about.replace(/:/g, "\\:")}`);
  const choices = operands.flatMap((operand) => operand.choices);
  const first = subcommands.map(({ name, about }) => described(name, about));
  const listed = options.flatMap(({ names, about }) => names.map((name) => described(name, about)));
  return [
    ...(first.length > 0 ? [`      names=(${first.join(" ")})`, "      _describe command names"] : []),
    ...(choices.length > 0 ? [`      compadd -- ${choices.map(quoted).join(" ")}`] : []),
    ...(operands.some(({ isFile }) => isFile) ? ['      [[ "$PREFIX" == -* ]] || _files'] : []),
    `      if [[ "$PREFIX" == -* ]]; then names=(${listed.join(" ")}); _describe option names; fi`,
  ].join("\n");
}

function fishLines(program: string, { path, subcommands, options, operands }: CommandDefinition): string[] {
  const base = `complete -c ${program} -n ${quoted(`__${identifier(program)}_is ${quoted(path)}`)}`;
  const offered = ({ choices, isFile }: Operand) =>
    choices.length > 0 ? `-xa ${quoted(choices.join(" "))}` : isFile ? "-rF" : "-x";
  return [
    ...subcommands.map(({ name, about }) => `${base} -a ${quoted(name)} -d ${quoted(about)}`),
    ...operands.flatMap((operand) => {
      if (operand.choices.length > 0) return [`${base} -a ${quoted(operand.choices.join(" "))}`];
      return operand.isFile ? [`${base} -F`] : [];
    }),
    ...options.map(({ names, about, value }) => {
      const flags = names.map((name) =>
        name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
      );
      return [base, ...flags, ...(value === undefined ? [] : [offered(value)]), `-d ${quoted(about)}`].join(
        " ",
      );
    }),
  ];
}

function identifier(program: string): string {
  return program.replace(/\W/g, "_");
}

/** In single quotes, as all three shells read them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
