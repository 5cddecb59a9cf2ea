import { escaped } from "../../../../server/src/features/pages/html.ts";
import { VERDICT_WORDS, verdictIcon } from "../../../../server/src/features/pages/verdicts.ts";
import type { Mark } from "../../../../server/src/features/timeline/lanes.ts";
import type { TimelineItem } from "../../../../server/src/features/timeline/timeline.ts";
import { doubt, spokenMark } from "../../../../server/src/features/timeline/wording.ts";
import type { Timeline, Words } from "../messages.ts";

/** What is to be told of the chosen mark below the drawing, and the ways that lead from it. */
export function detailHtml(mark: Mark | undefined, { items }: Timeline, words: Words): string {
  if (mark === undefined) return "";
  if (mark.items.length > 1) {
    const names = mark.items
      .slice(0, 8)
      .map((item) => `<li>${leadTo(item, item.label)} <span class="faint">${escaped(item.when)}</span></li>`);
    const rest = mark.items.length - names.length;
    return `<p>${escaped(spokenMark(mark))}</p><ul>${names.join("")}${rest > 0 ? `<li class="faint">+${rest}</li>` : ""}</ul>`;
  }
  const [item] = mark.items as [TimelineItem];
  const { label, when, verdict, note, about } = item;
  const judged =
    verdict === undefined
      ? ""
      : ` <span class="verdict ${verdict}">${verdictIcon(verdict)} ${VERDICT_WORDS[verdict]}</span>`;
  const event = about === undefined ? undefined : items.find(({ id }) => id === about);
  const ways = [
    leadTo(item, item.origin === "draft" ? words.toDraft! : words.toKnowledge!),
    ...(event === undefined ? [] : [leadTo(event, words.toKnowledge!)]),
  ].filter((way) => way.startsWith("<button"));
  return `<p><strong>${escaped(label)}</strong> ${escaped((label.endsWith(when) ? "" : ` · ${when}`) + doubt(item))}${judged}</p>
${note === "" ? "" : `<p>${escaped(note)}</p>`}<p class="where">${ways.join("")}</p>`;
}

function leadTo({ id, at }: TimelineItem, words: string): string {
  return at === undefined
    ? escaped(words)
    : `<button type="button" class="lead" data-item="${escaped(id)}">${escaped(words)}</button>`;
}
