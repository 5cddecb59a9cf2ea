/**
 * What Node is started with for the server. Newer ones let the space for new objects, which is never all in use, grow to
 * more than a hundred megabytes; with less of it nothing takes measurably longer.
 */
export const START_FLAGS: readonly string[] = ["--max-semi-space-size=8"];
