import { Command, Option } from "commander";
import { toFollowTheMoney } from "../../../knowledge-base/exchange/ftm-export.ts";
import { CONTEXT, defaultBase, toJsonLd } from "../../../knowledge-base/exchange/json-ld.ts";
import { Losses } from "../../../knowledge-base/exchange/losses.ts";
import type { Knowledge } from "../../../knowledge-base/knowledge.ts";
import { mergeKnowledge } from "../../../knowledge-base/merge.ts";
import { kindOf } from "../../disk.ts";
import { EXIT } from "../../exit-status.ts";
import { pour } from "../../pour.ts";
import type { Context } from "../../program.ts";
import { Trouble } from "../../trouble.ts";
import { type NewFile, newFile, reasonNotWritten } from "../../write-file.ts";
import { openBases, PATHS_HELP, WHICH_BASES } from "./bases.ts";

/** What a knowledge base is written as; the parts come one after another. */
type Writer = (knowledge: Knowledge, options: Options, losses: Losses) => Generator<string>;

const FORMS: Readonly<Record<string, Writer>> = { "json-ld": jsonLd, ftm };

interface Options {
  readonly to: string;
  readonly output?: string;
  readonly baseIri?: string;
  readonly force?: true;
}

/** `aide-memoire knowledge export`: writes knowledge bases in the languages of others. */
export function exportCommand(context: Context): Command {
  return new Command("export")
    .description("write knowledge bases as JSON-LD or as FollowTheMoney entities")
    .argument("[paths...]", `${PATHS_HELP}; of several, the later ones win`)
    .addOption(
      new Option("--to <form>", "the form to write").choices(Object.keys(FORMS)).makeOptionMandatory(),
    )
    .option("-o, --output <file>", "the file to write; else standard output")
    .option("--base-iri <iri>", "json-ld: what the ids are put behind (default: a urn with the title)")
    .option("--force", "replace the file if it is there")
    .addHelpText("after", MORE_HELP)
    .action((paths: readonly string[], options: Options) => run(paths, options, context));
}

const MORE_HELP = `${WHICH_BASES}

Forms:
  json-ld  one JSON document in the words of schema.org, with our own (aide:)
           where it has none. Dates are as exact as ISO 8601 allows, and in EDTF
           besides. Items of Wikidata are sameAs their IRIs.
  ftm      FollowTheMoney entities, one on each line, valid in the model of
           version 3.8: persons, bodies, offices and who holds them, memberships,
           events, and the sources as documents. States are public bodies.

  Nothing is made up: what a form has no word for is left out, and counted on
  standard error.

Exit status:
  0  everything that the form has a word for was written
  2  the run failed: a wrong option, a file that cannot be read or written, an
     error in a knowledge base (the rest is written); the reason is on standard
     error

Examples:
  aide-memoire knowledge export --to json-ld -o knowledge.jsonld
  aide-memoire knowledge export knowledge --to json-ld --base-iri https://example.org/id/
  aide-memoire knowledge export knowledge --to ftm > entities.ftm.json`;

async function run(paths: readonly string[], options: Options, context: Context): Promise<void> {
  const errors = context.err(undefined);
  const trouble = new Trouble(errors);
  context.exit(EXIT.failed);
  const { output } = options;
  if (output !== undefined && kindOf(output) !== undefined && options.force !== true) {
    return trouble.fail(`${output}: this is there already. --force replaces a file.`);
  }
  const bases = await openBases(paths, context, trouble);
  if (bases.length === 0) return;
  for (const { place, problems } of bases) {
    const lost = problems.filter(({ severity }) => severity === "error").length;
    if (lost === 0) continue;
    trouble.fail(
      `${place}: what ${lost} ${lost === 1 ? "error costs" : "errors cost"} is missing. See "aide-memoire knowledge check ${place}".`,
    );
  }
  const losses = new Losses();
  const parts = FORMS[options.to]!(mergeKnowledge(bases.map(({ knowledge }) => knowledge)), options, losses);
  if (output === undefined) await pour(parts, context.streams.stdout);
  else if (!written(parts, output, trouble)) return;
  const told = losses.counts.map(([what, n]) => `${what} (${n.toLocaleString("en-GB")})`);
  if (told.length > 0) errors.write(`Without a word in ${options.to}: ${told.join(", ")}.\n`);
  if (!trouble.failed) context.exit(EXIT.clean);
}

function written(parts: Iterable<string>, path: string, trouble: Trouble): boolean {
  let file: NewFile | undefined;
  try {
    file = newFile(path);
    for (const part of parts) file.write(part);
    file.finish();
    return true;
  } catch (error) {
    trouble.fail(`${path}: ${reasonNotWritten(error)}`);
    return false;
  } finally {
    file?.discard();
  }
}

function* jsonLd(knowledge: Knowledge, { baseIri }: Options, losses: Losses): Generator<string> {
  const base = baseIri ?? defaultBase(knowledge.bases.at(-1)!.title);
  yield `{\n"@context": ${JSON.stringify(CONTEXT)},\n"@graph": [`;
  let separator = "\n";
  for (const node of toJsonLd(knowledge, base, losses)) {
    yield separator + JSON.stringify(node);
    separator = ",\n";
  }
  yield "\n]\n}\n";
}

function* ftm(knowledge: Knowledge, _: Options, losses: Losses): Generator<string> {
  for (const entity of toFollowTheMoney(knowledge, losses)) yield `${JSON.stringify(entity)}\n`;
}
