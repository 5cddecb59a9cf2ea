import { beginningsOf, knownOf, MORE_THAN_FIRST } from "../../features/draft/beginning.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { check, type Snapshot } from "../../service.ts";
import type { Draft } from "../../text/draft.ts";
import { type Input, readDraftInSteps } from "../../text/read-draft.ts";
import type { Hearing } from "./unfolding.ts";

/**
 * Reads and checks a text as {@link check} does. As long as nobody has seen the whole of it, longer and longer beginnings are
 * checked first, none of which is read twice, and `hearing` is told what is known by each; before the first of them, not even
 * the rest of the text is taken apart.
 */
export function* checkInStages(
  input: Input,
  knowledge: Knowledge,
  how: NonNullable<Parameters<typeof check>[2]>,
  { apart, known }: Hearing,
): Generator<undefined, Snapshot, undefined> {
  let { earlier } = how;
  let from = earlier?.readTo;
  let older = earlier?.draft;
  const isSeen = earlier !== undefined && from === undefined;
  if (earlier === undefined) {
    older = yield* readDraftInSteps(input, undefined, MORE_THAN_FIRST);
    yield* stages(older);
  }
  const draft = yield* readDraftInSteps(input, older);
  apart(draft);
  yield;
  if (!isSeen) yield* stages(draft);
  return yield* check(draft, knowledge, { ...how, earlier });

  function* stages(of: Draft): Generator<undefined, void, undefined> {
    for (const beginning of beginningsOf(of, from)) {
      earlier = yield* check(beginning, knowledge, { ...how, earlier });
      const so = knownOf(of, earlier);
      from = so.readTo;
      known(so);
    }
  }
}
