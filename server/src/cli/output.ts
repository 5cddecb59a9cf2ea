import picocolors from "picocolors";

export type Colours = ReturnType<typeof picocolors.createColors>;

/** One of the two streams that a command writes to. */
export interface Output {
  write(text: string): void;
  /** In columns of a terminal. */
  readonly width: number;
  readonly colours: Colours;
  /** The text as a link to an address, where the terminal can show one; else the text itself. */
  link(text: string, address: string): string;
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
    link: (text, address) =>
      linked(stream, environment) ? `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\` : text,
  };
}

function coloured(stream: Stream, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return stream.isTTY === true && environment.TERM !== "dumb";
}

/** Terminals that are known to show links (OSC 8), by a variable that they set; FORCE_HYPERLINK overrules. */
function linked(stream: Stream, environment: Readonly<Record<string, string | undefined>>): boolean {
  const forced = environment.FORCE_HYPERLINK;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  if (stream.isTTY !== true || environment.TERM === "dumb" || environment.CI) return false;
  if (environment.TMUX || environment.TERM?.startsWith("screen")) return false;
  return (
    LINKING_PROGRAMS.includes(environment.TERM_PROGRAM ?? "") ||
    Number(environment.VTE_VERSION ?? 0) >= 5000 ||
    Number(environment.KONSOLE_VERSION ?? 0) >= 210400 ||
    environment.WT_SESSION !== undefined ||
    LINKING_TERMINALS.includes(environment.TERM ?? "")
  );
}

const LINKING_PROGRAMS = ["iTerm.app", "vscode", "WezTerm", "ghostty", "Hyper", "zed"];
const LINKING_TERMINALS = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot"];
