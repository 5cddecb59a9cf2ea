import { heightOf, type Mark, type Packed, pack } from "./lanes.ts";
import { AXIS, LANE, LAST_DAY, PADDING } from "./measures.ts";
import type { Timeline } from "./timeline.ts";
import { wholeOf } from "./window.ts";

/** Where everything stands at one scale, whatever part of it is shown: the known above the axis, the draft below it. */
export interface Arrangement {
  readonly timeline: Timeline;
  /** Pixels that a day takes. */
  readonly perDay: number;
  readonly known: Packed;
  readonly stated: Packed;
  readonly height: number;
  /** Where the axis begins, from above. */
  readonly axis: number;
}

/** How many lanes there may be. */
export interface Lanes {
  readonly known: number;
  readonly stated: number;
}

export const LANES: Lanes = { known: 12, stated: 7 };

/** Arranges a timeline at a scale. O(items × lanes × what is in a lane). */
export function arrange(timeline: Timeline, perDay: number, lanes: Lanes = LANES): Arrangement {
  const edge = Math.min(wholeOf(timeline).to, LAST_DAY) * perDay;
  const side = (origin: "knowledge" | "draft", most: number) =>
    pack(
      timeline.items.filter((item) => item.origin === origin),
      perDay,
      { most, edge },
    );
  const known = side("knowledge", lanes.known);
  const stated = side("draft", lanes.stated);
  const axis = PADDING + HEAD + heightOf(known);
  return { timeline, perDay, known, stated, axis, height: axis + AXIS + heightOf(stated) + HEAD + PADDING };
}

/** Room for the name of a side, in pixels. */
export const HEAD = 18;

/** From the top of the drawing to that of a mark's lane. */
export function topOf({ axis }: Arrangement, { lane, items }: Mark): number {
  return items[0]!.origin === "knowledge" ? axis - (lane + 1) * LANE : axis + AXIS + lane * LANE;
}

/** All marks, in the order of time. */
export function marksOf({ known, stated }: Arrangement): Mark[] {
  return [...known.marks, ...stated.marks].sort((a, b) => a.from - b.from || a.to - b.to || a.lane - b.lane);
}

/** The name by which a mark is found again when it is drawn anew. */
export function markId({ items }: Mark): string {
  return items.length === 1 ? items[0]!.id : `cluster-${items[0]!.id}`;
}
