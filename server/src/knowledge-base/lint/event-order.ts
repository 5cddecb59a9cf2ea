import { endsOf } from "../../time/ends.ts";
import { describeTime } from "../../time/write.ts";
import type { Event } from "../knowledge.ts";
import type { LintRule } from "./rule.ts";

export const eventOrder: LintRule<"event-order"> = {
  id: "event-order",
  title: "An event that `follows` one that began only after it",
  severity: "warning",
  *run({ knowledge: { events }, places }) {
    for (const event of events.values()) {
      yield undefined;
      for (const [i, earlier] of event.follows.entries()) {
        const other = events.get(earlier);
        if (other === undefined || !beganBefore(event, other)) continue;
        yield {
          message: `${event.name} (${describeTime(event.date!)}) is said to follow ${other.name}, which came later (${describeTime(other.date!)}).`,
          origin: places.origin(event.id, ["follows", i]) ?? event.origin,
          related: [
            { origin: places.origin(event.id, ["date"]) ?? event.origin, message: `When ${event.name} was` },
            { origin: places.origin(other.id, ["date"]) ?? other.origin, message: `When ${other.name} was` },
          ],
        };
      }
    }
  },
};

/** Whether each of an event's stages certainly began before any of the other's can have begun. */
function beganBefore(event: Event, other: Event): boolean {
  if (event.date === undefined || other.date === undefined) return false;
  const latest = Math.max(...timesOf(event).map((time) => endsOf(time).begin.end));
  const earliest = Math.min(...timesOf(other).map((time) => endsOf(time).begin.start));
  return latest < earliest;
}

function timesOf({ date, stages }: Event) {
  return [date!, ...Object.values(stages)];
}
