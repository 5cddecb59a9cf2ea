import { Command } from "commander";
import type { Context } from "../../program.ts";
import { checkKnowledgeCommand } from "./check.ts";
import { compileCommand } from "./compile.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { statsCommand } from "./stats.ts";

/** `aide-memoire knowledge`: what there is to do with a knowledge base by itself. */
export function knowledgeCommand(context: Context): Command {
  const group = new Command("knowledge").description("work on knowledge bases");
  const commands = [
    checkKnowledgeCommand(context),
    statsCommand(context),
    exportCommand(context),
    importCommand(context),
    compileCommand(context),
  ];
  for (const command of commands) group.addCommand(command);
  return group;
}
