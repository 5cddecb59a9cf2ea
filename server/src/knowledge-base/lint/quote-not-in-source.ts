import type { LintRule } from "./rule.ts";

/** The loader finds it, for it costs the evidence. */
export const quoteNotInSource: LintRule<"quote-not-in-source"> = {
  id: "quote-not-in-source",
  title: "A quote that is not in the text of its source",
  severity: "error",
};
