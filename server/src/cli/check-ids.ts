import { InvalidArgumentError } from "commander";
import { CHECKS } from "../checks/index.ts";

export const CHECK_IDS: readonly string[] = CHECKS.map(({ id }) => id);

/** A check's id, as the command line is given it. */
export function checkOf(id: string): string {
  if (CHECK_IDS.includes(id)) return id;
  throw new InvalidArgumentError('There is no such check; "aide-memoire checks" lists them.');
}
