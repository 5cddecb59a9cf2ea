import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Problem } from "../../knowledge-base/problems.ts";
import type { Output } from "../output.ts";

/** A knowledge base with all that is wrong with it. */
export interface CheckedBase {
  readonly place: string;
  readonly knowledge: Knowledge;
  /** By file and by place. */
  readonly problems: readonly Problem[];
  /** The texts of its files, as they are now. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many problems were mended. */
  readonly fixed: number;
}

/** A format of the report on knowledge bases, begun over an output: they are added as they are checked. */
export type ProblemReport = (output: Output) => {
  add(base: CheckedBase): void;
  end(run: { readonly complete: boolean }): void;
};
