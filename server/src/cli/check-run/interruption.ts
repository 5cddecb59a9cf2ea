/** Whether the user has asked the run to stop. */
export interface Interruption {
  readonly happened: boolean;
  /** The exit status by which shells know the signal; 0 where there was none. */
  readonly status: number;
  /** Comes to pass when the user asks; never, if nobody does. */
  readonly asked: Promise<void>;
  /** Signals do again what they always do. */
  end(): void;
}

/** Ctrl-C, or whoever runs this and wants it to end, asks for a halt in good order once; the next signal kills. */
export function interruptible(): Interruption {
  let status = 0;
  let ask: () => void = () => {};
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const halt = (_: NodeJS.Signals, number: number) => {
    status = 128 + number;
    end();
    ask();
  };
  const end = () => {
    for (const signal of SIGNALS) process.off(signal, halt);
  };
  for (const signal of SIGNALS) process.on(signal, halt);
  return {
    get happened() {
      return status > 0;
    },
    get status() {
      return status;
    },
    asked,
    end,
  };
}

/** "Interrupted: 120 of 5,000 drafts were checked, with 31 findings so far." */
export function interruptedText(run: {
  readonly done: number;
  readonly of: number;
  readonly findings: number;
}): string {
  const [done, all, findings] = [run.done, run.of, run.findings].map((n) => n.toLocaleString("en"));
  return `Interrupted: ${done} of ${all} drafts were checked, with ${findings} findings so far. The others were not.`;
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Gives what an iterator gives until the user asks to stop, and then stops it as well. */
export async function* until<T>(interruption: Interruption, items: AsyncGenerator<T>): AsyncGenerator<T> {
  const stop = interruption.asked.then(() => undefined);
  try {
    for (;;) {
      const step = await Promise.race([items.next(), stop]);
      if (step === undefined || step.done) return;
      yield step.value;
      if (interruption.happened) return;
    }
  } finally {
    // Not waited for: it may be in the middle of a draft, whose result nobody needs.
    void items.return(undefined);
  }
}
