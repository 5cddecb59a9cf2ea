import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Output, outputOf } from "../output.ts";
import { REPORTS } from "../reports/index.ts";
import type { CheckedDraft, ReportSetting, Run } from "../reports/report.ts";
import type { Trouble } from "../trouble.ts";
import { type NewFile, newFile, reasonNotWritten } from "../write-file.ts";

/** A report that is wanted: in which format, and into which file; without one it goes to standard output. */
export interface Wanted {
  readonly format: string;
  readonly file: string | undefined;
}

/** The reports of a run, written side by side. A file is there when its report is complete, and not before. */
export class Reports {
  readonly #begun: ReturnType<(typeof REPORTS)[string]["report"]>[] = [];
  readonly #files: { readonly path: string; readonly file: NewFile }[] = [];
  readonly #trouble: Trouble;

  constructor(
    wanted: readonly Wanted[],
    setting: ReportSetting,
    { stdout, trouble }: { readonly stdout: Output; readonly trouble: Trouble },
  ) {
    this.#trouble = trouble;
    for (const { format, file } of wanted) {
      const output = file === undefined ? stdout : this.#open(file);
      if (output !== undefined) this.#begun.push(REPORTS[format]!.report(output, setting));
    }
  }

  add(draft: CheckedDraft): void {
    for (const report of this.#begun) report.add(draft);
  }

  end(run: Run): void {
    for (const report of this.#begun) report.end(run);
    for (const { path, file } of this.#files) this.#do(path, () => file.finish());
  }

  /** Takes away what was begun and not ended. */
  discard(): void {
    for (const { file } of this.#files) file.discard();
  }

  #open(path: string): Output | undefined {
    return this.#do(path, () => {
      mkdirSync(dirname(resolve(path)), { recursive: true });
      const file = newFile(path);
      this.#files.push({ path, file });
      return outputOf({ write: (text) => this.#do(path, () => file.write(text)) }, false, {});
    });
  }

  #do<T>(path: string, act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      this.#trouble.fail(`${path}: ${reasonNotWritten(error)}`);
      return undefined;
    }
  }
}
