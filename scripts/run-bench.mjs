import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { forEsbuild } from "./yaml-modules.js";

/** Bundles a program of the tests as the program itself is bundled, and runs it. */
export async function runBundled(entry, args = []) {
  const folder = mkdtempSync(join(tmpdir(), "aide-memoire-bench-"));
  try {
    const outfile = join(folder, "bench.cjs");
    await build({
      absWorkingDir: dirname(dirname(fileURLToPath(import.meta.url))),
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: "node",
      target: "node20",
      mainFields: ["module", "main"],
      // What the tests' own client finds beside itself, no benchmark needs; but it must be a path.
      define: { "import.meta.dirname": "__dirname" },
      plugins: [forEsbuild],
    });
    process.exitCode = spawnSync(process.execPath, [outfile, ...args], { stdio: "inherit" }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
