import type { Counts } from "./counts.ts";

/** What an import did, in some lines for the user. */
export function summaryOf(counts: Counts, output: string | undefined): string {
  const { records, entities, events } = counts;
  const to = output === undefined ? "" : `, written to ${output}`;
  return [
    `${counted(entities, "entity", "entities")} and ${counted(events, "event")} from ${counted(records, "record")}${to}.`,
    ...told("Without a place in a knowledge base", [...counts.left]),
    ...told("Links to what is not in the data, or cannot stand there", [
      ...counts.dropped,
      ["of entries that are not there", counts.withoutHolder],
      ["to offices that are not there", counts.unknownPosts],
      ["that led in a circle", counts.circular],
    ]),
    ...told("Entries left out", [
      ["of other schemata", counts.filtered],
      ["whose id was there already", counts.repeated],
    ]),
    "",
  ].join("\n");
}

const MOST_KINDS = 12;

function told(title: string, counts: readonly (readonly [string, number])[]): string[] {
  const some = counts.filter(([, n]) => n > 0).sort(([, m], [, n]) => n - m);
  if (some.length === 0) return [];
  const shown = some.slice(0, MOST_KINDS).map(([what, n]) => `${what} (${number(n)})`);
  const rest = some.slice(MOST_KINDS).reduce((sum, [, n]) => sum + n, 0);
  return [`${title}: ${[...shown, ...(rest > 0 ? [`others (${number(rest)})`] : [])].join(", ")}.`];
}

function counted(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

function number(n: number): string {
  return n.toLocaleString("en-GB");
}
