/** Whether the user has asked the run to stop. */
export interface Interruption {
  readonly happened: boolean;
  /** The exit status by which shells know the signal; 0 where there was none. */
  readonly status: number;
  /** Is called when the user asks: by whoever waits just then. */
  onHalt: () => void;
  /** Signals do again what they always do. */
  end(): void;
}

/** Ctrl-C, or whoever runs this and wants it to end, asks for a halt in good order once; the next signal kills. */
export function interruptible(): Interruption {
  let status = 0;
  const halt = (_: NodeJS.Signals, number: number) => {
    status = 128 + number;
    interruption.end();
    interruption.onHalt();
  };
  for (const signal of SIGNALS) process.on(signal, halt);
  const interruption: Interruption = {
    get happened() {
      return status > 0;
    },
    get status() {
      return status;
    },
    onHalt: () => {},
    end() {
      for (const signal of SIGNALS) process.off(signal, halt);
    },
  };
  return interruption;
}

/** Gives what an iterator gives until the user asks to stop, and then stops it as well. */
export async function* until<T>(interruption: Interruption, items: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    while (!interruption.happened) {
      // A race against one promise for the whole run would keep every result to its end.
      const step = await new Promise<IteratorResult<T> | undefined>((resolve, reject) => {
        interruption.onHalt = () => resolve(undefined);
        items.next().then(resolve, reject);
      });
      if (step === undefined || step.done) return;
      yield step.value;
    }
  } finally {
    // Not waited for: it may be in the middle of a draft, whose result nobody needs.
    void items.return(undefined);
  }
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
