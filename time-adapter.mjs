// Lets a scorer of date recognisers read texts through this program: recognize(text, referenceDate) → [{ start, end, value, type }].

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "aide-memoire-time-"));
const outfile = join(folder, "time.mjs");
await build({
  entryPoints: [fileURLToPath(new URL("./test/time/score/recognize.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  outfile,
  logLevel: "error",
});
const { recognize } = await import(pathToFileURL(outfile));
rmSync(folder, { recursive: true });

export default recognize;
