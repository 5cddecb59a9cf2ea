import { escaped } from "../pages/html.ts";
import { markId } from "./arrangement.ts";
import type { Mark } from "./lanes.ts";
import { LANE } from "./measures.ts";
import type { TimelineItem } from "./timeline.ts";
import { spokenMark } from "./wording.ts";

/** Where a mark is drawn. */
export interface MarkPlace {
  /** The pixel of the axis at the left border. */
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly interactive?: boolean;
  readonly chosen?: string;
}

/** A mark as SVG: its shape says what it is and how sure its date is, its title says it in words. */
export function markSvg(mark: Mark, place: MarkPlace): string {
  const { items, from, to, label } = mark;
  const [item] = items;
  const shape =
    items.length > 1
      ? clusterSvg(mark, place)
      : from === to
        ? pointSvg(item!, from - place.left, place.top + LANE / 2)
        : stretchSvg(mark, place);
  const words = label === "" || items.length > 1 ? "" : labelSvg(mark, place);
  const spoken = escaped(spokenMark(mark));
  const id = markId(mark);
  const option = place.interactive
    ? ` role="option" aria-selected="${id === place.chosen}" aria-label="${spoken}" tabindex="${id === place.chosen ? 0 : -1}" data-mark="${escaped(id)}"`
    : "";
  return `<g class="${classesOf(mark)}"${option}><title>${spoken}</title>${shape}${words}</g>`;
}

/** The pixel of the axis at which a mark is pointed to. */
export function pointOf({ from, to }: Mark): number {
  if (!Number.isFinite(from)) return to;
  return Number.isFinite(to) ? (from + to) / 2 : from;
}

function classesOf({ items }: Mark): string {
  const { origin, verdict, told, margins, uncertain } = items[0]!;
  return [
    "mark",
    origin,
    ...(items.length > 1 ? ["cluster"] : []),
    ...(verdict === undefined ? [] : [verdict]),
    ...(told ? ["told"] : []),
    ...(margins === undefined ? [] : ["approximate"]),
    ...(uncertain ? ["uncertain"] : []),
  ].join(" ");
}

/** A day: a disc; of a statement a tick in a disc, a cross in a diamond, a ring with a question mark. */
function pointSvg({ verdict, margins, uncertain }: TimelineItem, x: number, y: number): string {
  const at = `translate(${x.toFixed(1)} ${y})`;
  const halo = margins === undefined && !uncertain ? "" : '<circle class="doubt" r="8.5"/>';
  const shape =
    verdict === "contradicted"
      ? '<path class="fill" d="M0-7 7 0 0 7-7 0Z"/><path class="sign" d="m-2.3-2.3 4.6 4.6m0-4.6-4.6 4.6"/>'
      : verdict === "supported"
        ? '<circle class="fill" r="6"/><path class="sign" d="m-2.6.2 1.8 1.8 3.3-3.7"/>'
        : verdict === "unverified"
          ? '<circle class="ring" r="5.2"/><path class="ring" d="M-1.5-1.1c0-2 3-1.9 3-.1 0 1.1-1.5 1.1-1.5 2.2m0 1.6v.1"/>'
          : '<circle class="fill" r="4.6"/>';
  return `<g transform="${at}">${halo}${shape}</g>`;
}

/** A stretch of days: a bar if it lasted, an outline if it was some time within; arrows where an end is open. */
function stretchSvg({ items, from, to }: Mark, { left, width, top }: MarkPlace): string {
  const { lasting, start, end, verdict } = items[0]!;
  const [a, b] = [Math.max(from - left, -20), Math.min(to - left, width + 20)];
  const y = top + 17;
  const bar = `<rect class="${lasting ? "bar" : "span"}" x="${a.toFixed(1)}" y="${y}" width="${Math.max(b - a, 2).toFixed(1)}" height="6" rx="3"/>`;
  const opening = start === undefined ? `<path class="arrow" d="M12 ${y - 2}l-8 5 8 5"/>` : "";
  const ending = end === undefined ? `<path class="arrow" d="M${width - 12} ${y - 2}l8 5-8 5"/>` : "";
  const wrong = verdict === "contradicted" ? pointSvg(items[0]!, Math.max(a, 8) + 0, y + 3) : "";
  return `${bar}${opening}${ending}${wrong}`;
}

function clusterSvg({ from, label, labelWidth }: Mark, { left, top }: MarkPlace): string {
  const x = from - left;
  const width = Math.max(labelWidth + 14, 26);
  return `<rect class="pill" x="${x.toFixed(1)}" y="${top + 4}" width="${width.toFixed(1)}" height="18" rx="9"/><text x="${(x + width / 2).toFixed(1)}" y="${top + 17}" text-anchor="middle">${label}</text>`;
}

/** Beside a point, above a stretch; there it stays in sight for as long as there is room. */
function labelSvg({ from, to, label, labelWidth, before }: Mark, { left, width, top }: MarkPlace): string {
  if (from === to) {
    const x = from - left + (before ? -11 : 11);
    return `<text x="${x.toFixed(1)}" y="${top + 17}"${before ? ' text-anchor="end"' : ""}>${escaped(label)}</text>`;
  }
  const first = from - left;
  const last = Math.min(to - left, width) - labelWidth;
  const x = Math.max(first, Math.min(8, Math.max(first, last)));
  return `<text x="${x.toFixed(1)}" y="${top + 12}">${escaped(label)}</text>`;
}
