import { escaped } from "../pages/html.ts";
import { type Arrangement, HEAD, marksOf, topOf } from "./arrangement.ts";
import { ticksOf } from "./axis.ts";
import type { Mark } from "./lanes.ts";
import { markSvg, pointOf } from "./mark.ts";
import { AXIS, LANE, PADDING } from "./measures.ts";
import { countOf } from "./wording.ts";

/** How a part of a timeline is drawn. */
export interface DrawingStyle {
  /** The day at the left border, and the width in pixels. */
  readonly from: number;
  readonly width: number;
  /** Its marks can be chosen with keys and mouse: the one of them that has the focus when the drawing gets it. */
  readonly chosen?: string;
  readonly interactive?: boolean;
}

/** A part of a timeline as SVG without a style of its own, and the marks that are in it, in the order of time. */
export function drawing(
  arrangement: Arrangement,
  style: DrawingStyle,
): { readonly svg: string; readonly shown: readonly Mark[] } {
  const { height, timeline, perDay } = arrangement;
  const { width, interactive } = style;
  const left = style.from * perDay;
  const all = marksOf(arrangement);
  const shown = all.filter((mark) => isShown(mark, left, width));
  const marks = shown.map((mark) => markSvg(mark, { ...style, left, top: topOf(arrangement, mark) }));
  const role = interactive
    ? `role="listbox" aria-label="Timeline of ${escaped(timeline.title)}" aria-orientation="horizontal"`
    : `role="img" aria-label="${escaped(`Timeline of ${timeline.title}. ${countOf(timeline)}`)}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" class="timeline" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${role}>
<g aria-hidden="true">${backdrop(arrangement, style, left)}</g>
${marks.join("\n")}
</svg>`;
  return { svg, shown };
}

function isShown({ from, to, labelWidth, before }: Mark, left: number, width: number): boolean {
  const room = 16 + labelWidth;
  return to + (before ? 16 : room) >= left && from - (before ? room : 16) <= left + width;
}

/** What stands behind the marks: the two sides, the axis, the day of writing, the lines from what is wrong to what is known. */
function backdrop(arrangement: Arrangement, style: DrawingStyle, left: number): string {
  const { axis, height, perDay, timeline, known } = arrangement;
  const { width } = style;
  const { written } = timeline;
  const day = written === undefined ? "" : writtenMark((written + 0.5) * perDay - left, width, arrangement);
  const empty = known.marks.length === 0 ? " (no dated events)" : "";
  return [
    `<rect class="band" x="0" y="${axis}" width="${width}" height="${AXIS}"/>`,
    ...axisSvg(arrangement, style, left),
    day,
    ...links(arrangement, left),
    `<text class="side" x="8" y="${PADDING + 8}">Knowledge base${empty}</text>`,
    `<text class="side" x="8" y="${height - PADDING + 2}">Draft</text>`,
  ].join("");
}

/** Room at either end of the axis for what lies beyond it, in pixels. */
const END = 92;

/** The ticks; and at either end how many items lie beyond it, in place of a tick. */
function axisSvg(arrangement: Arrangement, { from, width }: DrawingStyle, left: number): string[] {
  const { axis, height, perDay } = arrangement;
  const marks = marksOf(arrangement);
  const count = (some: readonly Mark[]) => some.reduce((sum, { items }) => sum + items.length, 0);
  const earlier = count(marks.filter(({ to }) => to < left));
  const later = count(marks.filter(({ from }) => from > left + width));
  const y = axis + AXIS / 2 + 4;
  const [first, last] = [earlier > 0 ? END + 30 : 30, width - (later > 0 ? END + 30 : 30)];
  const ticks = ticksOf({ from, to: from + width / perDay }, width).map(({ day, label }) => {
    const x = day * perDay - left;
    const at = x.toFixed(1);
    const words =
      x < first || x > last
        ? ""
        : `<text class="tick" x="${at}" y="${y}" text-anchor="middle">${label}</text>`;
    return `<path class="grid" d="M${at} ${PADDING + HEAD}V${axis}M${at} ${axis + AXIS}V${height - PADDING - HEAD}"/>${words}`;
  });
  return [
    ...ticks,
    earlier === 0 ? "" : `<text class="beyond" x="8" y="${y}">◂ ${earlier} earlier</text>`,
    later === 0
      ? ""
      : `<text class="beyond" x="${width - 8}" y="${y}" text-anchor="end">${later} later ▸</text>`,
  ];
}

function writtenMark(x: number, width: number, { axis, height }: Arrangement): string {
  const end = x > width - 100;
  return `<path class="written" d="M${x.toFixed(1)} ${axis + AXIS}V${height - PADDING}"/><text class="side" x="${(x + (end ? -5 : 5)).toFixed(1)}" y="${height - PADDING + 2}"${end ? ' text-anchor="end"' : ""}>draft written</text>`;
}

/** A dashed line from a contradicted statement to the event that it misdates. */
function links(arrangement: Arrangement, left: number): string[] {
  const { axis, known, stated } = arrangement;
  const events = new Map(known.marks.flatMap((mark) => mark.items.map(({ id }) => [id, mark] as const)));
  return stated.marks.flatMap((mark) => {
    const [item] = mark.items;
    const event = item?.about === undefined ? undefined : events.get(item.about);
    if (event === undefined || item?.verdict !== "contradicted") return [];
    const [a, b] = [pointOf(mark) - left, pointOf(event) - left];
    const [y, top] = [topOf(arrangement, mark) + LANE / 2, topOf(arrangement, event) + LANE / 2];
    return `<path class="link" d="M${a.toFixed(1)} ${y}V${axis + AXIS}L${b.toFixed(1)} ${axis}V${top}"/>`;
  });
}
