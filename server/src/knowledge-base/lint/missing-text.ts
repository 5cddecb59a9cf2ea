import type { LintRule } from "./rule.ts";

/** The loader finds it, for it is what reads the text. */
export const missingText: LintRule<"missing-text"> = {
  id: "missing-text",
  title: "A source whose text cannot be read, so that its quotes go unchecked",
  severity: "warning",
};
