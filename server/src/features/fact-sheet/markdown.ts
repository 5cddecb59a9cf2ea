import { bold, paragraphs, plain } from "../cards/markdown.ts";
import { linkable } from "../pages/html.ts";
import { VERDICT_WORDS, VERDICTS } from "../pages/verdicts.ts";
import type { FactRow, FactSheet, SourceNote } from "./sheet.ts";
import { NOTHING, SILENT } from "./table.ts";

/** The fact sheet in Markdown, with a table of GitHub's kind. */
export function factSheetMarkdown(sheet: FactSheet): string {
  const { title, counts, knowledge, rows } = sheet;
  const counted = VERDICTS.map((verdict) => `${counts[verdict]} ${VERDICT_WORDS[verdict].toLowerCase()}`);
  const against = knowledge.map((each) => `“${cell(each)}”`).join(", ");
  return `${paragraphs(
    `# Fact sheet: ${cell(title)}`,
    `${counted.join(" · ")}${against === "" ? "" : `. Held against ${against}.`}`,
    rows.length === 0 ? NOTHING : [...HEAD, ...rows.map(line)].join("\n"),
  )}\n`;
}

const HEAD = [
  "| Verdict | Line | What the draft says | What is known | Source |",
  "| --- | ---: | --- | --- | --- |",
];

const SIGNS = { contradicted: "✗", unverified: "?", supported: "✓" } as const;

function line({ verdict, range, says, words, known, sources, ignored }: FactRow): string {
  const cells = [
    `${SIGNS[verdict]} ${VERDICT_WORDS[verdict]}${ignored === undefined ? "" : " (ignored)"}`,
    String(range.start.line + 1),
    `It ${cell(says)}.${words === "" ? "" : ` ${bold(folded(words))}`}`,
    known === "" ? SILENT : cell(known),
    sources.map(sourceText).join("; ") || "–",
  ];
  return `| ${cells.join(" | ")} |`;
}

function sourceText({ title, quotes, url }: SourceNote): string {
  const href = linkable(url);
  const name = href === undefined ? `*${cell(title)}*` : `[${cell(title)}](<${encoded(href)}>)`;
  return quotes.length === 0 ? name : `${quotes.map((quote) => `“${cell(quote)}”`).join(", ")} (${name})`;
}

function cell(text: string): string {
  return plain(folded(text));
}

/** In one line: a line's end would end the row. */
function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function encoded(url: string): string {
  return url.replace(/[<>|\\]/g, encodeURIComponent);
}
