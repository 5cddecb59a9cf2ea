import { endsOf } from "../../time/ends.ts";
import type { Interval } from "../../time/time.ts";
import { describeTime } from "../../time/write.ts";
import type { Event } from "../knowledge.ts";
import type { LintRule } from "./rule.ts";

export const eventOutsideParent: LintRule<"event-outside-parent"> = {
  id: "event-outside-parent",
  title: "An event that is not within the dates of the one that it is `partOf`",
  severity: "warning",
  *run({ knowledge: { events }, places }) {
    for (const { id, name, date, partOf, origin } of events.values()) {
      const parent = partOf === undefined ? undefined : events.get(partOf);
      if (parent?.date === undefined || date === undefined || !sticksOut(date, parent)) continue;
      yield {
        message: `${name} (${describeTime(date)}) is part of ${parent.name}, but not within its dates (${describeTime(parent.date)}).`,
        origin: places.origin(id, ["date"]) ?? origin,
        related: [
          {
            origin: places.origin(parent.id, ["date"]) ?? parent.origin,
            message: `The dates of ${parent.name}`,
          },
        ],
      };
    }
  },
};

/** Whether it certainly began before the other or ended after it, however the dates are read. */
function sticksOut(date: NonNullable<Event["date"]>, parent: Event): boolean {
  const { begin, end } = endsOf(date);
  const whole = extentOf(parent);
  const lasts = end.start === Infinity;
  return begin.end < whole.start || (!lasts && end.start > whole.end);
}

/** All days that an event may have taken, its stages included. */
function extentOf({ date, stages }: Event): Interval {
  const ends = [date!, ...Object.values(stages)].map(endsOf);
  return {
    start: Math.min(...ends.map(({ begin }) => begin.start)),
    end: Math.max(...ends.map(({ end }) => end.end)),
  };
}
