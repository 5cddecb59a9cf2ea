import { parentPort, workerData } from "node:worker_threads";
import { version } from "../../../../package.json";
import { TABLES } from "../../features/tables.ts";
import { KnowledgeCache } from "../../node/knowledge-cache.ts";
import type { Output } from "../output.ts";
import { outputOf } from "../output.ts";
import { Trouble } from "../trouble.ts";
import { DraftChecker } from "./draft-checker.ts";
import type { Task, TaskResult, WorkerOrder } from "./messages.ts";
import { pack } from "./packed.ts";

/** Checks the drafts that the main thread names, one after another, until that thread has no more. */
export function runWorker(): void {
  const { knowledge, bundledKnowledge, environment } = workerData as WorkerOrder;
  const told = new Told();
  const cache = KnowledgeCache.of(environment, version, TABLES);
  // What is wrong with knowledge bases and project files, the main thread finds as well, and tells once.
  const around = new Trouble(NOWHERE);
  const checker = new DraftChecker(
    { knowledge, gitignore: false },
    { bundledKnowledge, cache },
    around,
    NOWHERE,
    told,
  );
  const port = parentPort!;
  let last: Promise<void> = Promise.resolve();
  port.on("message", ({ number, path }: Task) => {
    last = last.then(async () => {
      const read = await checker.read(path);
      const checked = read && { text: read.text, packed: pack(read.snapshot) };
      const result: TaskResult = { number, checked, told: told.take() };
      port.postMessage(result);
    });
  });
}

const NOWHERE: Output = outputOf({ write: () => true }, false, {});

/** Trouble that is kept until somebody asks. */
class Told extends Trouble {
  #list: { isFailure: boolean; message: string }[] = [];

  constructor() {
    super(NOWHERE);
  }

  override fail(message: string): void {
    this.#list.push({ isFailure: true, message });
  }

  override note(message: string): void {
    this.#list.push({ isFailure: false, message });
  }

  /** What was told since the last time. */
  take(): TaskResult["told"] {
    const list = this.#list;
    this.#list = [];
    return list;
  }
}
