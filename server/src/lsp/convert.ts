import { DiagnosticSeverity, type Position, type Range } from "vscode-languageserver";
import type { Severity } from "../checks/check.ts";
import type { Lines } from "../text/lines.ts";
import { type Span, span } from "../text/span.ts";

/** Both sides count UTF-16 code units, so a span's ends are a range's ends. */
export function rangeOf(lines: Lines, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function spanOf(lines: Lines, { start, end }: Range): Span {
  const [a, b] = [lines.offsetAt(start), lines.offsetAt(end)];
  return span(Math.min(a, b), Math.max(a, b));
}

/** The offset of a position, which clients may send from beyond the end of a line or of the text. */
export function offsetOf(lines: Lines, position: Position): number {
  return lines.offsetAt(position);
}

export function severityOf(severity: Severity): DiagnosticSeverity {
  return SEVERITIES[severity];
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
