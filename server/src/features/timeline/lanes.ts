import { FONT, LANE } from "./measures.ts";
import { fitted, textWidth } from "./text-width.ts";
import type { TimelineItem } from "./timeline.ts";

/** What is drawn at one place: an item, or several that there is no room for. Pixels count from day 0 of the axis. */
export interface Mark {
  readonly items: readonly TimelineItem[];
  /** Where it begins and ends; infinite at an open end. Alike for a single day. */
  readonly from: number;
  readonly to: number;
  /** From the axis outwards. */
  readonly lane: number;
  /** Empty where there is no room. */
  readonly label: string;
  readonly labelWidth: number;
  /** The label stands before its mark, for behind it the axis ends. */
  readonly before: boolean;
}

export interface Packed {
  readonly marks: readonly Mark[];
  readonly lanes: number;
}

/** Below this a stretch is drawn as a point, in pixels. */
export const NARROW = 12;
/** How much wider bold letters are. */
const BOLD = 1.12;
const LONGEST_LABEL = 250;
const DOT = 14;
const GAP = 10;
/** How far apart items may be that are counted together. */
const CLUSTER = 64;

/**
 * Puts items into lanes so that nothing covers anything, labels included: first what matters most, then in the order of
 * time. What finds no room with its label does without it; what finds none at all is counted with its neighbours in a lane
 * of its own. `edge` is the pixel where the axis ends.
 */
export function pack(
  items: readonly TimelineItem[],
  perDay: number,
  how: { readonly most: number; readonly edge: number },
): Packed {
  const lanes: Lane[] = [];
  const marks: Mark[] = [];
  const crowded: Mark[] = [];
  const put = (mark: Mark, from: number, to: number): boolean => {
    for (let lane = 0; lane < how.most; lane++) {
      lanes[lane] ??= new Lane();
      if (!lanes[lane]!.take(from, to)) continue;
      marks.push({ ...mark, lane });
      return true;
    }
    return false;
  };
  for (const item of byWeight(items)) {
    const mark = markOf(item, perDay, how.edge);
    const bare = { ...mark, label: "", labelWidth: 0 };
    const [from, to] = roomFor(mark);
    if (put(mark, from, to) || put(bare, ...roomFor(bare))) continue;
    crowded.push(bare);
  }
  const used = Math.max(0, ...marks.map(({ lane }) => lane + 1));
  const clusters = clustered(crowded, used);
  return { marks: [...marks, ...clusters], lanes: used + (clusters.length > 0 ? 1 : 0) };
}

/** The room that lanes take, in pixels. */
export function heightOf({ lanes }: Packed): number {
  return lanes * LANE;
}

/** A lane's taken stretches. */
class Lane {
  readonly #taken: { readonly from: number; readonly to: number }[] = [];

  /** Takes a stretch if it is free. O(taken). */
  take(from: number, to: number): boolean {
    if (this.#taken.some((other) => from < other.to && other.from < to)) return false;
    this.#taken.push({ from, to });
    return true;
  }
}

function markOf(item: TimelineItem, perDay: number, edge: number): Mark {
  const first = item.start === undefined ? -Infinity : item.start * perDay;
  const last = item.end === undefined ? Infinity : (item.end + 1) * perDay;
  const middle = (first + last) / 2;
  const isPoint = last - first < NARROW;
  const [from, to] = isPoint ? [middle, middle] : [first, last];
  const size = item.verdict === "contradicted" ? FONT * BOLD : FONT;
  const label = fitted(item.label, size, LONGEST_LABEL);
  const labelWidth = textWidth(label, size);
  const before = isPoint ? to + labelWidth + DOT > edge : false;
  return { items: [item], from, to, lane: 0, label, labelWidth, before };
}

/** Of a point, the label is beside it; of a stretch, above it. */
function roomFor({ from, to, label, labelWidth, before }: Mark): [number, number] {
  if (from !== to) return [from - 2, Math.max(to, from + labelWidth) + GAP];
  const room = label === "" ? 0 : labelWidth + GAP;
  return before ? [from - DOT / 2 - room, from + DOT / 2] : [from - DOT / 2, from + DOT / 2 + room];
}

/** Contradictions first, then what the draft tells, then the rest, each in the order of time. */
function byWeight(items: readonly TimelineItem[]): TimelineItem[] {
  const weight = ({ verdict, told }: TimelineItem) =>
    verdict === "contradicted" ? 0 : told || verdict !== undefined ? 1 : 2;
  return [...items].sort((a, b) => weight(a) - weight(b));
}

function clustered(crowded: readonly Mark[], lane: number): Mark[] {
  const at = ({ from, to }: Mark) => (Number.isFinite(from) ? from : to);
  const sorted = [...crowded].sort((a, b) => at(a) - at(b));
  const groups: Mark[][] = [];
  for (const mark of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && at(mark) < at(group[0]!) + CLUSTER) group.push(mark);
    else groups.push([mark]);
  }
  return groups.map((group) => {
    const x = at(group[0]!);
    const label = `+${group.length}`;
    return {
      items: group.flatMap(({ items }) => items),
      from: x,
      to: x,
      lane,
      label,
      labelWidth: textWidth(label, FONT),
      before: false,
    };
  });
}
