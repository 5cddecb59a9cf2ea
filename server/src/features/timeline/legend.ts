import { markSvg } from "./mark.ts";
import type { TimelineItem } from "./timeline.ts";

/** What the shapes mean, as a list. */
export function legendHtml(): string {
  const entries = LEGEND.map(([words, item, isStretch]) => {
    const width = isStretch ? 36 : 20;
    const [from, to] = isStretch ? [2, 34] : [10, 10];
    const mark = {
      items: [{ ...PLAIN, ...item }],
      from,
      to,
      lane: 0,
      label: "",
      labelWidth: 0,
      before: false,
    };
    const drawn = markSvg(mark, { left: 0, width, top: isStretch ? -7 : 0 }).replace(
      /<title>.*?<\/title>/s,
      "",
    );
    return `<li><svg class="timeline" viewBox="0 0 ${width} 26" width="${width}" height="26" aria-hidden="true" focusable="false">${drawn}</svg>${words}</li>`;
  });
  return `<ul class="legend" aria-label="Legend">${entries.join("")}</ul>`;
}

const PLAIN: TimelineItem = {
  id: "",
  origin: "knowledge",
  label: "",
  when: "",
  edtf: "",
  start: 0,
  end: 0,
  lasting: false,
  uncertain: false,
  note: "",
};

const LEGEND: readonly (readonly [string, Partial<TimelineItem>, boolean])[] = [
  ["told by the draft", { told: true }, false],
  ["not told", {}, false],
  ["draft agrees", { origin: "draft", verdict: "supported" }, false],
  ["draft contradicts", { origin: "draft", verdict: "contradicted" }, false],
  ["not known", { origin: "draft", verdict: "unverified" }, false],
  ["all this time", { told: true, lasting: true }, true],
  ["some time within", { told: true }, true],
  ["approximate", { told: true, margins: { start: 1, end: 1 } }, true],
  ["uncertain", { told: true, uncertain: true }, true],
];
