import { escaped } from "../../../../server/src/features/pages/html.ts";
import { VERDICTS, verdictIcon } from "../../../../server/src/features/pages/verdicts.ts";
import type { FactSheet, Words } from "../messages.ts";
import type { SheetFilter } from "./filter.ts";

const FORMATS = ["html", "markdown", "csv"] as const;

/** The controls above the table. */
export function toolsHtml(words: Words): string {
  const verdicts = VERDICTS.map(
    (verdict) =>
      `<button type="button" class="tool verdict ${verdict}" data-verdict="${verdict}" aria-pressed="true">${verdictIcon(verdict)} <span>${escaped(words[verdict]!)}</span></button>`,
  );
  const saves = FORMATS.map(
    (format) =>
      `<button type="button" class="tool" data-format="${format}">${escaped(words[format]!)}</button>`,
  );
  return `<input type="search" id="text" placeholder="${escaped(words.search!)}" aria-label="${escaped(words.search!)}">
${verdicts.join("")}
<span id="count" class="faint" role="status"></span><span class="gap"></span>
${saves.join("")}`;
}

/** Lets the controls show what is chosen, and how much of the sheet is to be seen. */
export function showTools(
  { hidden = [], text = "" }: SheetFilter,
  words: Words,
  sheet: FactSheet | undefined,
  shown: number,
): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-verdict]")) {
    const verdict = button.dataset.verdict!;
    button.setAttribute("aria-pressed", String(!hidden.includes(verdict)));
  }
  const input = document.getElementById("text") as HTMLInputElement;
  if (input.value !== text) input.value = text;
  const all = sheet?.rows.length ?? 0;
  const count = document.getElementById("count")!;
  const told =
    sheet === undefined || shown === all
      ? ""
      : words.count!.replace("{0}", String(shown)).replace("{1}", String(all));
  if (count.textContent !== told) count.textContent = told;
}
