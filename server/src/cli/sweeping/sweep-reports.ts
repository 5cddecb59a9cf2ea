import type { FactChange } from "../../features/sweep/fact-changes.ts";
import type { Swept } from "../../features/sweep/sweep.ts";
import type { Output } from "../output.ts";
import { printable } from "../width.ts";
import { EFFECTS, effectsText, type SweepResult, type SweptFile, slotText } from "./result.ts";

/** What a sweep can be written as. */
export const SWEEP_REPORTS: Readonly<Record<string, (result: SweepResult, output: Output) => void>> = {
  text,
  json,
  markdown,
};

const INDENT = "      ";

function text(result: SweepResult, output: Output): void {
  const { colours } = output;
  const line = (words: string) => output.write(`${words}\n`);
  line(colours.bold(factsHead(result)));
  for (const fact of result.facts) {
    line(`  ${colours.dim(printable(fact.id))} ${printable(factText(fact))}`);
    for (const slot of fact.slots) line(`${INDENT}${printable(slotText(slot))}`);
  }
  for (const file of result.files) {
    line(`\n${colours.underline(printable(file.path))}`);
    for (const passage of file.passages) {
      const paint = passage.effect === "right" || passage.effect === "covered" ? colours.green : colours.red;
      line(`  ${placeOf(passage)} ${paint(EFFECTS[passage.effect])} ${printable(messageOf(passage))}`);
      if (passage.fixes.length > 0)
        line(`${INDENT}→ ${passage.fixes.map((fix) => colours.green(printable(fix))).join(" or ")}`);
    }
    if (file.holding > 0) line(`  ${holdingText(file)}`);
  }
  line(`\n${colours.bold(summary(result))}`);
}

/** Zero-based lines and UTF-16 characters, as in the other reports for programs. */
function json(result: SweepResult, output: Output): void {
  output.write(`${JSON.stringify({ version: 1, ...result }, null, 2)}\n`);
}

/** For an issue or a pull request. */
function markdown(result: SweepResult, output: Output): void {
  const facts = result.facts.map((fact) => {
    const slots = fact.slots.map((slot) => `\n  - ${plain(slotText(slot))}`);
    return `- \`${fact.id}\` ${plain(factText(fact))}${slots.join("")}`;
  });
  const files = result.files.flatMap((file) => [
    `### ${plain(file.path)}`,
    "",
    ...file.passages.map(
      (passage) =>
        `- [ ] line ${passage.range.start.line + 1}, **${EFFECTS[passage.effect]}**: ${plain(messageOf(passage))}${fixesOf(passage)}`,
    ),
    ...(file.holding > 0 ? [`- ${holdingText(file)}`] : []),
    "",
  ]);
  output.write([`## ${factsHead(result)}`, "", ...facts, "", ...files, summary(result), ""].join("\n"));
}

function factsHead({ facts, since, hasOtherWords }: SweepResult): string {
  const words = hasOtherWords ? " The vocabulary changed as well." : "";
  if (facts.length === 0) return `No fact has changed since ${since}.${words}`;
  return `${facts.length} ${facts.length === 1 ? "fact has" : "facts have"} changed since ${since}:${words}`;
}

function factText({ kind, change, label }: FactChange): string {
  return `${label} (${kind}${change === "changed" ? "" : `, ${change}`})`;
}

function messageOf({ effect, message, words }: Swept): string {
  const isStatement = effect === "covered" || effect === "uncovered";
  if (isStatement) return `it ${message}: “${words}”`;
  return effect === "right" || effect === "released" ? `“${words}” (it was: ${message})` : message;
}

function fixesOf({ fixes }: Swept): string {
  return fixes.length === 0 ? "" : ` → ${fixes.map((fix) => `“${plain(fix)}”`).join(" or ")}`;
}

function holdingText({ holding }: SweptFile): string {
  return holding === 1
    ? "1 statement on changed facts stands as before."
    : `${holding} statements on changed facts stand as before.`;
}

function summary(result: SweepResult): string {
  const { files, counts } = result;
  const drafts = (n: number) => `${n} ${n === 1 ? "draft" : "drafts"}`;
  const touched = files.filter(({ passages }) => passages.length > 0);
  const found =
    touched.length === 0 ? "none needs another look" : `${effectsText(files)}, in ${drafts(touched.length)}`;
  return `${drafts(counts.drafts)}, of which ${counts.read} may speak of what changed: ${found}.`;
}

function placeOf({ range: { start } }: Swept): string {
  return `${start.line + 1}:${start.character + 1}`;
}

function plain(words: string): string {
  return words.replace(/\s+/g, " ").replace(/[\\<>*_`[\]]/g, "\\$&");
}
