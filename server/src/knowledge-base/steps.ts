export { finish } from "../text/steps.ts";

/** Entries between two pauses. */
export const PACE = 256;
