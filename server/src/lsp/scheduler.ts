/** How long a generator of the core may run before messages get their turn, in milliseconds. */
const SLICE = 2;
/** The same for work that nobody waits for, and that pauses longer. */
const SLICE_ASIDE = 4;
/**
 * How many turns of the event loop messages get between two slices. The protocol's library reads a message in one turn, has
 * it answered in the next and sends the answer in a third, none of which need be the first: a question that needs no slice
 * waits for none.
 */
const TURNS = 4;
/** How long the user must have been at rest for work that nobody waits for. */
const REST = 300;
/** How long such work leaves others alone after each slice. */
const PAUSE = 1;

/** Runs the core's generators in slices and delays what need not happen at once; for each key, the latest wins. */
export class Scheduler {
  readonly #turns = new Map<string, symbol>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Until when the user is taken to be busy. */
  #busyUntil = 0;
  readonly #aside = new Map<string, symbol>();
  #isDisposed = false;
  readonly #pause: () => Promise<void>;

  readonly #hear: (busy: boolean) => void;

  /** `pause` resolves after a turn of the event loop; `hear` is told when work begins, and when none is left. */
  constructor(pause: () => Promise<void>, hear: (busy: boolean) => void = () => {}) {
    this.#pause = pause;
    this.#hear = hear;
  }

  /** Drives `work` to its end; undefined if, meanwhile, other work with the same key began or it was stopped. */
  async drive<T>(key: string, work: Generator<unknown, T, undefined>): Promise<T | undefined> {
    const turn = Symbol(key);
    this.#turns.set(key, turn);
    this.#hear(true);
    for (;;) {
      // Waiting comes first: a newer text may already be among the messages that wait.
      await this.#letMessagesPass();
      if (this.#turns.get(key) !== turn) return undefined;
      const end = this.#slice(this.#turns, key, work, SLICE);
      if (end !== undefined) return end.value;
    }
  }

  /**
   * Drives `work` to its end as far as nothing else is driven and the user rests, for as long as `isUrgent` denies that
   * somebody waits for it; undefined if it was stopped.
   */
  async driveAside<T>(
    key: string,
    work: Generator<unknown, T, undefined>,
    isUrgent: () => boolean = () => false,
  ): Promise<T | undefined> {
    const turn = Symbol(key);
    this.#aside.set(key, turn);
    for (;;) {
      await this.calm(isUrgent);
      if (this.#aside.get(key) !== turn) return undefined;
      const end = this.#slice(this.#aside, key, work, isUrgent() ? SLICE : SLICE_ASIDE);
      if (end !== undefined) return end.value;
    }
  }

  /**
   * Drives `work` to its end while nothing else is driven: what brings something new may take its time, for what is known
   * answers until then. Undefined as for {@link drive}.
   */
  async driveBetween<T>(key: string, work: Generator<unknown, T, undefined>): Promise<T | undefined> {
    const turn = Symbol(key);
    this.#aside.set(key, turn);
    for (;;) {
      await this.#letMessagesPass();
      while (this.#turns.size > 0 && this.#aside.get(key) === turn) await wait(PAUSE);
      if (this.#aside.get(key) !== turn) return undefined;
      const end = this.#slice(this.#aside, key, work, SLICE);
      if (end !== undefined) return end.value;
    }
  }

  /** Waits for a moment at which work that nobody waits for is in nobody's way. */
  async calm(isUrgent: () => boolean): Promise<void> {
    if (isUrgent()) return this.#letMessagesPass();
    do {
      const rest = this.#turns.size > 0 ? PAUSE : Math.max(PAUSE, this.#busyUntil - performance.now());
      await wait(Math.min(rest, REST));
    } while (
      !isUrgent() &&
      !this.#isDisposed &&
      (this.#turns.size > 0 || performance.now() < this.#busyUntil)
    );
  }

  /** Works for so many milliseconds; undefined if there is more to do. Work that fails is over too, and holds nobody up. */
  #slice<T>(
    turns: Map<string, symbol>,
    key: string,
    work: Generator<unknown, T, undefined>,
    milliseconds: number,
  ): IteratorReturnResult<T> | undefined {
    const pause = performance.now() + milliseconds;
    let isOver = true;
    try {
      while (performance.now() < pause) {
        const step = work.next();
        if (step.done) return step;
      }
      isOver = false;
      return undefined;
    } finally {
      if (isOver) {
        turns.delete(key);
        if (turns === this.#turns) this.#hear(turns.size > 0);
      }
    }
  }

  async #letMessagesPass(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn++) await this.#pause();
  }

  /** The user does something: work that nobody waits for is left until they rest. */
  disturb(): void {
    this.#busyUntil = performance.now() + REST;
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
    this.#aside.delete(key);
    clearTimeout(this.#timers.get(key));
    return this.#timers.delete(key);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#turns.clear();
    this.#aside.clear();
    this.#isDisposed = true;
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}
