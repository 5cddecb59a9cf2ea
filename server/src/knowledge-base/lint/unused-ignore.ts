import type { LintRule } from "./rule.ts";

/** The runner finds it, once all others have had their say. */
export const unusedIgnore: LintRule<"unused-ignore"> = {
  id: "unused-ignore",
  title: "A comment that says something is known, where nothing is reported",
  severity: "warning",
};
