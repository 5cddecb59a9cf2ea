/** How long a generator of the core may run before messages get their turn, in milliseconds. */
const SLICE = 8;

/** Runs the core's generators in slices and delays what need not happen at once; for each key, the latest wins. */
export class Scheduler {
  readonly #turns = new Map<string, symbol>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #hear: (busy: boolean) => void;

  /** `hear` is told when work begins, and when none is left. */
  constructor(hear: (busy: boolean) => void = () => {}) {
    this.#hear = hear;
  }

  /** Drives `work` to its end; undefined if, meanwhile, other work with the same key began or it was stopped. */
  async drive<T>(key: string, work: Generator<unknown, T, undefined>): Promise<T | undefined> {
    const turn = Symbol(key);
    this.#turns.set(key, turn);
    this.#hear(true);
    for (;;) {
      // Waiting comes first: a newer text may already be among the messages that wait.
      await new Promise((resume) => setImmediate(resume));
      if (this.#turns.get(key) !== turn) return undefined;
      const pause = performance.now() + SLICE;
      while (performance.now() < pause) {
        const step = work.next();
        if (!step.done) continue;
        this.#turns.delete(key);
        this.#hear(this.#turns.size > 0);
        return step.value;
      }
    }
  }

  /** Calls `action` after `delay` milliseconds without another call for the same key. */
  later(key: string, delay: number, action: () => void): void {
    clearTimeout(this.#timers.get(key));
    const fire = () => {
      this.#timers.delete(key);
      action();
    };
    this.#timers.set(key, setTimeout(fire, delay));
  }

  /** Stops what runs or waits for a key; true if something waited. */
  stop(key: string): boolean {
    if (this.#turns.delete(key)) this.#hear(this.#turns.size > 0);
    clearTimeout(this.#timers.get(key));
    return this.#timers.delete(key);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#turns.clear();
  }
}
