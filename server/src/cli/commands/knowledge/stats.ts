import { Command, Option } from "commander";
import { type Statistics, statisticsOf, type Tally } from "../../../knowledge-base/statistics.ts";
import { EXIT } from "../../exit-status.ts";
import type { Output } from "../../output.ts";
import type { Context } from "../../program.ts";
import { type Row, type Section, tableOf } from "../../reports/table.ts";
import { Trouble } from "../../trouble.ts";
import { printable } from "../../width.ts";
import { type OpenBase, openBases, PATHS_HELP, WHICH_BASES } from "./bases.ts";

interface Options {
  readonly format: "text" | "json";
}

/** `aide-memoire knowledge stats`: what there is in knowledge bases, in numbers. */
export function statsCommand(context: Context): Command {
  return new Command("stats")
    .description("count what is in knowledge bases")
    .argument("[paths...]", PATHS_HELP)
    .addOption(new Option("-f, --format <format>", "how to report").choices(["text", "json"]).default("text"))
    .addHelpText("after", MORE_HELP)
    .action((paths: readonly string[], options: Options) => run(paths, options, context));
}

const MORE_HELP = `${WHICH_BASES}

What is counted:
  Entries by map and by type, names by form, offices, dated events and the time
  that they span, evidence by source and entries without any, words added to the
  vocabulary, files by size, and how long loading took. An entry with an error in
  it is not counted; "knowledge check" shows the errors.

Exit status:
  0  everything was counted
  2  the run failed: a wrong option, a file that cannot be read; the reason is on
     standard error

Examples:
  aide-memoire knowledge stats
  aide-memoire knowledge stats our-region.knowledge.yaml --format json`;

async function run(paths: readonly string[], { format }: Options, context: Context): Promise<void> {
  const output = context.out(undefined);
  const trouble = new Trouble(context.err(undefined));
  const bases = await openBases(paths, context, trouble);
  if (format === "json") {
    const knowledgeBases = bases.map((base) => jsonOf(base));
    output.write(`${JSON.stringify({ version: 1, knowledgeBases }, null, 2)}\n`);
  } else {
    output.write(bases.map((base) => textOf(base, output)).join("\n"));
  }
  context.exit(trouble.failed ? EXIT.failed : EXIT.clean);
}

interface FileSize {
  readonly file: string;
  readonly bytes: number;
}

/** The biggest first. */
function sizesOf({ texts }: OpenBase): FileSize[] {
  return [...texts]
    .map(([file, text]) => ({ file, bytes: Buffer.byteLength(text) }))
    .sort((a, b) => b.bytes - a.bytes);
}

function jsonOf(base: OpenBase): object {
  const { entries, offices, events, evidence, ...tallies } = statisticsOf(base.knowledge);
  const { bySource, ...rest } = evidence;
  return {
    path: base.place,
    title: base.knowledge.bases[0]!.title,
    problems: base.problems.length,
    entries,
    ...Object.fromEntries(Object.entries(tallies).map(([key, counts]) => [key, Object.fromEntries(counts)])),
    offices,
    events,
    evidence: { ...rest, bySource: Object.fromEntries(bySource) },
    files: sizesOf(base),
    loadMilliseconds: Math.round(base.milliseconds),
  };
}

/** As much as fits beside other windows, whatever the terminal. */
const WIDEST = 80;
const MOST_ROWS = 12;

function textOf(base: OpenBase, { colours, width }: Output): string {
  const sections = sectionsOf(base, statisticsOf(base.knowledge));
  const titles = new Set(sections.map(({ title }) => title));
  const lines = tableOf(sections, Math.min(width, WIDEST));
  return [
    `${colours.underline(printable(base.knowledge.bases[0]!.title))} ${colours.dim(printable(base.place))}`,
    ...lines.map((line) => (titles.has(line) ? colours.bold(line) : line)),
    "",
  ].join("\n");
}

function sectionsOf(base: OpenBase, statistics: Statistics): Section[] {
  const { entries, names, offices, events, evidence } = statistics;
  const { first, last } = events.span ?? {};
  const sources = base.knowledge.sources;
  const officeRows: Row[] = [
    [
      "offices held",
      number(offices.held),
      `by ${number(offices.holders)} in all, ${number(offices.dated)} dated`,
    ],
  ];
  return [
    { title: "Entries", rows: rows(Object.entries(entries)) },
    { title: "Entities", rows: rows(statistics.entityTypes) },
    { title: "Names", rows: rows(spaced(names)) },
    { title: "Offices", rows: offices.held > 0 ? officeRows : [] },
    {
      title: "Events",
      rows: [
        ...(entries.events > 0
          ? [["with a date", number(events.dated), first === undefined ? "" : `${first} to ${last}`] as const]
          : []),
        ...rows(statistics.eventTypes),
      ],
    },
    { title: "Claims", rows: rows(statistics.claimStatuses) },
    {
      title: "Evidence",
      rows: [
        ["pieces", number(evidence.pieces), `${number(evidence.quotes)} with a quote`],
        ["entries without any", number(evidence.without)],
        ...rows(evidence.bySource.map(([id, n]) => [sources.get(id)?.title ?? id, n] as const)),
      ],
    },
    { title: "Vocabulary added", rows: rows(spaced(statistics.addedVocabulary)) },
    { title: "Files, in bytes", rows: rows(sizesOf(base).map(({ file, bytes }) => [file, bytes] as const)) },
    {
      title: "Loading",
      rows: [
        ["milliseconds", number(Math.round(base.milliseconds))],
        ["problems", number(base.problems.length)],
      ],
    },
  ];
}

/** The first of a tally, and in one row what is left of it. */
function rows(tally: Tally): Row[] {
  const shown = tally.length > MOST_ROWS + 1 ? tally.slice(0, MOST_ROWS) : tally;
  const rest = tally.slice(shown.length);
  const others = rest.reduce((sum, [, n]) => sum + n, 0);
  return [
    ...shown.map(([what, n]): Row => [what, number(n)]),
    ...(rest.length > 0 ? [[`${rest.length} others`, number(others)] as const] : []),
  ];
}

/** Keys of the format as words: "weakAliases" is "weak aliases". */
function spaced(tally: Tally): Tally {
  return tally.map(([key, n]) => [key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), n]);
}

function number(n: number): string {
  return n.toLocaleString("en-GB");
}
