import { join } from "node:path";
import { runCommandLine } from "./program.ts";

// A reader that has seen enough ("| head") closes the pipe: no reason to complain.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

// The exit code is set, not forced, so that everything written still reaches a slow reader.
runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  bundledKnowledge: join(__dirname, "../knowledge/article"),
}).then((status) => {
  process.exitCode = status;
});
