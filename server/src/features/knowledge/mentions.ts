import type { Id } from "../../knowledge-base/knowledge.ts";

/** In how many drafts something is mentioned, and at how many places of them; undefined while that is not known. */
export type Mentions = (id: Id) => MentionCount | undefined;

export interface MentionCount {
  readonly drafts: number;
  readonly places: number;
}

/** “mentioned 4 times in 2 drafts”. */
export function mentionsText({ drafts, places }: MentionCount): string {
  if (places === 0) return "mentioned in no draft";
  const times = places === 1 ? "once" : places === 2 ? "twice" : `${places} times`;
  return `mentioned ${times} in ${drafts === 1 ? "one draft" : `${drafts} drafts`}`;
}
