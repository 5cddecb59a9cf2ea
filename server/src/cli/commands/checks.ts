import { Command, Option } from "commander";
import { CHECKS } from "../../checks/index.ts";
import { defaultSeverity } from "../../checks/severity.ts";
import { checkOf } from "../check-ids.ts";
import type { Context } from "../program.ts";

/** `aide-memoire checks`: the list of checks, or the page of one. */
export function checksCommand(context: Context): Command {
  return new Command("checks")
    .description("list the checks, or show what one is about")
    .argument("[check]", "a check, to show its page", checkOf)
    .addOption(
      new Option("-f, --format <format>", "how to tell it").choices(["text", "json"]).default("text"),
    )
    .option("--examples", "show the whole page, with what is flagged and what is left alone")
    .action((check: string | undefined, options: { readonly format: string; readonly examples?: true }) => {
      const chosen = CHECKS.filter(({ id }) => check === undefined || id === check);
      if (options.format === "json") writeJson(chosen, context);
      else if (check === undefined) list(context);
      else showPage(check, options.examples === true, context);
    });
}

function list(context: Context): void {
  const output = context.out(undefined);
  const width = Math.max(...CHECKS.map(({ id }) => id.length));
  for (const check of CHECKS) {
    const address = context.pages.address(check.id);
    const id = address === undefined ? check.id : output.link(check.id, address);
    const padding = " ".repeat(width - check.id.length);
    output.write(`${id}${padding}  ${defaultSeverity(check).padEnd("information".length)}  ${check.title}\n`);
  }
}

function showPage(check: string, isWhole: boolean, context: Context): void {
  const { title, severity } = CHECKS.find(({ id }) => id === check)!;
  const page = isWhole ? context.pages.text(check) : context.pages.prose(check);
  const told = isWhole ? page : `# ${check}\n\n${page ?? `${title}.`}\n\nSeverity: ${severity}.`;
  context.out(undefined).write(`${(told ?? title).trimEnd()}\n`);
}

function writeJson(chosen: typeof CHECKS, context: Context): void {
  const checks = chosen.map((check) => ({
    ...{ id: check.id, title: check.title, severity: defaultSeverity(check) },
    ...{ about: context.pages.prose(check.id), page: context.pages.address(check.id) },
  }));
  context.out(undefined).write(`${JSON.stringify({ version: 1, checks }, null, 2)}\n`);
}
