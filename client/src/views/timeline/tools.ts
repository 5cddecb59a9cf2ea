import { escaped } from "../../../../server/src/features/pages/html.ts";
import type { Words } from "../messages.ts";

/** The controls above the drawing. */
export function toolsHtml(words: Words): string {
  const zooms = [
    ["in", "+", words.zoomIn],
    ["out", "−", words.zoomOut],
    ["draft", words.showDraft, words.showDraft],
    ["all", words.showAll, words.showAll],
  ].map(
    ([how, shown, spoken]) =>
      `<button type="button" class="tool" data-zoom="${how}" title="${escaped(spoken!)}" aria-label="${escaped(spoken!)}">${escaped(shown!)}</button>`,
  );
  const saves = ["svg", "html"].map(
    (format) =>
      `<button type="button" class="tool" data-format="${format}">${escaped(words[format]!)}</button>`,
  );
  return `${zooms.join("")}<span class="gap"></span>${saves.join("")}`;
}
