import { Command, Option } from "commander";
import { explain } from "../../features/draft/explain.ts";
import type { Trace } from "../../reading/trace.ts";
import { check, finish } from "../../service.ts";
import { readDraft } from "../../text/read-draft.ts";
import { slice } from "../../text/span.ts";
import { EXIT } from "../exit-status.ts";
import { formatOf } from "../find-drafts.ts";
import { Library } from "../library.ts";
import type { Context } from "../program.ts";
import { Projects } from "../project/projects.ts";
import { readDraftFile } from "../read-draft-file.ts";
import { Trouble } from "../trouble.ts";

interface Options {
  readonly knowledge: readonly string[];
  readonly format: string;
}

/** `aide-memoire explain FILE:LINE:COLUMN`: what was read there, how it was linked, and what kept a check silent. */
export function explainCommand(context: Context): Command {
  return new Command("explain")
    .description("tell what was read at a place of a draft, and why something was said of it, or nothing")
    .argument("<place>", "FILE:LINE:COLUMN as an editor counts them, or FILE:LINE")
    .addOption(
      new Option("-k, --knowledge <path>", "knowledge base to read it against; may be repeated")
        .argParser((path: string, earlier: readonly string[]) => [...earlier, path])
        .default([], "as for check"),
    )
    .addOption(
      new Option("-f, --format <format>", "how to tell it").choices(["text", "json"]).default("text"),
    )
    .action((place: string, options: Options) => run(place, options, context));
}

async function run(place: string, options: Options, context: Context): Promise<void> {
  const errors = context.err(undefined);
  const trouble = new Trouble(errors);
  const match = /^(.+?):(\d+)(?::(\d+))?$/.exec(place);
  if (match === null) trouble.fail(`${place}: write FILE:LINE:COLUMN, as in brief.md:12:5.`);
  else
    await tell(
      match[1]!,
      { line: Number(match[2]), column: Number(match[3] ?? 1) },
      options,
      context,
      trouble,
    );
  context.exit(trouble.failed ? EXIT.failed : EXIT.clean);
}

async function tell(
  path: string,
  { line, column }: { readonly line: number; readonly column: number },
  options: Options,
  context: Context,
  trouble: Trouble,
): Promise<void> {
  const text = readDraftFile(path, trouble);
  if (text === undefined) return;
  const projects = new Projects(context.bundledKnowledge, trouble);
  const { cache, bundledKnowledge: bundled } = context;
  const errors = context.err(undefined);
  const library = new Library({ named: options.knowledge, bundled, cache, projects, trouble, errors });
  const { format } = projects.effectiveFor(path);
  const draft = readDraft({ uri: path, text, format: format?.value ?? formatOf(path) });
  const knowledge = await library.knowledgeFor(path, draft.frontMatter.knowledge);
  const trace: Trace = { cues: [] };
  const snapshot = finish(
    check(draft, knowledge, {
      settings: projects.settingsFor(path),
      recorded: projects.recordedFor(path),
      trace,
    }),
  );
  const offset = draft.lines.offsetAt({ line: line - 1, character: column - 1 });
  const explanation = explain(snapshot, trace, offset);
  if (explanation === undefined) {
    trouble.fail(`${path}:${line}:${column}: there is no prose there.`);
    return;
  }
  const { span, sections } = explanation;
  const sentence = slice(text, span);
  const output = context.out(undefined);
  if (options.format === "json")
    output.write(`${JSON.stringify({ version: 1, sentence, sections }, null, 2)}\n`);
  else {
    output.write(`${sentence}\n`);
    for (const { title, lines } of sections)
      output.write(`\n${output.colours.bold(title)}\n${lines.map((each) => `  ${each}\n`).join("")}`);
  }
}
