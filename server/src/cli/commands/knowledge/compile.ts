import { Command } from "commander";
import type { Context } from "../../program.ts";

/** `aide-memoire knowledge compile`: prepares knowledge bases, so that they are read at once the next time. */
export function compileCommand(_context: Context): Command {
  return new Command("compile").description("prepare knowledge bases for being read fast");
}
