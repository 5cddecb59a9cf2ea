import { kindOf, readText, reasonOf } from "../disk.ts";
import type { Trouble } from "../trouble.ts";
import { reasonNotWritten, replaceFile } from "../write-file.ts";
import { type Compared, compare, type DraftFindings, renewed } from "./baseline.ts";
import { BASELINE_FILE, type BaselineEntry, baselineText, readBaseline } from "./baseline-file.ts";

/** The baseline of a run, read from its file, and written there if that is wanted. */
export class BaselineKeeper {
  readonly #file: string;
  readonly #entries: readonly BaselineEntry[];
  readonly #writes: boolean;

  private constructor(file: string, entries: readonly BaselineEntry[], writes: boolean) {
    this.#file = file;
    this.#entries = entries;
    this.#writes = writes;
  }

  /** Undefined where the run has none. What is wrong with the file is told, and counts as an empty baseline. */
  static of(
    options: { readonly baseline?: string; readonly writeBaseline?: true },
    trouble: Trouble,
  ): BaselineKeeper | undefined {
    const writes = options.writeBaseline === true;
    if (options.baseline === undefined && !writes) return undefined;
    const file = options.baseline ?? BASELINE_FILE;
    const isNew = writes && kindOf(file) === undefined;
    return new BaselineKeeper(file, isNew ? [] : entriesOf(file, trouble), writes);
  }

  /** What is about to be written is not compared with: then everything is reported once more. */
  compare(drafts: readonly DraftFindings[]): Compared {
    if (this.#writes) return { known: drafts.map(() => new Set()), gone: 0 };
    return compare(this.#entries, drafts, this.#file);
  }

  /** Writes the baseline, if it is to be, and only after a run that could check everything. */
  keep(drafts: readonly DraftFindings[], trouble: Trouble): void {
    if (!this.#writes) return;
    if (trouble.failed) {
      trouble.fail(`${this.#file}: the baseline is left as it is, since not everything could be checked.`);
      return;
    }
    const entries = renewed(this.#entries, drafts, this.#file);
    try {
      replaceFile(this.#file, baselineText(entries));
      const [n, are] = entries.length === 1 ? ["1 finding", "is"] : [`${entries.length} findings`, "are"];
      trouble.note(
        `${n} ${are} in ${this.#file} now; with --baseline ${this.#file}, only others are reported.`,
      );
    } catch (error) {
      trouble.fail(`${this.#file}: ${reasonNotWritten(error)}`);
    }
  }
}

function entriesOf(file: string, trouble: Trouble): readonly BaselineEntry[] {
  const text = readText(file, (_, error) => trouble.fail(`${file}: ${refusal(error)}`));
  const entries = text === undefined ? [] : readBaseline(text);
  if (typeof entries !== "string") return entries;
  trouble.fail(`${file}: ${entries}`);
  return [];
}

function refusal(error: unknown): string {
  const isAbsent = (error as { code?: string }).code === "ENOENT";
  return isAbsent ? "there is no such baseline. Write one with --write-baseline." : reasonOf(error);
}
