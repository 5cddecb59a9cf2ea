import type { Check, Severity } from "./check.ts";

/** A check's severity where the user wants nothing else. */
export function defaultSeverity({ severity, offByDefault }: Check): Severity | "off" {
  return offByDefault === true ? "off" : severity;
}
