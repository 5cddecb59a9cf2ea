import { basename } from "node:path";
import { Command, Option } from "commander";
import { CSV_COLUMNS } from "../../../knowledge-base/exchange/csv-import.ts";
import { lineOf } from "../../../knowledge-base/exchange/names.ts";
import type { EntryPiece } from "../../../knowledge-base/exchange/pieces.ts";
import { EXIT } from "../../exit-status.ts";
import { FORMS, type FormName, type FormOptions } from "../../import/forms.ts";
import { breakageOf, inputsAt } from "../../import/input.ts";
import { Notes } from "../../import/notes.ts";
import { importToDisk, importToStream, type Judge } from "../../import/output.ts";
import type { ImportRun } from "../../import/run.ts";
import { summaryOf } from "../../import/summary.ts";
import { refusal } from "../../import/target.ts";
import type { Context } from "../../program.ts";
import { progressOn } from "../../progress.ts";
import { Trouble } from "../../trouble.ts";
import { reasonNotWritten } from "../../write-file.ts";

interface Options extends FormOptions {
  readonly from: FormName;
  readonly output?: string;
  readonly title?: string;
  readonly schema: readonly string[];
  readonly force?: true;
  readonly quiet?: true;
}

/** `aide-memoire knowledge import`: makes a knowledge base of the data of others. */
export function importCommand(context: Context): Command {
  const repeatable = (value: string, earlier: readonly string[]) => [...earlier, value];
  return new Command("import")
    .description("make a knowledge base of FollowTheMoney, Wikidata or CSV data")
    .argument("<input...>", "files, plain or gzipped; - is standard input")
    .addOption(
      new Option("--from <form>", "the form of the data").choices(Object.keys(FORMS)).makeOptionMandatory(),
    )
    .option("-o, --output <path>", "a folder, or a file by its ending .yaml; else standard output")
    .option("--title <title>", "what the knowledge base is called; else the first input's name")
    .option("--language <code>", "the language of names and descriptions", "en")
    .addOption(
      new Option("--schema <name>", "import only this schema or type; may be repeated")
        .argParser(repeatable)
        .default([], "all"),
    )
    .option("--type <type>", "csv: the type of rows that give none")
    .addOption(
      new Option(
        "--map <name=key>",
        "csv: what a column means; wikidata: the type of a class; may be repeated",
      )
        .argParser(repeatable)
        .default([], "see below"),
    )
    .option("--force", "replace what an earlier import wrote")
    .option("--quiet", "say nothing but what is wrong")
    .addHelpText("after", MORE_HELP)
    .action((paths: readonly string[], options: Options) => run(paths, options, context));
}

const MORE_HELP = `
Forms:
  ftm       FollowTheMoney entities, one on each line, as of OpenSanctions
            (entities.ftm.json, targets.nested.json)
  wikidata  items as JSON: a document of Special:EntityData, one item on each
            line, or a dump
  csv       a table with a row of headers, separated by commas, semicolons or
            tabs

Columns of a table, in any order and capitals; only name and type must be there:
${Object.entries(CSV_COLUMNS)
  .map(([key, meaning]) => `  ${key.padEnd(14)}${meaning}`)
  .join("\n")}
  A role such as mediator or signatory is a column of who filled it. Several
  values in one field are separated by semicolons. Dates are as in 2025,
  2025-10 or 2025-10-19. Rows of one id are one entry, which may hold
  several offices so.

  --map says what other columns mean: --map Amt=title --map Ort=place. For
  Wikidata it says what the items of a class are: --map Q35127=document.

What comes of it:
  Persons, bodies, countries, places, documents and events, with their names,
  dates, offices, memberships and sources. Weak aliases stay weak. A country
  that the data knows only by its code becomes an entity. A link to what is
  not in the data is left out. What has no place in a knowledge base is
  counted and told.

  A folder gets files of some thousand entries each. Memory does not grow
  with the input but for some forty bytes an entry; the rest waits in
  temporary files, which need about as much room as the unpacked input.

Exit status:
  0  imported, though perhaps some lines could not be read: they are told
  2  the run failed: a wrong option, an input that cannot be read or breaks
     off, nothing in it that could be used; the reason is on standard error

Examples:
  aide-memoire knowledge import entities.ftm.json --from ftm -o knowledge
  aide-memoire knowledge import Q843.json Q889.json --from wikidata > states.yaml
  bzcat dump.json.bz2 |
    aide-memoire knowledge import - --from wikidata --schema person -o people
  aide-memoire knowledge import ministers.csv --from csv --type person
    --map Ressort=title -o ministers.knowledge.yaml`;

async function run(paths: readonly string[], options: Options, context: Context): Promise<void> {
  const { stdin, stdout, stderr } = context.streams;
  const { output, quiet = false } = options;
  const trouble = new Trouble(context.err(undefined));
  context.exit(EXIT.failed);
  const notes = new Notes();
  const form = FORMS[options.from](options, (message) => notes.add(message));
  if (typeof form === "string") return trouble.fail(form);
  const refused = output === undefined ? undefined : refusal(output, options.force ?? false);
  if (refused !== undefined) return trouble.fail(refused);
  const progress = progressOn(stderr, quiet);
  let bytes = 0;
  const inputs = inputsAt(paths, stdin, trouble, (more) => progress.at((bytes += more)));
  if (inputs === undefined) return;
  const name = lineOf(nameOf(paths[0]!)) ?? "Import";
  const job: ImportRun = {
    ...{ inputs, ...form, progress },
    keep: wanted(options.schema),
    title: lineOf(options.title) ?? name,
    language: lineOf(options.language) ?? "en",
    dataset: name,
    malformed: (input, { line, problem }) => notes.line(`${input.name}:${line}: ${problem}`),
    broken: (input, error) => {
      progress.end();
      trouble.fail(`${input.name}: ${breakageOf(error)}`);
    },
  };
  const judge: Judge = (counts) => {
    progress.end();
    notes.tell(trouble);
    if (counts.entities + counts.events > 0) return true;
    trouble.fail("Nothing was imported: no record could be used. Check the form that --from names.");
    return false;
  };
  try {
    const counts =
      output === undefined
        ? await importToStream(job, stdout, judge)
        : await importToDisk(job, output, judge);
    if (counts === undefined) return;
    if (!quiet) context.err(undefined).write(summaryOf(counts, output));
    if (!trouble.failed) context.exit(EXIT.clean);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    trouble.fail(`${output ?? "Temporary files"}: ${reasonNotWritten(error)}`);
  } finally {
    progress.end();
  }
}

function wanted(names: readonly string[]): (entry: EntryPiece) => boolean {
  if (names.length === 0) return () => true;
  const all = new Set(names.map((name) => name.toLowerCase()));
  return ({ schema, type }) => all.has(schema.toLowerCase()) || all.has(type.toLowerCase());
}

/** A title where the user gives none: the file's name without its endings. */
function nameOf(path: string): string {
  return path === "-" ? "" : basename(path).replace(/(?:\.(?:gz|json|jsonl|ndjson|ftm|csv|tsv|txt))+$/i, "");
}
