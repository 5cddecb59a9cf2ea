import type { Figure } from "./benchmark.ts";

/** What a benchmark has measured. */
export interface Measured {
  readonly name: string;
  readonly what: string;
  readonly figures: readonly Figure[];
}

const HEADS = ["what", "median", "p99", "clock", "beside", "ratio", "goal"];

export function consoleTable({ name, what, figures }: Measured): string {
  const rows = [HEADS, ...figures.map(cells)];
  const widths = HEADS.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd(),
  );
  return `${name}: ${what}\n${lines.join("\n")}\n`;
}

/** A benchmark's table for a page, between its marks. */
export function markdownOf({ name, what, figures }: Measured): readonly [name: string, section: string] {
  const rows = [HEADS, HEADS.map((_, i) => (i === 0 || i > 5 ? "---" : "---:")), ...figures.map(cells)];
  const used = HEADS.map((_, i) => i === 0 || figures.some((figure) => cells(figure)[i] !== ""));
  const lines = rows.map((row) => `| ${row.filter((_, i) => used[i]).join(" | ")} |`);
  return [name, `${opens(name)}\n**${what}.**\n\n${lines.join("\n")}\n${CLOSES}`];
}

/**
 * The page with these sections in the place of their like; those that it does not have yet come at its end. And the table of
 * all goals, of what stands in the page then.
 */
export function withMarkdown(
  page: string,
  sections: readonly (readonly [name: string, section: string])[],
): string {
  const renewed = sections.reduce((text, [name, section]) => withSection(text, opens(name), section), page);
  return withSection(renewed, GOALS, `${GOALS}\n${goalsIn(renewed)}\n${CLOSES}`);
}

function withSection(page: string, opening: string, section: string): string {
  const from = page.indexOf(opening);
  if (from === -1) return `${page.trimEnd()}\n\n${section}\n`;
  const to = page.indexOf(CLOSES, from) + CLOSES.length;
  return page.slice(0, from) + section + page.slice(to);
}

/** Every row of a page's tables that has a goal, with the name of its benchmark. */
function goalsIn(page: string): string {
  const rows = [...page.matchAll(/<!-- npm run bench -- (\S+) -->\n([\s\S]*?)<!-- end -->/g)].flatMap(
    ([, name, section]) => {
      const [heads, , ...lines] = [...section!.matchAll(/^\| (.*) \|$/gm)].map(([, line]) =>
        line!.split(" | "),
      );
      return lines.flatMap((line) => {
        const at = (head: string) => line[heads!.indexOf(head)] ?? "";
        if (at("goal") === "") return [];
        const [, goal, met] = /^(.*): (\S+)$/.exec(at("goal"))!;
        return [[name!, at("what"), goal!, at("median"), at("p99"), at("beside"), at("ratio"), met!]];
      });
    },
  );
  const heads = ["benchmark", "what", "goal", "reached", "p99", "beside", "ratio", ""];
  return [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

const GOALS = "<!-- goals -->";
const CLOSES = "<!-- end -->";

function opens(name: string): string {
  return `<!-- npm run bench -- ${name} -->`;
}

function cells({ what, value, unit, p99, wall, beside, goal }: Figure): string[] {
  const besides = beside === undefined ? "" : `${beside.what}: ${rounded(beside.value)}`;
  return [
    what,
    unit === "%" ? `${value.toFixed(0)} %` : `${rounded(value)} ${unit}`.trimEnd(),
    p99 === undefined ? "" : rounded(p99),
    wall === undefined ? "" : rounded(wall),
    besides,
    beside === undefined ? "" : rounded(timesOver(value, unit, beside)),
    goal === undefined ? "" : `${goal.text}: ${goal.isMet ? "met" : "**missed**"}`,
  ];
}

/** Speeds beside the floor, too, are told as how many times its time was taken. */
function timesOver(
  value: number,
  unit: string,
  beside: { readonly what: string; readonly value: number },
): number {
  return unit === "words/s" && beside.what === "floor" ? beside.value / value : value / beside.value;
}

/** Three digits that say something, and the thousands apart. */
function rounded(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 1000) return Number(value.toPrecision(3)).toLocaleString("en");
  return value !== 0 && Math.abs(value) < 0.001 ? "< 0.001" : String(Number(value.toPrecision(3)));
}
