import type { LoadedBase } from "../loading/load.ts";
import { Places } from "../loading/places.ts";
import type { Problem } from "../problems.ts";
import { LINT_RULES, type LintId } from "./index.ts";
import type { LintRule } from "./rule.ts";

/**
 * What the linter says about one knowledge base besides the problems that loading it brought, by file and by place;
 * what a comment in a file says is known is left out. Never throws: a rule that crashes silences only itself and is
 * told. Each base is judged by itself, for one may deliberately say otherwise than another.
 */
export function lintKnowledge(
  base: LoadedBase,
  onCrash: (rule: LintId, error: unknown) => void = () => {},
): Problem[] {
  const { knowledge, files } = base;
  const places = new Places(files);
  const problems: Problem[] = [];
  for (const { id, severity, run } of LINT_RULES as readonly LintRule<LintId>[]) {
    try {
      for (const trouble of run?.({ knowledge, files, places }) ?? []) {
        problems.push({ code: id, severity, ...trouble });
      }
    } catch (error) {
      onCrash(id, error);
    }
  }
  return problems;
}
