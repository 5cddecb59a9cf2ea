// Writes what follows from the code: the settings of the checks, the table of checks, the schema and the manual of
// knowledge bases, the manual page of the command line, and the lists of all strings that VS Code shows in the user's language.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { forEsbuild } from "./yaml-modules.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ["scripts/generated.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  write: false,
  plugins: [forEsbuild],
  // The command line's packages ask for Node's modules, and for where they lie.
  define: { "import.meta.url": JSON.stringify(pathToFileURL(join(root, "scripts/generate.mjs")).href) },
  banner: {
    js: `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(${JSON.stringify(join(root, "package.json"))});`,
  },
});
const { GENERATED } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
);

for (const [file, generate] of Object.entries(GENERATED)) {
  const path = join(root, file);
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const after = generate(before);
  if (after === before) continue;
  writeFileSync(path, after);
  console.log(`${file} brought up to date`);
}
