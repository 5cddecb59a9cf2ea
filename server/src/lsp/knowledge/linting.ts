import { linting } from "../../knowledge-base/lint/run.ts";
import type { Problem } from "../../knowledge-base/problems.ts";
import type { Base } from "./loading.ts";

const known = new WeakMap<Base, readonly Problem[]>();

/** All that is wrong with a knowledge base: what loading it brought, and what the linter says of its facts. In steps. */
export function* problemsOf(
  base: Base,
  onCrash: (rule: string, error: unknown) => void,
): Generator<undefined, readonly Problem[], undefined> {
  let problems = known.get(base);
  if (problems === undefined) {
    problems = [...base.problems, ...(yield* linting(base.loaded, onCrash))];
    known.set(base, problems);
  }
  return problems;
}

/** The same where that is known already, else what loading brought: the linter is not for the way of a keystroke. */
export function problemsSoFar(base: Base): readonly Problem[] {
  return known.get(base) ?? base.problems;
}
