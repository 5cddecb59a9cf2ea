import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pour } from "../pour.ts";
import type { Counts } from "./counts.ts";
import { type ImportRun, runImport } from "./run.ts";
import { targetAt } from "./target.ts";

/** Whether what was read is worth keeping. */
export type Judge = (counts: Counts) => boolean;

/** Runs an import into a file or a folder. Gives the counts, or undefined where nothing was kept. */
export async function importToDisk(
  job: ImportRun,
  output: string,
  judge: Judge,
): Promise<Counts | undefined> {
  const target = targetAt(output);
  const release = onInterruption(() => target.discard());
  try {
    const counts = await runImport(job, target);
    if (!judge(counts)) return undefined;
    target.finish();
    return counts;
  } finally {
    target.discard();
    release();
  }
}

/** Runs an import into a stream, which gets nothing before all of it is there. */
export async function importToStream(
  job: ImportRun,
  stream: NodeJS.WritableStream,
  judge: Judge,
): Promise<Counts | undefined> {
  const home = mkdtempSync(join(tmpdir(), "aide-memoire-"));
  const clear = () => rmSync(home, { recursive: true, force: true });
  const release = onInterruption(clear);
  try {
    const file = join(home, "import.yaml");
    const counts = await importToDisk(job, file, judge);
    if (counts !== undefined) await pour(createReadStream(file), stream);
    return counts;
  } finally {
    clear();
    release();
  }
}

/** Runs `clear` if the user stops the program, which then ends as an interrupted one does. */
function onInterruption(clear: () => void): () => void {
  const stop = () => process.exit(INTERRUPTED);
  process.once("SIGINT", stop).once("SIGTERM", stop).once("exit", clear);
  return () => {
    process.removeListener("SIGINT", stop).removeListener("SIGTERM", stop).removeListener("exit", clear);
  };
}

const INTERRUPTED = 130;
