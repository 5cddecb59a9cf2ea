import type { Severity } from "./checks/check.ts";

/** What a user can set, alike in an editor and on the command line. */
export interface Settings {
  /** By check id: another severity than its own, or "off". */
  readonly checks: Readonly<Record<string, Severity | "off" | "default">>;
}

export const DEFAULT_SETTINGS: Settings = { checks: {} };
