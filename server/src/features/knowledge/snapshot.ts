import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Problem } from "../../knowledge-base/problems.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";

/** One version of the knowledge files that serve together, in the order of precedence: what features on them work on. */
export interface KnowledgeSnapshot {
  /** All of their facts, merged. */
  readonly knowledge: Knowledge;
  /** Every file, by the name that the facts' origins give it (a URI in an editor). */
  readonly files: ReadonlyMap<string, YamlFile>;
  readonly problems: readonly Problem[];
}
