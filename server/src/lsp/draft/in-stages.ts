import { beginningsOf, knownOf } from "../../features/draft/beginning.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { check, type Snapshot } from "../../service.ts";
import type { Draft } from "../../text/draft.ts";

/**
 * Checks a draft as {@link check} does. As long as nobody has seen the whole of it, longer and longer beginnings are checked
 * first, none of which is read twice, and `hear` is told what is known by each.
 */
export function* checkInStages(
  draft: Draft,
  knowledge: Knowledge,
  how: NonNullable<Parameters<typeof check>[2]>,
  hear: (known: Snapshot) => void,
): Generator<undefined, Snapshot, undefined> {
  let { earlier } = how;
  if (earlier === undefined || earlier.readTo !== undefined) {
    for (const beginning of beginningsOf(draft, earlier?.readTo)) {
      earlier = yield* check(beginning, knowledge, { ...how, earlier });
      hear(knownOf(draft, earlier));
    }
  }
  return yield* check(draft, knowledge, { ...how, earlier });
}
