declare module "edtf" {
  interface Constraints {
    /** 0, 1 or 2 of the standard, or 3 for what the package adds. */
    readonly level?: number;
  }
  /** Milliseconds since 1970; null for an end that is not known. */
  interface Stretch {
    readonly min: number | null;
    readonly max: number | null;
  }
  export function parse(text: string, constraints?: Constraints): object;
  export default function edtf(text: string, constraints?: Constraints): Stretch;
}
