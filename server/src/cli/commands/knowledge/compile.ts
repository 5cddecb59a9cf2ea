import { Command } from "commander";
import type { Knowledge } from "../../../knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../../knowledge-base/loading/load.ts";
import { mergedBefore } from "../../../knowledge-base/merge.ts";
import type { KnowledgeCache } from "../../../node/knowledge-cache.ts";
import { finish } from "../../../service.ts";
import { EXIT } from "../../exit-status.ts";
import { knowledgeAround, readKnowledgeFiles } from "../../knowledge-files.ts";
import { tellProblems } from "../../knowledge-problems.ts";
import { reader } from "../../load-base.ts";
import type { Context } from "../../program.ts";
import { Trouble } from "../../trouble.ts";

interface Options {
  readonly force?: true;
  readonly color?: boolean;
}

/** `aide-memoire knowledge compile`: prepares knowledge bases, so that they are read at once the next time. */
export function compileCommand(context: Context): Command {
  return new Command("compile")
    .description("prepare large knowledge bases, so that they are read at once from then on")
    .argument("[paths...]", "knowledge bases, each a file or a folder; else those of this folder")
    .option("--force", "prepare them anew, even if nothing has changed")
    .option("--color", "colour what is printed, even where it does not go to a terminal")
    .option("--no-color", "do not colour what is printed")
    .addHelpText("after", MORE_HELP)
    .action((paths: readonly string[], options: Options) => run(paths, options, context));
}

const MORE_HELP = `
What is prepared is kept in your cache folder, found by the content of the files:
a knowledge base that has changed is read from its files again, here and in an
editor. Knowledge bases of more than 256 KB are prepared when they are first
used, so this command is for doing it beforehand. AIDE_MEMOIRE_CACHE names
another folder, or "off" for keeping nothing.

Exit status:
  0  all of them are prepared, and nothing is wrong with them
  2  the run failed: a path that is no knowledge base, a broken one, a folder
     that cannot be written to; the reason is on standard error

Examples:
  aide-memoire knowledge compile
  aide-memoire knowledge compile our-region.knowledge.yaml --force`;

async function run(paths: readonly string[], options: Options, context: Context): Promise<void> {
  const trouble = new Trouble(context.err(options.color));
  const places = paths.length > 0 ? paths : await knowledgeAround(".", trouble);
  if (places.length === 0) trouble.fail("There is no knowledge base here. Name one: a file or a folder.");
  if (context.cache === undefined) {
    trouble.fail("Nothing is kept, as AIDE_MEMOIRE_CACHE is off. Leave it out, or name a folder.");
  } else {
    const bases: Knowledge[] = [];
    for (const place of places) {
      const base = await compile(place, context.cache, trouble, options, context, mergedBefore(bases));
      if (base !== undefined) bases.push(base);
    }
  }
  context.exit(trouble.failed ? EXIT.failed : EXIT.clean);
}

async function compile(
  place: string,
  cache: KnowledgeCache,
  trouble: Trouble,
  { force, color }: Options,
  context: Context,
  before: Knowledge | undefined,
): Promise<Knowledge | undefined> {
  const started = performance.now();
  const files = await readKnowledgeFiles(place, trouble);
  if (files.length === 0) return undefined;
  const read = reader();
  const cached = cache.find(files, before?.version);
  const opened = force ? undefined : cached.open(read);
  const loaded = opened ?? loadKnowledge(files, { readText: read, before });
  const size = opened === undefined ? finish(cached.keep(loaded, read)) : cached.size;
  tellProblems({ place, files, problems: loaded.problems }, trouble, context.err(color));
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const yaml = sizeOf(files.reduce((sum, { bytes }) => sum + bytes.length, 0));
  const kept = size === undefined ? "not kept" : `${sizeOf(size)} in ${cached.path}`;
  const done = opened === undefined ? `read in ${seconds} s, prepared:` : "is prepared already:";
  context.out(color).write(`${place}: ${contentsOf(loaded.knowledge)}, ${yaml}, ${done} ${kept}\n`);
  if (size === undefined)
    trouble.fail(`${place}: cannot be kept in ${cached.path}. AIDE_MEMOIRE_CACHE names another folder.`);
  return loaded.knowledge;
}

const ONE: Readonly<Record<string, string>> = { entities: "entity" };

function contentsOf({ sources, entities, events, claims, figures }: Knowledge): string {
  return Object.entries({ sources, entities, events, claims, figures })
    .map(([kind, { size }]) => {
      const unit = size === 1 ? (ONE[kind] ?? kind.slice(0, -1)) : kind;
      return `${size.toLocaleString("en")} ${unit}`;
    })
    .join(", ");
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
