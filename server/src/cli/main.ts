import { join } from "node:path";
import { EXIT } from "./exit-status.ts";
import { runCommandLine } from "./program.ts";

let written: number = EXIT.clean;
process.stderr.on("error", () => {});
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough ("| head") closes the pipe: no reason to complain.
  if (error.code === "EPIPE") return;
  written = EXIT.failed;
  process.exitCode = written;
  process.stderr.write(`error: the report cannot be written (${error.code}). Is the disk full?\n`);
});

// The exit code is set, not forced, so that everything written still reaches a slow reader.
runCommandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  bundledKnowledge: join(__dirname, "../knowledge/article"),
  pages: join(__dirname, "checks"),
}).then((status) => {
  process.exitCode = Math.max(status, written);
});
