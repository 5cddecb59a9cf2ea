import { Worker } from "node:worker_threads";
import type { Task, TaskResult, WorkerOrder } from "./messages.ts";

/** Drafts that one worker has at hand: the one it checks, and those that it need not wait for. */
const AT_HAND = 3;
/** Results that may wait for that of an earlier draft, for each worker: a bound on memory. */
const WAITING = 16;

/**
 * Checks drafts in several threads, and gives what they found in the order of the paths. The results that are held at
 * one time are bounded, however many drafts there are. A thread that breaks down costs the draft that it was at.
 * Whoever stops iterating stops the threads.
 */
export async function* checkInPool(
  paths: readonly string[],
  { jobs, program, order }: { readonly jobs: number; readonly program: string; readonly order: WorkerOrder },
): AsyncGenerator<TaskResult> {
  const results = new Map<number, TaskResult>();
  const again: number[] = [];
  const workers = new Set<Worker>();
  let next = 0;
  let given = 0;
  let wake: () => void = () => {};
  const take = (): Task | undefined => {
    const number =
      again.shift() ?? (next < Math.min(paths.length, given + jobs * WAITING) ? next++ : undefined);
    return number === undefined ? undefined : { number, path: paths[number]! };
  };
  const feeds: (() => void)[] = [];
  const finished = (result: TaskResult) => {
    results.set(result.number, result);
    wake();
  };
  const start = () => {
    const worker = new Worker(program, { workerData: order, stdout: true });
    workers.add(worker);
    const held: Task[] = [];
    const feed = () => {
      while (held.length < AT_HAND) {
        const task = take();
        if (task === undefined) return;
        held.push(task);
        worker.postMessage(task);
      }
    };
    feeds.push(feed);
    worker.on("message", (result: TaskResult) => {
      held.splice(
        held.findIndex(({ number }) => number === result.number),
        1,
      );
      finished(result);
      feed();
    });
    const lose = (error: Error) => {
      if (!workers.delete(worker)) return;
      feeds.splice(feeds.indexOf(feed), 1);
      const [lost, ...others] = held.splice(0);
      again.unshift(...others.map(({ number }) => number));
      if (lost === undefined) return;
      finished(brokenDown(lost, error));
      start();
    };
    worker.on("error", lose);
    worker.on("exit", (code) => lose(new Error(`The thread ended by itself (${code}).`)));
    feed();
  };
  for (let i = 0; i < Math.min(jobs, paths.length); i++) start();
  try {
    while (given < paths.length) {
      const result = results.get(given);
      if (result === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      results.delete(given);
      given++;
      for (const feed of feeds) feed();
      yield result;
    }
  } finally {
    const all = [...workers];
    workers.clear();
    await Promise.all(all.map((worker) => worker.terminate()));
  }
}

function brokenDown({ number, path }: Task, error: Error): TaskResult {
  const memory = (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
  const why = memory
    ? "there is not memory enough for it."
    : `please report it: ${error.stack ?? error.message}`;
  const told = [{ isFailure: true, message: `${path}: it could not be checked, ${why}` }];
  return { number, checked: undefined, told };
}
