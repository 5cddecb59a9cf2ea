import type { Origin } from "../../knowledge-base/knowledge.ts";

/** A stretch of a file that becomes another text; everything around it stays as it is. */
export interface FileEdit extends Origin {
  readonly newText: string;
}
