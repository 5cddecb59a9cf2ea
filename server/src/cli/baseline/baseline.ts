import { dirname, join, relative, resolve, sep } from "node:path";
import type { Finding } from "../../checks/check.ts";
import { fingerprint } from "../../ignoring/fingerprint.ts";
import type { Snapshot } from "../../service.ts";
import { slice } from "../../text/span.ts";
import { kindOf } from "../disk.ts";
import type { BaselineEntry } from "./baseline-file.ts";

/** A draft that was checked. */
export interface DraftFindings {
  readonly path: string;
  readonly snapshot: Snapshot;
}

export interface Compared {
  /** By draft, in the order given: its findings that the baseline knows. */
  readonly known: readonly ReadonlySet<Finding>[];
  /** Entries of checked drafts whose findings are gone. */
  readonly gone: number;
}

/**
 * Which findings of a run a baseline knows. A finding is known by check, words and sentence; each entry knows one. The
 * entries of a draft of the same name serve first; what is left serves drafts that were renamed, and paragraphs that
 * moved from one to another.
 */
export function compare(
  entries: readonly BaselineEntry[],
  drafts: readonly DraftFindings[],
  file: string,
): Compared {
  const left = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const key = `${entry.check} ${entry.fingerprint}`;
    const same = left.get(key);
    if (same === undefined) left.set(key, [entry]);
    else same.push(entry);
  }
  const known = drafts.map(() => new Set<Finding>());
  const take = (isMeant: (entry: BaselineEntry, name: string) => boolean) => {
    drafts.forEach(({ path, snapshot }, i) => {
      const name = nameFrom(file, path);
      for (const finding of snapshot.findings) {
        if (known[i]!.has(finding)) continue;
        const same = left.get(keyOf(finding, snapshot)) ?? [];
        const at = same.findIndex((entry) => isMeant(entry, name));
        if (at < 0) continue;
        same.splice(at, 1);
        known[i]!.add(finding);
      }
    });
  };
  const names = new Set(drafts.map(({ path }) => nameFrom(file, path)));
  take((entry, name) => entry.file === name);
  // An entry of a draft that is there but was not checked still has its own finding.
  take((entry) => names.has(entry.file) || !isThere(file, entry));
  const unused = [...left.values()].flat();
  return { known, gone: unused.filter((entry) => names.has(entry.file)).length };
}

/** The entries for all findings of a run; those of drafts that are there but were not checked stay. */
export function renewed(
  entries: readonly BaselineEntry[],
  drafts: readonly DraftFindings[],
  file: string,
): BaselineEntry[] {
  const names = new Set(drafts.map(({ path }) => nameFrom(file, path)));
  const kept = entries.filter((entry) => !names.has(entry.file) && isThere(file, entry));
  const found = drafts.flatMap(({ path, snapshot }) =>
    snapshot.findings.map((finding) => ({
      check: finding.check,
      fingerprint: fingerprint(finding.check, finding.span, snapshot.draft),
      file: nameFrom(file, path),
      words: slice(snapshot.draft.text, finding.span).replace(/\s+/g, " "),
    })),
  );
  return [...kept, ...found];
}

function keyOf({ check, span }: Finding, { draft }: Snapshot): string {
  return `${check} ${fingerprint(check, span, draft)}`;
}

function nameFrom(file: string, path: string): string {
  return relative(dirname(resolve(file)), resolve(path))
    .split(sep)
    .join("/");
}

function isThere(file: string, entry: BaselineEntry): boolean {
  return kindOf(join(dirname(resolve(file)), entry.file)) === "file";
}
