import { CHECKS } from "../../server/src/checks/index.ts";
import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { checkText } from "../../server/src/service.ts";
import type { Found } from "./spec.ts";

/** The ids of the registered checks. */
export const checkIds: readonly string[] = CHECKS.map((check) => check.id);

/** The knowledge base of one YAML text; throws its problems. */
export function worldOf(yaml: string): Knowledge {
  const { knowledge, problems } = loadKnowledge([{ file: "world.yaml", text: yaml }]);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join("\n"));
  return knowledge;
}

/** What all checks say about a Markdown draft. */
export function findingsIn(text: string, knowledge: Knowledge): Found[] {
  return checkText({ text, format: "markdown", knowledge }).findings.map(
    ({ check, span, severity, fixes }) => ({
      check,
      span,
      suggestions: fixes.map((fix) => fix.newText),
      loud: severity === "error" || severity === "warning",
    }),
  );
}
