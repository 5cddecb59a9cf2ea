import { once } from "node:events";
import { createInterface } from "node:readline";
import { DraftChecker } from "../checking/draft-checker.ts";
import { type CheckOptions, isAsGraveAs } from "../checking/options.ts";
import { EXIT } from "../exit-status.ts";
import type { Context } from "../program.ts";
import { draftRecord } from "../reports/json.ts";
import { Trouble } from "../trouble.ts";
import { readRecord } from "./record.ts";

/**
 * Reads records from standard input and writes what is found to standard output, a line for each line and in their order,
 * so that a corpus can be cut anywhere and spread over processes: no record is held against another. A line that is no
 * record gets one with an `error`, and the run fails in the end.
 */
export async function checkRecords(options: CheckOptions, context: Context): Promise<void> {
  const { stdin, stdout } = context.streams;
  const errors = context.err(options.color);
  const trouble = new Trouble(errors, options.quiet);
  const checker = new DraftChecker(options, context, trouble, errors);
  let isGrave = false;
  let number = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const answer = await answerTo(line);
    if (!stdout.write(`${JSON.stringify(answer)}\n`)) await once(stdout, "drain");
    if (stdout.destroyed) break;
  }
  context.exit(trouble.failed ? EXIT.failed : isGrave ? EXIT.findings : EXIT.clean);

  async function answerTo(line: string): Promise<object> {
    const read = readRecord(line.replace(/^\uFEFF/, ""));
    if (!("record" in read)) {
      if ("error" in read) trouble.fail(`standard input, line ${number}: ${read.error}`);
      return read;
    }
    const { id, text, format } = read.record;
    // What holds for a record is what holds in the current folder: an id is no path that anything is looked up by.
    const snapshot = await checker.checkAlone(`record-${number}`, text, format);
    isGrave ||= snapshot.findings.some((finding) => isAsGraveAs(finding, options.failOn));
    return { id, ...draftRecord({ snapshot, findings: snapshot.findings, known: [], apart: [] }) };
  }
}
