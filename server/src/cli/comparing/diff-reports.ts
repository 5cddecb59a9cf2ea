import { type Change, type DraftDiff, isSame, type Said } from "../../features/diff/diff.ts";
import { changeText, countsText, listsText } from "../../features/diff/wording.ts";
import type { Output } from "../output.ts";
import { printable } from "../width.ts";
import type { Version, Versions } from "./versions.ts";

/** What a comparison of two versions can be written as. */
export const DIFF_REPORTS: Readonly<
  Record<string, (diff: DraftDiff, versions: Versions, output: Output) => void>
> = { text, json, markdown };

/** A line a change, after its places in the old and the new text. */
function text(diff: DraftDiff, { before, after }: Versions, output: Output): void {
  const { colours } = output;
  const lines = diff.changes.map((change) => [`${places(change)}`, change] as const);
  const width = Math.max(0, ...lines.map(([place]) => place.length));
  output.write(`${colours.underline(printable(`${nameOf(before)} → ${nameOf(after)}`))}\n`);
  for (const [place, change] of lines) {
    const paint = painter(change, output);
    output.write(`  ${colours.dim(place.padEnd(width))}  ${paint(printable(changeText(change)))}\n`);
  }
  for (const line of listsText(diff)) output.write(`  ${printable(line)}\n`);
  const end = isSame(diff) ? "The two versions state the same." : `${countsText(diff)}.`;
  output.write(`${colours.bold(end)}\n`);
}

/** Zero-based lines and UTF-16 characters, as in the other reports for programs. */
function json(diff: DraftDiff, { before, after }: Versions, output: Output): void {
  const version = ({ path, revision }: Version) => ({ path, ...(revision !== undefined && { revision }) });
  const changes = diff.changes.map((change) => ({ text: changeText(change), ...change }));
  const whole = { version: 1, before: version(before), after: version(after), ...diff, changes };
  output.write(`${JSON.stringify(whole, null, 2)}\n`);
}

/** For a comment on a pull request. */
function markdown(diff: DraftDiff, { before, after }: Versions, output: Output): void {
  const title = `### Statements: ${code(nameOf(before))} → ${code(nameOf(after))}`;
  const rows = diff.changes.map(
    (change) => `| ${lineOf(change.before)} | ${lineOf(change.after)} | ${cell(changeText(change))} |`,
  );
  const table = rows.length === 0 ? [] : ["| line before | after | |", "| ---: | ---: | --- |", ...rows, ""];
  const lists = listsText(diff).map((line) => `- ${cell(line)}`);
  const end = isSame(diff) ? "The two versions state the same." : `${countsText(diff)}.`;
  output.write([title, "", ...table, ...lists, ...(lists.length > 0 ? [""] : []), end, ""].join("\n"));
}

function nameOf({ path, revision }: Version): string {
  return revision === undefined ? path : `${revision}:${path}`;
}

/** "12:5 → 14:9", as an editor counts. */
function places({ before, after }: Change): string {
  return `${placeOf(before)} → ${placeOf(after)}`;
}

function placeOf(said: Said | undefined): string {
  return said === undefined ? "–" : `${said.range.start.line + 1}:${said.range.start.character + 1}`;
}

function lineOf(said: Said | undefined): string {
  return said === undefined ? "–" : String(said.range.start.line + 1);
}

/** Red is what is wrong now and was not before, green what is no longer. */
function painter({ before, after }: Change, { colours }: Output): (words: string) => string {
  const [was, is] = [before?.verdict === "contradicted", after?.verdict === "contradicted"];
  return is ? colours.red : was ? colours.green : (words) => words;
}

function cell(words: string): string {
  return words.replace(/\s+/g, " ").replace(/[\\|<>*_`[\]]/g, "\\$&");
}

function code(words: string): string {
  return `\`${words.replaceAll("`", "'")}\``;
}
