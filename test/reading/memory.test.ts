import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { expect, test } from "vitest";

const { server } = createRequire(import.meta.url)("../../esbuild.js") as { server: BuildOptions };

const KEYSTROKES = 2000;
/** Bytes for each: new words are remembered for a while, and a reading that is kept takes many times as much. */
const MOST = 10_000;

test("two thousand keystrokes leave nothing behind", { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "aide-memoire-"));
  try {
    const entryPoints = [join(import.meta.dirname, "typing.ts")];
    await build({ ...server, sourcemap: false, entryPoints, outdir: folder });
    const program = join(folder, "typing.js");
    const { stdout } = spawnSync(process.execPath, ["--expose-gc", program, String(KEYSTROKES)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const grown = Number(stdout.toString().trim() || Number.NaN);
    expect(grown / KEYSTROKES).toBeLessThan(MOST);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
