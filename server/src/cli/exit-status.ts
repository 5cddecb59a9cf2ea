/** What the command line tells its caller. */
export const EXIT = {
  /** No finding at or above `--fail-on`. */
  clean: 0,
  /** At least one such finding. */
  findings: 1,
  /** The run itself failed: wrong usage, an unreadable file, a broken knowledge base. */
  failed: 2,
} as const;
