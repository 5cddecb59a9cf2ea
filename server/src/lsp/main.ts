import { setFlagsFromString } from "node:v8";
import { createConnection } from "vscode-languageserver/node";
import { version } from "../../../package.json";
import { Door } from "./door.ts";
import { traceOf } from "./warnings.ts";
import { welcome } from "./welcome.ts";

const TRANSPORTS = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/;

main(process.argv.slice(2));

/** The language server as a program: `server.js --stdio`, or started by an editor over its own channel. */
function main(args: readonly string[]): void {
  if (args.includes("--version")) {
    process.stdout.write(`${version}\n`);
  } else if (args.some((arg) => TRANSPORTS.test(arg))) {
    start();
  } else {
    process.stderr.write("This is a language server: start it with --stdio, or from an editor.\n");
    process.exitCode = 2;
  }
}

function start(): void {
  // V8 lets memory grow to four times what is in use before it goes through all of it, and keeps it; a half more is enough, and
  // costs a twentieth of the time in which a long draft is read.
  setFlagsFromString("--heap-growing-percent=50");
  const door = new Door();
  const connection = createConnection({ messageStrategy: door });
  process.on("uncaughtException", (error) => connection.console.error(traceOf(error)));
  process.on("unhandledRejection", (reason) => connection.console.error(traceOf(reason)));
  process.on("disconnect", () => process.exit(1));
  welcome(connection, door, version, async (params) => {
    const { serveOnNode } = await import("./node.ts");
    await serveOnNode(connection, params);
  });
}
