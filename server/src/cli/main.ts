import { createRequire } from "node:module";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";
import { version } from "../../../package.json";
import { EXIT } from "./exit-status.ts";

let written: number = EXIT.clean;
process.stderr.on("error", () => {});
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough ("| head") closes the pipe: no reason to complain.
  if (error.code === "EPIPE") return;
  written = EXIT.failed;
  process.exitCode = written;
  process.stderr.write(`error: the report cannot be written (${error.code}). Is the disk full?\n`);
});

// A long run starts this file once more for each of its threads.
if (isMainThread) main(process.argv.slice(2));
else void import("./checking/worker.ts").then(({ runWorker }) => runWorker());

/** An editor waits for its server to start, a script for the version: then the rest is not even loaded. */
function main(args: readonly string[]): void {
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const isPlain = args[0] === "lsp" && args.slice(1).every((arg) => arg === "--stdio");
  if (isPlain && !process.stdin.isTTY) startServer();
  else void run(args);
}

async function run(args: readonly string[]): Promise<void> {
  const { runCommandLine } = await import("./program.ts");
  const status = await runCommandLine(args, {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    bundledKnowledge: join(__dirname, "../knowledge/article"),
    pages: join(__dirname, "checks"),
    serve: startServer,
  });
  // The exit code is set, not forced, so that everything written still reaches a slow reader.
  process.exitCode = Math.max(status, written);
}

/** The server is a bundle of its own, beside this one, which reads how it is spoken with from the arguments. */
function startServer(): void {
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  createRequire(__filename)(join(__dirname, "server.js"));
}
