import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { expect, test } from "vitest";

const { bundles } = createRequire(import.meta.url)("../../esbuild.js") as { bundles: BuildOptions[] };

const KEYSTROKES = 2000;
/** Bytes for each: new words are remembered for a while, and a reading that is kept takes many times as much. */
const MOST = 10_000;

test("two thousand keystrokes leave nothing behind", { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "aide-memoire-"));
  try {
    const outfile = join(folder, "typing.cjs");
    const options = bundles.find(({ outfile: made }) => made === "dist/server.js")!;
    await build({
      ...options,
      sourcemap: false,
      entryPoints: [join(import.meta.dirname, "typing.ts")],
      outfile,
    });
    const { stdout } = spawnSync(process.execPath, ["--expose-gc", outfile, String(KEYSTROKES)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const grown = Number(stdout.toString().trim() || Number.NaN);
    expect(grown / KEYSTROKES).toBeLessThan(MOST);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
