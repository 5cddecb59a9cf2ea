import { CHECKS } from "../../server/src/checks/index.ts";
import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { LINT_RULES } from "../../server/src/knowledge-base/lint/index.ts";
import { lintKnowledge } from "../../server/src/knowledge-base/lint/run.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import type { Problem } from "../../server/src/knowledge-base/problems.ts";
import { checkText } from "../../server/src/service.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../server/src/settings.ts";
import type { Found } from "./spec.ts";

/** The ids of the registered checks. */
export const checkIds: readonly string[] = CHECKS.map((check) => check.id);

/** The ids of the linter's rules. */
export const lintIds: readonly string[] = LINT_RULES.map((rule) => rule.id);

/** The knowledge base of one YAML text, with the texts of its sources by file; throws its problems. */
export function worldOf(yaml: string, texts?: ReadonlyMap<string, string>): Knowledge {
  const options =
    texts === undefined || texts.size === 0 ? {} : { readText: (file: string) => texts.get(file) };
  const { knowledge, problems } = loadKnowledge([{ file: "world.yaml", text: yaml }], options);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join("\n"));
  return knowledge;
}

/** Of those that are off by default, these speak as well. */
function settingsWith(ids: readonly string[]): Settings {
  const wanted = CHECKS.filter(({ id, offByDefault }) => offByDefault && ids.includes(id));
  return {
    ...DEFAULT_SETTINGS,
    checks: Object.fromEntries(wanted.map(({ id, severity }) => [id, severity])),
  };
}

/** What all checks say about a Markdown draft, those that are off by default if `ids` has them. */
export function findingsIn(text: string, knowledge: Knowledge, ids: readonly string[] = checkIds): Found[] {
  return checkText({ text, format: "markdown", knowledge, settings: settingsWith(ids) }).findings.map(
    ({ check, span, severity, fixes }) => ({
      check,
      span,
      suggestions: fixes.flatMap((fix) => (fix.span === undefined ? [fix.newText] : [])),
      loud: severity === "error" || severity === "warning",
    }),
  );
}

/** All that is wrong with a file of a knowledge base, which has another file, `world`, and texts of sources besides. */
export function problemsIn(
  text: string,
  world: string,
  texts: ReadonlyMap<string, string> = new Map(),
): { readonly ofText: Problem[]; readonly ofWorld: Problem[] } {
  const files = [
    { file: "world.yaml", text: world },
    { file: "draft.yaml", text },
  ].filter((file) => file.text !== "");
  const base = loadKnowledge(files, { readText: (file) => texts.get(file) });
  const lint = lintKnowledge(base, (rule, error) => {
    throw new Error(`The rule ${rule} broke off.`, { cause: error });
  });
  const problems = [...base.problems, ...lint];
  return {
    ofText: problems.filter(({ origin }) => origin.file === "draft.yaml"),
    ofWorld: problems.filter(({ origin }) => origin.file === "world.yaml"),
  };
}
