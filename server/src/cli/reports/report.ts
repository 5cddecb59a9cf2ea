import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Snapshot } from "../../service.ts";
import type { Output } from "../output.ts";

/** A format of the report, begun over an output: drafts are added as they are checked. */
export type Report = (output: Output) => {
  /** `path` as the user gave it. */
  add(path: string, snapshot: Snapshot): void;
  end(run: Run): void;
};

/** What is known once all drafts are checked. */
export interface Run {
  /** The knowledge that drafts were checked against, in the order of first use. */
  readonly knowledge: readonly Knowledge[];
  /** False where a draft or a part of a knowledge base could not be read. */
  readonly complete: boolean;
}
