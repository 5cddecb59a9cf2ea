import type { LoadedBase } from "../loading/load.ts";
import { Places } from "../loading/places.ts";
import type { Problem, Trouble } from "../problems.ts";
import { finish } from "../steps.ts";
import { Ignored } from "./ignored.ts";
import { LINT_RULES, type LintId } from "./index.ts";
import type { LintRule } from "./rule.ts";

const RULES: readonly LintRule<LintId>[] = LINT_RULES;
/** That something is known need not be known itself. */
const MAY_BE_KNOWN = RULES.map(({ id }) => id).filter((id) => id !== "unused-ignore");

/**
 * What the linter says about one knowledge base besides the problems that loading it brought, by file and by place;
 * what a comment in a file says is known is left out. Never throws: a rule that crashes silences only itself and is
 * told. Each base is judged by itself, for one may deliberately say otherwise than another.
 */
export function lintKnowledge(base: LoadedBase, onCrash?: (rule: LintId, error: unknown) => void): Problem[] {
  return finish(linting(base, onCrash));
}

/** The same in steps, so that its driver can let others go first; what was kept with the knowledge base is not found again. */
export function* linting(
  base: LoadedBase,
  onCrash: (rule: LintId, error: unknown) => void = () => {},
): Generator<undefined, Problem[], undefined> {
  if (base.linted !== undefined) return [...base.linted];
  const { knowledge, files } = base;
  const places = new Places(files);
  yield;
  const ignored = new Ignored(files, MAY_BE_KNOWN);
  const broken = new Set<string>();
  for (const problem of base.known) ignored.cover(problem.code, problem);
  const found: Problem[] = [];
  for (const rule of RULES) {
    const troubles = yield* attempt(rule.id, () => rule.run?.({ knowledge, files, places }) ?? []);
    found.push(
      ...troubles.filter((trouble) => !ignored.cover(rule.id, trouble)).map((each) => problemOf(rule, each)),
    );
  }
  const unneeded = yield* attempt("unused-ignore", () => ignored.unneeded(isUnsure));
  const rule = RULES.find(({ id }) => id === "unused-ignore")!;
  return inOrder([...found, ...unneeded.map((each) => problemOf(rule, each))], base);

  /** A text that is missing elsewhere may be here; while one is missing here, its quotes go unchecked. */
  function isUnsure(rule?: string): boolean {
    const isMissing = [...base.problems, ...base.known].some(({ code }) => code === "missing-text");
    if (rule === undefined) return isMissing || broken.size > 0;
    return rule === "missing-text" || (rule === "quote-not-in-source" && isMissing) || broken.has(rule);
  }

  /** What was found before a crash is left out with the rest. */
  function* attempt(
    id: LintId,
    run: () => Iterable<Trouble | undefined>,
  ): Generator<undefined, Trouble[], undefined> {
    const troubles: Trouble[] = [];
    try {
      for (const trouble of run()) {
        if (trouble !== undefined) troubles.push(trouble);
        yield;
      }
      return troubles;
    } catch (error) {
      broken.add(id);
      onCrash(id, error);
      return [];
    } finally {
      yield;
    }
  }
}

function problemOf({ id, severity }: LintRule<LintId>, { message, origin, related, fix }: Trouble): Problem {
  return { code: id, severity, message, origin, ...(related && { related }), ...(fix && { fix }) };
}

function inOrder(problems: Problem[], { files }: LoadedBase): Problem[] {
  const rank = new Map(files.map(({ file }, i) => [file, i]));
  const rankOf = (problem: Problem) => rank.get(problem.origin.file) ?? files.length;
  return problems.sort((a, b) => rankOf(a) - rankOf(b) || a.origin.span.start - b.origin.span.start);
}
