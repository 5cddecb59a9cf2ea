import type { Finding, IgnoredFinding } from "../../checks/check.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Draft } from "../../text/draft.ts";
import type { DateStyle } from "../../time/write.ts";

/** One version of a draft with everything known about it: what every feature works on. */
export interface Snapshot {
  readonly draft: Draft;
  readonly knowledge: Knowledge;
  readonly reading: Reading;
  /** How dates are written where the draft does not show it. */
  readonly dateStyle?: DateStyle | undefined;
  /** Acronyms that the house takes for known. */
  readonly acronyms?: readonly string[] | undefined;
  readonly findings: readonly Finding[];
  /** Up to where the draft has been read, if not to its end: then no more is known than what its rest cannot change. */
  readonly readTo?: number;
  /** Those that somebody wants to hear no more of. */
  readonly ignored: readonly IgnoredFinding[];
}
