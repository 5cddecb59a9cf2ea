import { intersects } from "../../time/compare.ts";
import { endsOf } from "../../time/ends.ts";
import type { TimeValue } from "../../time/time.ts";
import { describeTime } from "../../time/write.ts";
import type { Entity, Event, Id } from "../knowledge.ts";
import type { Path } from "../loading/places.ts";
import type { Trouble } from "../problems.ts";
import type { LintBase, LintRule } from "./rule.ts";

export const outsideLifetime: LintRule<"outside-lifetime"> = {
  id: "outside-lifetime",
  title: "An office, a membership or an event at a time at which its body or its actor did not exist",
  severity: "warning",
  *run(base) {
    for (const entity of base.knowledge.entities.values()) {
      yield undefined;
      yield* tiesOf(entity, base);
    }
    for (const event of base.knowledge.events.values()) {
      yield undefined;
      yield* partsOf(event, base);
    }
  },
};

/** Offices and relations with a time of their own, which neither side may have been without. */
function* tiesOf(entity: Entity, { knowledge, places }: LintBase): Generator<Trouble> {
  const ties = (["roles", "country", "memberOf"] as const).flatMap((key) =>
    entity[key].map(({ of, during }, i) => ({ of, during, path: [key, i, "during"] as Path })),
  );
  for (const { of, during, path } of ties) {
    const other = knowledge.entities.get(of);
    const missing = [entity, other].find(
      (each) => during !== undefined && each?.exists !== undefined && isApart(during, each),
    );
    if (missing === undefined) continue;
    yield {
      message: `At this time (${describeTime(during!)}) there was no ${missing.name}: ${livedText(missing)}.`,
      origin: places.origin(entity.id, path) ?? entity.origin,
      related: [existsOf(missing.id, { knowledge, places })],
    };
  }
}

/** Offices of a body outlive it in titles no more than it does in fact; but what succeeds another may be called by its name. */
function isApart(during: TimeValue, { exists, formerly }: Entity): boolean {
  return formerly === undefined && intersects(during, exists!) === "no";
}

/** Who takes part in an event exists by then; afterwards it may still be judged, mourned or wound up. */
function* partsOf(event: Event, { knowledge, places }: LintBase): Generator<Trouble> {
  if (event.date === undefined) return;
  const last = endsOf(event.date).end;
  for (const [role, ids] of Object.entries(event.participants)) {
    for (const [i, id] of ids.entries()) {
      const actor = knowledge.entities.get(id);
      if (actor?.exists === undefined || actor.formerly !== undefined) continue;
      if (last.end >= endsOf(actor.exists).begin.start) continue;
      yield {
        message: `${actor.name} takes part in ${event.name} (${describeTime(event.date)}), but did not exist yet: ${livedText(actor)}.`,
        origin: places.origin(event.id, ["participants", role, i]) ?? event.origin,
        related: [existsOf(id, { knowledge, places })],
      };
    }
  }
}

function existsOf(id: Id, { knowledge, places }: Pick<LintBase, "knowledge" | "places">) {
  const { name, origin } = knowledge.entities.get(id)!;
  return { origin: places.origin(id, ["exists"]) ?? origin, message: `When ${name} existed` };
}

function livedText({ exists }: Entity): string {
  return `it existed ${describeTime(exists!)}`;
}
