import { Command } from "commander";
import { CHECKS } from "../../checks/index.ts";
import type { Context } from "../program.ts";

/** `aide-memoire checks`: the list of checks. */
export function checksCommand(context: Context): Command {
  return new Command("checks").description("list the checks").action(() => {
    const width = Math.max(0, ...CHECKS.map((check) => check.id.length));
    for (const { id, severity, title } of CHECKS) {
      context
        .out(undefined)
        .write(`${id.padEnd(width)}  ${severity.padEnd("information".length)}  ${title}\n`);
    }
  });
}
