import { availableParallelism } from "node:os";
import { setImmediate as turn } from "node:timers/promises";
import { kindOfDocument } from "../documents/read-document.ts";
import type { Trouble } from "../trouble.ts";
import type { DraftChecker, ReadAlone } from "./draft-checker.ts";
import type { TaskResult, WorkerOrder } from "./messages.ts";
import { checkInPool } from "./pool.ts";

/** A draft of a run, checked by itself. */
export interface CheckedAlone {
  readonly path: string;
  /** Undefined where it cannot be read, which was told. */
  readonly checked: ReadAlone | undefined;
}

/** How a run is spread over the cores. */
export interface Spread {
  /** How many drafts are checked at one time. */
  readonly jobs: number;
  /** What a worker runs: this program. */
  readonly program: string;
  readonly order: WorkerOrder;
}

/** Fewer drafts than this a thread does not pay for: it has to load the program and the knowledge base. */
const WORTHWHILE = 12;

/** How many threads a run of so many drafts takes, where nobody says: one a core, but none that does not pay. */
export function usualJobs(drafts: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(drafts / WORTHWHILE)));
}

/**
 * Checks drafts, each by itself, and gives them in the order of the paths; in this thread, or in several. Between two
 * drafts, signals and terminals get their turn.
 */
export async function* checkDrafts(
  paths: readonly string[],
  checker: DraftChecker,
  spread: Spread,
  trouble: Trouble,
): AsyncGenerator<CheckedAlone> {
  // What a document was made of is needed here, and goes to no other thread.
  const texts = spread.jobs > 1 ? paths.filter((path) => kindOfDocument(path) === undefined) : [];
  const pool = checkInPool(texts, spread);
  try {
    for (const path of paths) {
      if (texts.length === 0 || kindOfDocument(path) !== undefined) {
        await turn();
        yield { path, checked: await checker.read(path) };
        continue;
      }
      const { checked, told } = (await pool.next()).value as TaskResult;
      for (const { isFailure, message } of told) isFailure ? trouble.fail(message) : trouble.note(message);
      const snapshot = checked && (await checker.restore(path, checked.text, checked.packed));
      yield { path, checked: checked && { text: checked.text, snapshot: snapshot! } };
    }
  } finally {
    await pool.return(undefined);
  }
}
