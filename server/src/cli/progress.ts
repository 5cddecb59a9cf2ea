import { Presets, SingleBar } from "cli-progress";
import type { Output } from "./output.ts";

/** How far a long run has come, for whoever waits. */
export interface Progress {
  /** Begins the next part of the run, of so many units; of an unknown number of them nothing is shown. */
  part(label: string, total: number | undefined): void;
  /** So many units of the part are done. */
  at(value: number): void;
  end(): void;
}

/** Progress that shares a terminal with what the run writes. */
export interface ProgressBar extends Progress {
  /** An output that may go to the same terminal: what is written to it takes the place of the bar. */
  above(output: Output): Output;
}

const SILENT: ProgressBar = { part: () => {}, at: () => {}, end: () => {}, above: (output) => output };

/** A bar with the time left, on a terminal only; after so many milliseconds, since a short run needs none. */
export function progressOn(stream: NodeJS.WriteStream, quiet: boolean, patience = 0): ProgressBar {
  if (quiet || stream.isTTY !== true) return SILENT;
  let bar: SingleBar | undefined;
  let waiting: { readonly label: string; readonly total: number; readonly since: number } | undefined;
  const end = () => {
    bar?.stop();
    bar = undefined;
    waiting = undefined;
  };
  const show = () => {
    if (waiting === undefined || Date.now() - waiting.since < patience) return;
    bar = new SingleBar({ ...OPTIONS, stream }, Presets.shades_classic);
    bar.start(waiting.total, 0, { label: waiting.label });
    waiting = undefined;
  };
  return {
    part(label, total) {
      end();
      if (total === undefined || total === 0) return;
      waiting = { label, total, since: Date.now() };
      show();
    },
    at(value) {
      show();
      bar?.update(value);
    },
    end,
    above: (output) => ({
      ...output,
      write(text) {
        if (bar !== undefined) stream.write("\r\u001b[2K");
        output.write(text);
      },
    }),
  };
}

const OPTIONS = {
  format: "{label} {bar} {percentage}%  {eta_formatted} left",
  barsize: 30,
  clearOnComplete: true,
  hideCursor: true,
  fps: 5,
  etaBuffer: 50,
};
