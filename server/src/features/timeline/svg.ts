import { PAGE_PROPERTIES } from "../pages/style.ts";
import { arrange, LANES } from "./arrangement.ts";
import { drawing } from "./drawing.ts";
import { DRAWING_STYLE } from "./style.ts";
import type { Timeline } from "./timeline.ts";
import { focusOf } from "./window.ts";

/** As wide as a page, in pixels. */
const WIDTH = 1180;

/** The timeline as an SVG file of its own, as it is to be seen first; where it can, it is by day and by night alike. */
export function timelineSvg(timeline: Timeline): string {
  const svg = drawWhole(timeline);
  const inside = svg.indexOf(">") + 1;
  return `${svg.slice(0, inside)}
<style>
${PAGE_PROPERTIES}${DRAWING_STYLE}.timeline { background: var(--paper); }
</style>
${svg.slice(inside)}
`;
}

/** The part of a timeline that is to be seen first, at the width of a page. */
export function drawWhole(timeline: Timeline): string {
  const { from, to } = focusOf(timeline);
  return drawing(arrange(timeline, WIDTH / (to - from), LANES), { from, width: WIDTH }).svg;
}
