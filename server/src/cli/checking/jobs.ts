import { InvalidArgumentError } from "commander";

/** The value of `--jobs`. */
export function jobsOf(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError("It must be a number, 1 or more.");
  return Number(value);
}
