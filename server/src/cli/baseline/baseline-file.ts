/** The file that `--write-baseline` writes where none is named. */
export const BASELINE_FILE = ".aide-memoire-baseline.json";

/** A finding that was there when the baseline was written. */
export interface BaselineEntry {
  readonly check: string;
  /** See ignoring/fingerprint.ts. */
  readonly fingerprint: string;
  /** Its draft: a path from the baseline's folder, with slashes. */
  readonly file: string;
  /** What it was about, for people who read the file. */
  readonly words: string;
}

/** The entries of a baseline, or in a sentence why it cannot be read. */
export function readBaseline(text: string): readonly BaselineEntry[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "this is no JSON, so no baseline. Write it anew with --write-baseline.";
  }
  const { version, findings } = (value ?? {}) as { version?: unknown; findings?: unknown };
  if (version !== 1) return "this is no baseline of this version. Write it anew with --write-baseline.";
  if (!Array.isArray(findings) || !findings.every(isEntry))
    return "its findings are not as --write-baseline writes them. Write it anew.";
  return findings;
}

/** A baseline as text, in an order that changes little from one to the next, an entry a line. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries
    .map(({ file, check, fingerprint, words }) => JSON.stringify({ file, check, fingerprint, words }))
    .sort();
  const listed = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${listed}\n}\n`;
}

function isEntry(value: unknown): value is BaselineEntry {
  const entry = value as Record<string, unknown> | null;
  return ["check", "fingerprint", "file", "words"].every((key) => typeof entry?.[key] === "string");
}
