import type { Knowledge } from "../knowledge.ts";
import type { Places } from "../loading/places.ts";
import type { ProblemSeverity, Trouble } from "../problems.ts";
import type { YamlFile } from "../yaml/tree.ts";

/** What a rule judges: one knowledge base, by its facts and by where they are written. */
export interface LintBase {
  readonly knowledge: Knowledge;
  readonly files: readonly YamlFile[];
  readonly places: Places;
}

/** One thing that can be wrong with facts that are each well-formed. */
export interface LintRule<Id extends string = string> {
  /** File name, page name and problem code. */
  readonly id: Id;
  /** For lists: what it finds, as a short phrase. */
  readonly title: string;
  readonly severity: ProblemSeverity;
  /**
   * Absent where the loader finds it. Yields in any order; the runner adds the rule's id and severity. A rule that looks at
   * very many facts yields nothing now and then, so that others can go first.
   */
  run?(base: LintBase): Iterable<Trouble | undefined>;
}
