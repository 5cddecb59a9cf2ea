import { relative } from "node:path";
import { Command, Option } from "commander";
import type { Held, Origin } from "../../project/effective.ts";
import { readDraft } from "../../text/read-draft.ts";
import { EXIT } from "../exit-status.ts";
import { formatOf } from "../find-drafts.ts";
import { Library } from "../library.ts";
import type { Context } from "../program.ts";
import { Projects } from "../project/projects.ts";
import { readDraftFile } from "../read-draft-file.ts";
import { Trouble } from "../trouble.ts";

/** One thing that holds: what it is about, what it is, and who said so. */
interface Row {
  readonly setting: string;
  readonly value: string;
  readonly because: string;
}

/** `aide-memoire explain-config`: what holds for a draft, and why. */
export function explainConfigCommand(context: Context): Command {
  return new Command("explain-config")
    .description("tell what holds for a draft, and who said so")
    .argument("<draft>", "the draft")
    .addOption(
      new Option("-f, --format <format>", "how to tell it").choices(["text", "json"]).default("text"),
    )
    .action((draft: string, { format }: { readonly format: string }) => run(draft, format, context));
}

async function run(path: string, format: string, context: Context): Promise<void> {
  const errors = context.err(undefined);
  const trouble = new Trouble(errors);
  const text = readDraftFile(path, trouble);
  if (text !== undefined) {
    const rows = await rowsFor(path, text, context, trouble);
    const output = context.out(undefined);
    if (format === "json")
      output.write(`${JSON.stringify({ version: 1, draft: path, settings: rows }, null, 2)}\n`);
    else
      for (const row of rows)
        output.write(`${row.setting.padEnd(22)} ${row.value.padEnd(12)} ${row.because}\n`);
  }
  context.exit(trouble.failed ? EXIT.failed : EXIT.clean);
}

async function rowsFor(path: string, text: string, context: Context, trouble: Trouble): Promise<Row[]> {
  const projects = new Projects(context.bundledKnowledge, trouble);
  const { cache, bundledKnowledge: bundled } = context;
  const library = new Library({
    named: [],
    bundled,
    cache,
    projects,
    trouble,
    errors: context.err(undefined),
  });
  const { format, checks, knowledge } = projects.effectiveFor(path);
  const draft = readDraft({ uri: path, text, format: format?.value ?? formatOf(path) });
  const { knowledge: own, disable, date } = draft.frontMatter;
  const places = await library.placesFor(path, own);
  const why =
    own !== undefined ? { by: "front-matter" as const } : (knowledge?.origin ?? { by: "default" as const });
  const silenced = (id: string) =>
    disable !== undefined && (disable.length === 0 || disable.some(({ name }) => name === id));
  return [
    {
      setting: "format",
      value: draft.format,
      because: format ? because(format.origin) : "by the ending of its name",
    },
    ...(date === undefined
      ? []
      : [{ setting: "written on", value: date, because: "the draft's front matter" }]),
    ...places.map((place) => ({
      setting: "knowledge base",
      value: place === bundled ? "bundled" : place,
      because:
        why.by !== "default"
          ? because(why)
          : place === bundled
            ? "there is no other"
            : "found around the draft",
    })),
    ...[...checks].map(([id, held]) => ({ setting: id, ...severity(held, silenced(id)) })),
    {
      setting: "ignored findings",
      value: String(projects.recordedFor(path)?.entries.length ?? 0),
      because: "the nearest ignore file",
    },
  ];
}

function severity({ value, origin }: Held<string>, isSilenced: boolean): Omit<Row, "setting"> {
  if (isSilenced) return { value: "ignored", because: "the draft's front matter" };
  return { value, because: because(origin) };
}

function because(origin: Origin): string {
  switch (origin.by) {
    case "default":
      return "its own severity";
    case "project": {
      const override = origin.override === undefined ? "" : `, for ${origin.override.join(", ")}`;
      return relative("", origin.file) + override;
    }
    case "front-matter":
      return "the draft's front matter";
    default:
      return `the ${origin.by.replace("-", " ")}`;
  }
}
