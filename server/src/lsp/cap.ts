import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Severity } from "../checks/check.ts";
import { severityOf } from "./convert.ts";

/** So much of a file as an editor is to show, and what it is told of the rest. */
export interface Capped<T> {
  readonly shown: readonly T[];
  /** Stands at the head of the file, as grave as the gravest that is left out. */
  readonly notes: readonly Diagnostic[];
}

/**
 * At most so many of what was found in a file, in its order: where there is more, the gravest, for an editor grows slow with
 * thousands. What is left out is never left out in silence. `say` tells of so many more.
 */
export function capped<T extends { readonly severity?: Severity | DiagnosticSeverity | undefined }>(
  all: readonly T[],
  most: number,
  say: (more: number) => Pick<Diagnostic, "message" | "source">,
): Capped<T> {
  if (all.length <= most) return { shown: all, notes: [] };
  const byGravity = all
    .map((one, i) => ({ i, gravity: gravityOf(one) }))
    .sort((a, b) => a.gravity - b.gravity);
  const kept = new Set(byGravity.slice(0, most).map(({ i }) => i));
  const start = { line: 0, character: 0 };
  const note = {
    range: { start, end: start },
    severity: byGravity[most]!.gravity,
    ...say(all.length - most),
  };
  return { shown: all.filter((_, i) => kept.has(i)), notes: [note] };
}

function gravityOf({
  severity = DiagnosticSeverity.Error,
}: {
  readonly severity?: Severity | DiagnosticSeverity | undefined;
}): DiagnosticSeverity {
  return typeof severity === "string" ? severityOf(severity) : severity;
}
