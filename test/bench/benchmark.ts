import { spawnSync } from "node:child_process";

/** How large a run is: a quick one says whether the benchmarks work, not how fast the program is. */
export interface Size {
  readonly isQuick: boolean;
}

/** One thing measured. */
export interface Figure {
  readonly what: string;
  /** The median; time is CPU time where one process did all the work, and else time by the clock. */
  readonly value: number;
  readonly unit: string;
  /** Of the single measurements, in the same unit. */
  readonly p99?: number;
  /** By the clock, in the same unit, where `value` is CPU time. */
  readonly wall?: number;
  /** The floor or the peer on the same input in the same run, in the same unit. */
  readonly beside?: { readonly what: string; readonly value: number };
  readonly goal?: { readonly text: string; readonly isMet: boolean };
}

export interface Benchmark {
  readonly name: string;
  /** What is measured, and beside what. */
  readonly what: string;
  measure(size: Size): readonly Figure[] | Promise<readonly Figure[]>;
  /** What it has done in processes of their own: takes words, gives what can be JSON. */
  readonly tasks?: Readonly<Record<string, (...args: string[]) => unknown>>;
}

/** The single measurements of an action, in milliseconds. */
export interface Times {
  readonly cpu: readonly number[];
  readonly wall: readonly number[];
}

/**
 * Runs actions in turn, some rounds unmeasured and then so many, so that what slows the machine for a while slows all of
 * them. Of each the times of its rounds, in their order.
 */
export function timesOf<K extends string>(
  actions: Readonly<Record<K, (round: number) => unknown>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Record<K, Times> {
  const times = {} as Record<K, { cpu: number[]; wall: number[] }>;
  for (const name in actions) times[name] = { cpu: [], wall: [] };
  for (let round = -warmUp; round < rounds; round++) {
    for (const name in actions) {
      const [wall, cpu] = [performance.now(), process.cpuUsage()];
      actions[name](round + warmUp);
      const { user, system } = process.cpuUsage(cpu);
      if (round < 0) continue;
      times[name].wall.push(performance.now() - wall);
      times[name].cpu.push((user + system) / 1000);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function p99(values: readonly number[]): number {
  return quantile(values, 0.99);
}

/** The smallest value that at least such a share of them does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** A figure that is a time in milliseconds: CPU time, with the clock's beside it. */
export function timeOf({ cpu, wall }: Times): Pick<Figure, "value" | "unit" | "p99" | "wall"> {
  return { value: median(cpu), unit: "ms", p99: p99(cpu), wall: median(wall) };
}

/** Does a task of a benchmark in a process of its own, with nothing else in its memory. */
export function inOwnProcess<T>(benchmark: string, task: string, ...args: (string | number)[]): T {
  const flags = ["--expose-gc", "--max-old-space-size=8000"];
  const command = [...flags, process.argv[1]!, "--task", benchmark, task, ...args.map(String)];
  const { stdout, status } = spawnSync(process.execPath, command, {
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`${benchmark} ${task} ${args.join(" ")} broke off.`);
  return JSON.parse(stdout.toString()) as T;
}

/** The memory that objects take after all that nobody needs is gone, in bytes. */
export function memoryInUse(): number {
  for (let i = 0; i < 3; i++) global.gc!();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
