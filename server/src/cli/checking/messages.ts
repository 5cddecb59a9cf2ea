import type { PackedSnapshot } from "./packed.ts";

/** What a worker is told when it is started. Plain values. */
export interface WorkerOrder {
  /** What `--knowledge` names. */
  readonly knowledge: readonly string[];
  readonly bundledKnowledge: string;
  /** Of the environment, what decides where compiled knowledge bases are kept. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A draft that a worker is to check. */
export interface Task {
  /** Its place in the run. */
  readonly number: number;
  readonly path: string;
}

/** What a worker has to say of a draft. */
export interface TaskResult {
  readonly number: number;
  /** Undefined where it cannot be read. */
  readonly checked: { readonly text: string; readonly packed: PackedSnapshot } | undefined;
  /** What stood in the way, or is worth knowing, in the order in which it came up. */
  readonly told: readonly { readonly isFailure: boolean; readonly message: string }[];
}
