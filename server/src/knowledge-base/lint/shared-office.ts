import { fold } from "../../text/tokens.ts";
import { certainCore, type Ends, endsOf, overlapForSure } from "../../time/ends.ts";
import type { Interval } from "../../time/time.ts";
import { describeTime } from "../../time/write.ts";
import type { Entity, Knowledge, Role } from "../knowledge.ts";
import type { Places } from "../loading/places.ts";
import type { Trouble } from "../problems.ts";
import { mayBeHeldByMany } from "./english/offices.ts";
import type { LintRule } from "./rule.ts";
import { called } from "./wording.ts";

export const sharedOffice: LintRule<"shared-office"> = {
  id: "shared-office",
  title: "An office that two persons hold at once",
  severity: "warning",
  *run({ knowledge, places }) {
    const told = new Set<string>();
    const offices = yield* tenuresByOffice(knowledge);
    for (const tenures of offices.values()) {
      yield undefined;
      if (heldByThree(tenures)) continue;
      let holding: Tenure[] = [];
      for (const later of tenures) {
        holding = holding.filter(({ core }) => core.end > later.core.start);
        const earlier = holding.findLast((each) => collide(each, later));
        holding.push(later);
        const pair = earlier && [earlier, later].map(({ holder, at }) => `${holder.id} ${at}`).join(" ");
        if (earlier === undefined || told.has(pair!)) continue;
        told.add(pair!);
        yield trouble(earlier, later, knowledge, places);
      }
    }
  },
};

interface Tenure {
  readonly holder: Entity;
  readonly role: Role;
  /** Its index among the holder's roles. */
  readonly at: number;
  readonly ends: Ends;
  /** When it certainly was theirs. */
  readonly core: Interval;
  /** The title as it stands at this office: else it is an alias of it. */
  readonly isTitle: boolean;
}

/**
 * By body and title, in the order in which they began; without those that may be held by several, or only for a while.
 * At an event, each side has its own chief negotiator.
 */
function* tenuresByOffice({ entities }: Knowledge): Generator<undefined, Map<string, Tenure[]>> {
  const offices = new Map<string, Tenure[]>();
  for (const holder of entities.values()) {
    yield;
    if (holder.type !== "person") continue;
    for (const [at, role] of holder.roles.entries()) {
      if (role.during === undefined || role.acting || !entities.has(role.of)) continue;
      const ends = endsOf(role.during);
      const core = certainCore(ends);
      if (core === undefined) continue;
      for (const title of new Set([role.title, ...role.aliases].map(fold))) {
        if (mayBeHeldByMany(title)) continue;
        const key = `${role.of}\n${title}`;
        const tenure = { holder, role, at, ends, core, isTitle: title === fold(role.title) };
        const tenures = offices.get(key);
        if (tenures === undefined) offices.set(key, [tenure]);
        else tenures.push(tenure);
      }
    }
  }
  for (const tenures of offices.values()) tenures.sort((a, b) => a.core.start - b.core.start);
  return offices;
}

/** "Secretary" may be short for two offices. */
function collide(a: Tenure, b: Tenure): boolean {
  return a.holder.id !== b.holder.id && (a.isTitle || b.isTitle) && overlapForSure(a.ends, b.ends);
}

/** An office that three hold at one time is one of several, whatever it is called. */
function heldByThree(tenures: readonly Tenure[]): boolean {
  const lasting = tenures.filter(({ core }) => core.start < core.end);
  const turns = lasting.flatMap(({ core }) => [[core.start, 1] as const, [core.end, -1] as const]);
  turns.sort(([a, comes], [b, goes]) => a - b || comes - goes);
  let held = 0;
  return turns.some(([, change]) => (held += change) >= 3);
}

function trouble(earlier: Tenure, later: Tenure, knowledge: Knowledge, places: Places): Trouble {
  const { role, holder, at } = later;
  const body = called(role.of, knowledge);
  const office = role.title.includes(body) ? role.title : `${role.title} of ${body}`;
  const [first, second] = [earlier, later].map(
    ({ holder: { name }, role: { during } }) => `${name} (${describeTime(during!)})`,
  );
  return {
    message: `Two persons are ${office} at once: ${first} and ${second}.`,
    origin: places.origin(holder.id, ["roles", at, "during"]) ?? holder.origin,
    related: [
      {
        origin: places.origin(earlier.holder.id, ["roles", earlier.at, "during"]) ?? earlier.holder.origin,
        message: `The time of ${earlier.holder.name}`,
      },
    ],
  };
}
