// npm run package:npm [-- FOLDER]: makes the npm package, the command line and the language server without anything of
// VS Code, in FOLDER (dist-npm, unless another is named), and packs it into a tarball beside its package.json.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const esbuild = require("esbuild");
const { cli, server, copyPages } = require("../esbuild.js");
const { thirdPartyLicences } = require("./third-party-licences.js");

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const to = resolve(process.argv[2] ?? join(root, "dist-npm"));

process.chdir(root);
rmSync(to, { recursive: true, force: true });
mkdirSync(join(to, "dist"), { recursive: true });
writeFileSync(join(to, "dist/third-party-licences.txt"), await build());
chmodSync(join(to, "dist/cli.js"), 0o755);
copyPages(join(to, "dist"));
for (const path of ["knowledge", "docs", "man", "LICENSE", "CHANGELOG.md", ".pre-commit-hooks.yaml"])
  if (existsSync(path)) cpSync(path, join(to, path), { recursive: true });
for (const file of ["README.md", "CHANGELOG.md"])
  writeFileSync(join(to, file), withLivingLinks(readFileSync(file, "utf8")));
writeFileSync(join(to, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const packed = execFileSync(npm, ["pack", "--silent"], { cwd: to, encoding: "utf8" });
console.log(join(to, packed.trim()));

/** Bundles what is not VS Code's, and gives the licences of what went in. */
async function build() {
  const built = await Promise.all(
    [cli, server].map((options) =>
      esbuild.build({
        ...options,
        // The plugin that makes dist/cli.js executable would look for it there.
        plugins: options.plugins.filter(({ name }) => name !== "executable"),
        minify: true,
        sourcemap: false,
        metafile: true,
        outdir: join(to, "dist"),
      }),
    ),
  );
  return thirdPartyLicences(built.map(({ metafile }) => metafile));
}

/** Nothing is installed with it: all that it needs is in the bundles. */
function manifest() {
  const { name, version, description, license, keywords, engines, bin, man } = JSON.parse(
    readFileSync("package.json", "utf8"),
  );
  return {
    ...{ name, version, description, license },
    keywords: [...keywords, "language server", "lint", "command line"],
    engines: { node: engines.node },
    ...{ bin, man },
    files: ["dist", "docs", "knowledge", "man", "CHANGELOG.md", ".pre-commit-hooks.yaml"],
  };
}

/** Links to what lies elsewhere in the package lead there; those to what is not in it become plain words. */
function withLivingLinks(markdown) {
  return markdown.replace(/(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g, (link, image, words, target) => {
    if (/^(?:[a-z]+:|#)/i.test(target)) return link;
    const [path, anchor = ""] = target.split(/(?=#)/);
    const moved = path
      .replace(/^server\/src\/checks\//, "dist/checks/")
      .replace(/^server\/src\/knowledge-base\/lint\//, "dist/lint/");
    if (existsSync(join(to, moved)) || path === "LICENSE")
      return `${image}[${words}](${posix.normalize(moved)}${anchor})`;
    return image === "" ? words : "";
  });
}
