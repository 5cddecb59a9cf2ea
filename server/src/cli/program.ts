import { Command, CommanderError } from "commander";
import { version } from "../../../package.json";
import { TABLES } from "../features/tables.ts";
import { KnowledgeCache } from "../node/knowledge-cache.ts";
import { checkCommand } from "./commands/check.ts";
import { checksCommand } from "./commands/checks.ts";
import { completionCommand } from "./commands/completion.ts";
import { diffCommand } from "./commands/diff.ts";
import { explainCommand } from "./commands/explain.ts";
import { explainConfigCommand } from "./commands/explain-config.ts";
import { factsCommand } from "./commands/facts.ts";
import { fixCommand } from "./commands/fix.ts";
import { initCommand } from "./commands/init.ts";
import { knowledgeCommand } from "./commands/knowledge/index.ts";
import { lspCommand } from "./commands/lsp.ts";
import { queryCommand } from "./commands/query.ts";
import { sweepCommand } from "./commands/sweep.ts";
import { timelineCommand } from "./commands/timeline.ts";
import { watchCommand } from "./commands/watch.ts";
import { EXIT } from "./exit-status.ts";
import { type Output, outputOf } from "./output.ts";
import { Pages } from "./pages.ts";

/** The process as the command line sees it. */
export interface Surroundings {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder of the knowledge base that serves where there is no other. */
  readonly bundledKnowledge: string;
  /** Starts the language server over the streams of the process, and comes back at once. */
  readonly serve: () => void;
  /** The folder of the checks' pages. */
  readonly pages: string;
}

/** What a command works with. */
export interface Context {
  /** The two streams; `colour` is what the command line says about colours. */
  out(colour: boolean | undefined): Output;
  err(colour: boolean | undefined): Output;
  readonly bundledKnowledge: string;
  readonly pages: Pages;
  readonly environment: Surroundings["environment"];
  /** Compiled knowledge bases; undefined where none are to be kept. */
  readonly cache: KnowledgeCache | undefined;
  /** The streams themselves, for what is too long to be held, and for what only a terminal can show. */
  readonly streams: Pick<Surroundings, "stdin" | "stdout" | "stderr">;
  /** Starts the language server in this process. */
  serve(): void;
  /** Sets the status with which the run ends. */
  exit(status: number): void;
}

/** Runs the command that the arguments name and gives the exit status. */
export async function runCommandLine(
  args: readonly string[],
  { stdin, stdout, stderr, environment, bundledKnowledge, pages, serve }: Surroundings,
): Promise<number> {
  let status: number = EXIT.clean;
  const context: Context = {
    out: (colour) => outputOf(stdout, colour, environment),
    err: (colour) => outputOf(stderr, colour, environment),
    bundledKnowledge,
    pages: new Pages(pages),
    environment,
    cache: KnowledgeCache.of(environment, version, TABLES),
    streams: { stdin, stdout, stderr },
    serve,
    exit: (wanted) => {
      status = wanted;
    },
  };
  try {
    await program(context).parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
    stderr.write(`error: Aide-Mémoire has a fault, please report it: ${stackOf(error)}\n`);
    return EXIT.failed;
  }
}

/** All commands, with their help; what they do, they do in a context. */
export function program(context: Context): Command {
  const root = new Command("aide-memoire")
    .description(
      "Checks drafts of policy texts against a knowledge base of actors, dated events, offices and claims, each " +
        "with its source. Works offline: nothing that you write leaves this computer.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", EXAMPLES)
    .showHelpAfterError("Add --help to see what it takes.")
    .exitOverride();
  for (const command of [
    checkCommand,
    watchCommand,
    fixCommand,
    queryCommand,
    checksCommand,
    diffCommand,
    explainCommand,
    explainConfigCommand,
    factsCommand,
    initCommand,
    knowledgeCommand,
    lspCommand,
    completionCommand,
    timelineCommand,
    sweepCommand,
  ]) {
    adopt(root, command(context));
  }
  return root;
}

/** Adds a command, whose own subcommands then end and complain as all others do. */
function adopt(parent: Command, command: Command): void {
  if (command.parent === null) parent.addCommand(command);
  command.copyInheritedSettings(parent);
  for (const child of command.commands) adopt(command, child);
}

const EXAMPLES = `
Begin with:
  aide-memoire check brief.md     check one draft
  aide-memoire check --help       everything about checking
  aide-memoire watch brief.md     check it again whenever you save it
  aide-memoire query 'who is …?'  look something up
  aide-memoire init               write a file for your settings
  aide-memoire knowledge --help   what there is to do with knowledge bases`;

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
