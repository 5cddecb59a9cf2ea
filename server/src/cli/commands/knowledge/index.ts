import { Command } from "commander";
import type { Context } from "../../program.ts";
import { compileCommand } from "./compile.ts";

/** `aide-memoire knowledge`: what there is to do with a knowledge base by itself. */
export function knowledgeCommand(context: Context): Command {
  const group = new Command("knowledge").description("work on knowledge bases");
  for (const command of [compileCommand(context)]) group.addCommand(command);
  return group;
}
