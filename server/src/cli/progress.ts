import { Presets, SingleBar } from "cli-progress";

/** How far a long run has come, for whoever waits. */
export interface Progress {
  /** Begins the next part of the run, of so many units; of an unknown number of them nothing is shown. */
  part(label: string, total: number | undefined): void;
  /** So many units of the part are done. */
  at(value: number): void;
  end(): void;
}

const SILENT: Progress = { part: () => {}, at: () => {}, end: () => {} };

/** A bar with the time left, on a terminal only. */
export function progressOn(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet || stream.isTTY !== true) return SILENT;
  let bar: SingleBar | undefined;
  const end = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    part(label, total) {
      end();
      if (total === undefined || total === 0) return;
      bar = new SingleBar({ ...OPTIONS, stream }, Presets.shades_classic);
      bar.start(total, 0, { label });
    },
    at: (value) => bar?.update(value),
    end,
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
