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
  const { grown } = await typed(400, KEYSTROKES);
  expect(grown / KEYSTROKES).toBeLessThan(MOST);
});

test("no older text is kept, wherever it was changed", { timeout: 300_000 }, async () => {
  expect((await typed(4_000, 300)).drafts).toBe(1);
});

async function typed(
  words: number,
  keystrokes: number,
): Promise<{ readonly grown: number; readonly drafts: number }> {
  const folder = mkdtempSync(join(tmpdir(), "aide-memoire-"));
  try {
    const entryPoints = [join(import.meta.dirname, "typing.ts")];
    await build({ ...server, sourcemap: false, entryPoints, outdir: folder });
    const program = join(folder, "typing.js");
    const { stdout } = spawnSync(process.execPath, ["--expose-gc", program, `${words}`, `${keystrokes}`], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    return JSON.parse(stdout.toString());
  } finally {
    rmSync(folder, { recursive: true });
  }
}
