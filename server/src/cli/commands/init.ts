import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { PROJECT_FILE } from "../../project/read-project.ts";
import { projectTemplate } from "../../project/template.ts";
import { reasonOf } from "../disk.ts";
import { EXIT } from "../exit-status.ts";
import type { Context } from "../program.ts";
import { Trouble } from "../trouble.ts";

/** `aide-memoire init`: writes a project file with everything in it explained, where there is none. */
export function initCommand(context: Context): Command {
  return new Command("init")
    .description(`write a ${PROJECT_FILE} in which every setting is explained`)
    .argument("[folder]", "where the drafts are", ".")
    .action((folder: string) => {
      const file = join(folder, PROJECT_FILE);
      const trouble = new Trouble(context.err(undefined));
      try {
        writeFileSync(file, projectTemplate(), { flag: "wx" });
        context.out(undefined).write(`${file} is written. Take away the # before what you need.\n`);
      } catch (error) {
        const there = (error as { code?: string }).code === "EEXIST";
        trouble.fail(`${file}: ${there ? "there is one already; it stays as it is." : reasonOf(error)}`);
        context.exit(EXIT.failed);
      }
    });
}
