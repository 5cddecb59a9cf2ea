import type { Check } from "./check.ts";

/** The checks, alphabetically: the only place where one is registered. */
export const CHECKS: readonly Check[] = [];
