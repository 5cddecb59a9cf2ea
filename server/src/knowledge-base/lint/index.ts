/** The rules, alphabetically: the only place where one is registered. */
export const LINT_RULES = [] as const;

export type LintId = (typeof LINT_RULES)[number]["id"];
