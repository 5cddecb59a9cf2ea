import picocolors from "picocolors";

export type Colours = ReturnType<typeof picocolors.createColors>;

/** One of the two streams that a command writes to. */
export interface Output {
  write(text: string): void;
  /** In columns of a terminal. */
  readonly width: number;
  readonly colours: Colours;
}

interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const WIDTH = { narrowest: 40, usual: 100, widest: 120 };

/**
 * A stream as an output. `wanted` is what the command line says about colours; else NO_COLOR (no-color.org) and
 * FORCE_COLOR speak, else whether the stream is a terminal.
 */
export function outputOf(
  stream: Stream,
  wanted: boolean | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Output {
  const columns = stream.columns ?? WIDTH.usual;
  return {
    write: (text) => void stream.write(text),
    width: Math.max(WIDTH.narrowest, Math.min(columns, WIDTH.widest)),
    colours: picocolors.createColors(wanted ?? coloured(stream, environment)),
  };
}

function coloured(stream: Stream, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return stream.isTTY === true && environment.TERM !== "dumb";
}
