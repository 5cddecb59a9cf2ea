import type { Finding } from "../../checks/check.ts";
import { fingerprint } from "../../ignoring/fingerprint.ts";
import { contentHash } from "../../knowledge-base/content-hash.ts";
import type { Draft } from "../../text/draft.ts";

/** Tells the findings of one run apart, also those of equal sentences: these are counted in the order of the run. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /** 16 hexadecimal digits, and which of those with the same the finding is, from 1. */
  next({ check, span }: Finding, draft: Draft): { readonly print: string; readonly count: number } {
    const print = fingerprint(check, span, draft);
    const count = (this.#seen.get(print) ?? 0) + 1;
    this.#seen.set(print, count);
    return { print, count };
  }

  /** One value that no other finding of the run has. */
  unique(finding: Finding, draft: Draft): string {
    const { print, count } = this.next(finding, draft);
    return count === 1 ? print : contentHash([print, String(count)]);
  }
}
